import type { Indicator, IndicatorId, Instrument, Level } from '../../instrument/instrument';
import { toNumber } from '../../scoring/ratio';
import { score, type ScoreCard } from '../../scoring/score-card';
import { a1, columnLetters, quoteSheetName } from '../address';
import type { ChartPlan, PlannedCell, SheetPlan } from '../sheet-plan';
import type { StyleName } from '../styles';
import {
  COMPLETENESS_WORDS,
  INPUT_STAGES,
  PROOF_TITLE,
  PROOF_WEIGHT_LABEL,
  STAGE_LABELS,
  STAGES,
  type Stage,
  STAMP_LABELS,
  STAMP_TITLE,
} from '../vocabulary';
import { blank, cell, formula, inSheetOrder, number, quoted, text, officialNumber } from './cells';
import { rowHeights } from './row-heights';
import { type Answer, answerIn, type WorksheetContent } from './content';
import { guardedLevel } from './level-formulas';
import {
  ASPECT_COLUMN,
  DOMAIN_COLUMN,
  type Figure,
  figureRow,
  FIGURES,
  LAST_COLUMN,
  NAME_COLUMN,
  NUMBER_COLUMN,
  POSITION_COLUMN,
  productColumn,
  proofRange,
  stageColumn,
  STAMP_KEYS,
  summaryLayout,
  type SummaryLayout,
  WEIGHT_COLUMN,
} from './summary-layout';
import { columnOf, identityAddress, SEARCHED_ROWS } from './worksheet-layout';
import { bandPercent, finalLevel, indicatorRows } from './worksheet-plan';

const COLUMN_WIDTHS = [7, 52, 12, 12, 12, 12, 12, 10, 8, 8, 8, 10, 10, 10, 10, 10];

/** A level that is there but does not count, in the proof's products. */
const UNUSABLE_MARK = '!';

const FIGURE_LABELS: Readonly<Record<Figure, string>> = {
  index: 'Indeks SPBE',
  predicate: 'Predikat',
  completeness: 'Kelengkapan',
  filled: 'Indikator terisi',
  unusable: 'Isian yang tidak dapat dipakai',
  lowest: 'Indeks terendah yang masih mungkin',
  highest: 'Indeks tertinggi yang masih mungkin',
  rounding: 'Catatan pembulatan',
};

const FIGURE_STYLES: Readonly<Record<Figure, StyleName>> = {
  index: 'indexMain',
  predicate: 'wordMain',
  completeness: 'wordFormula',
  filled: 'wordFormula',
  unusable: 'integerFormula',
  lowest: 'indexFormula',
  highest: 'indexFormula',
  rounding: 'wordFormula',
};

const ROUNDING_NOTE = 'Pembulatan melewati batas: predikat dari nilai tanpa pembulatan.';

interface Context {
  readonly instrument: Instrument;
  readonly layout: SummaryLayout;
  /** The worksheet's name as formulas write it. */
  readonly worksheet: string;
  readonly cards: Readonly<Record<Stage, ScoreCard>>;
  readonly content: WorksheetContent;
}

/** The sheet `Rekap SPBE`: every stage's index with its proof, over the worksheet of the given name. */
export function summaryPlan(name: string, worksheetName: string, content: WorksheetContent): SheetPlan {
  const { instrument } = content;
  const layout = summaryLayout(instrument);
  const context: Context = {
    instrument,
    layout,
    worksheet: quoteSheetName(worksheetName),
    cards: scoreCards(content),
    content,
  };
  const cells = inSheetOrder([
    ...headingCells(context),
    ...figureCells(context),
    ...bandTable(context, 'domain'),
    ...bandTable(context, 'aspect'),
    ...extremeCells(context),
    ...stampCells(context),
    ...proofCells(context),
    ...proofSumCells(context),
  ]);
  return {
    name,
    columnWidths: COLUMN_WIDTHS,
    rowHeights: rowHeights(cells, COLUMN_WIDTHS),
    cells,
    validations: [],
    highlights: [],
    charts: charts(layout, instrument),
    freeze: { rows: layout.figuresHeader, columns: 2 },
    filter: null,
    print: {
      area: { firstRow: 1, firstColumn: 1, lastRow: layout.indexRow, lastColumn: LAST_COLUMN },
      repeatRows: null,
    },
    tabColor: '#0C3B5E',
  };
}

/** The cells that carry a stage's index and predicate, for the workbook's names. */
export function figureCell(
  instrument: Instrument,
  figure: 'index' | 'predicate',
  stage: Stage,
): { row: number; column: number } {
  return { row: figureRow(summaryLayout(instrument), figure), column: stageColumn(stage) };
}

function scoreCards(content: WorksheetContent): Record<Stage, ScoreCard> {
  const cards = STAGES.map((stage) => [stage, score(content.instrument, levelsOf(content, stage))] as const);
  return Object.fromEntries(cards) as Record<Stage, ScoreCard>;
}

function levelsOf(content: WorksheetContent, stage: Stage): ReadonlyMap<IndicatorId, Level> {
  const levels = new Map<IndicatorId, Level>();
  for (const { id } of content.instrument.indicators) {
    const level = levelOfAnswer(answerIn(content, id), stage);
    if (level !== null) levels.set(id, level);
  }
  return levels;
}

function headingCells({ worksheet, content, layout }: Context): PlannedCell[] {
  const [agency, unit, year] = (['agency', 'unit', 'year'] as const).map(
    (key) => `${worksheet}!${identityAddress(key)}`,
  );
  const part = (reference: string | undefined): string => `IF(${reference ?? ''}="","",", "&${reference ?? ''})`;
  const parts = [content.unit, content.year === null ? '' : String(content.year)].filter((each) => each !== '');
  return [
    cell(1, NUMBER_COLUMN, 'title', text('REKAPITULASI INDEKS SPBE')),
    cell(
      2,
      NUMBER_COLUMN,
      'subtitle',
      formula(
        `=${agency ?? ''}&${part(unit)}&${part(year)}`,
        [content.agency, ...parts.map((each) => `, ${each}`)].join(''),
      ),
    ),
    cell(layout.figuresHeader, NUMBER_COLUMN, 'header', blank),
    cell(layout.figuresHeader, NAME_COLUMN, 'header', text('Ringkasan')),
    ...stageHeaders(layout.figuresHeader),
    cell(2, POSITION_COLUMN, 'subtitle', text('Grafik: Akhir di samping Target; angkanya di tabel kiri.')),
  ];
}

function stageHeaders(row: number): PlannedCell[] {
  return STAGES.map((stage) => cell(row, stageColumn(stage), 'header', text(STAGE_LABELS[stage])));
}

function figureCells(context: Context): PlannedCell[] {
  return FIGURES.flatMap((figure) => {
    const row = figureRow(context.layout, figure);
    return [
      cell(row, NUMBER_COLUMN, 'label', blank),
      cell(row, NAME_COLUMN, 'label', text(FIGURE_LABELS[figure])),
      ...STAGES.map((stage) =>
        cell(row, stageColumn(stage), FIGURE_STYLES[figure], figureContent(figure, stage, context)),
      ),
    ];
  });
}

function figureContent(figure: Figure, stage: Stage, context: Context): PlannedCell['content'] {
  const { instrument, layout, cards, content } = context;
  const card = cards[stage];
  const letters = columnLetters(stageColumn(stage));
  const sum = `${letters}$${String(layout.sumRow)}`;
  const weight = `${letters}$${String(layout.weightRow)}`;
  const levels = proofRange(layout, stageColumn(stage));
  const weights = proofRange(layout, WEIGHT_COLUMN);
  const whenFilled = (source: string, result: string | number): PlannedCell['content'] =>
    formula(`=IF(${weight}=0,"",${source})`, card.filled === 0 ? '' : result);
  switch (figure) {
    case 'index':
      return formula(`=${letters}$${String(layout.indexRow)}`, card.index ? toNumber(card.index) : '');
    case 'predicate':
      return whenFilled(predicateFormula(instrument, sum, weight), card.predicate ?? '');
    case 'completeness': {
      const words = COMPLETENESS_WORDS;
      const source = `=IF(COUNT(${levels})=0,${quoted(words.empty)},IF(COUNT(${levels})=COUNT(${weights}),${quoted(words.complete)},${quoted(words.provisional)}))`;
      const result = { empty: words.empty, official: words.complete, provisional: words.provisional }[card.status];
      return formula(source, result);
    }
    case 'filled':
      return formula(
        `=COUNT(${levels})&" dari "&COUNT(${weights})`,
        `${String(card.filled)} dari ${String(card.total)}`,
      );
    case 'unusable':
      return formula(
        `=COUNTIF(${proofRange(layout, productColumn(stage))},${quoted(UNUSABLE_MARK)})`,
        instrument.indicators.filter(({ id }) => isUnusable(answerIn(content, id), stage)).length,
      );
    case 'lowest':
      return whenFilled(boundFormula(instrument.minLevel, sum, weight, weights), toNumber(card.range.min));
    case 'highest':
      return whenFilled(boundFormula(instrument.maxLevel, sum, weight, weights), toNumber(card.range.max));
    case 'rounding':
      return whenFilled(roundingFormula(instrument, sum, weight), card.predicateAsShown ? ROUNDING_NOTE : '');
  }
}

/** The predicate of sum ÷ weight, decided on whole numbers: sum × 10 against limit in tenths × weight. */
export function predicateFormula(instrument: Instrument, sum: string, weight: string): string {
  return instrument.predicates.reduce(
    (lower, { name, fromTenths }) =>
      lower === '' ? quoted(name) : `IF(${sum}*10>=${String(fromTenths)}*${weight},${quoted(name)},${lower})`,
    '',
  );
}

/** The index if every blank were at the given level. */
function boundFormula(level: number, sum: string, weight: string, weights: string): string {
  return `(${sum}+${String(level)}*(SUM(${weights})-${weight}))/SUM(${weights})`;
}

/** The note where the index rounded half up to two decimals would earn another predicate than the exact one. */
function roundingFormula(instrument: Instrument, sum: string, weight: string): string {
  const hundredths = `INT((200*${sum}+${weight})/(2*${weight}))`;
  const crossed = instrument.predicates
    .filter(({ fromTenths }) => fromTenths > 0)
    .map(
      ({ fromTenths }) => `AND(${hundredths}>=${String(fromTenths * 10)},${sum}*10<${String(fromTenths)}*${weight})`,
    );
  return `IF(OR(${crossed.join(',')}),${quoted(ROUNDING_NOTE)},"")`;
}

function bandTable({ instrument, layout, cards }: Context, kind: 'domain' | 'aspect'): PlannedCell[] {
  const header = kind === 'domain' ? layout.domainsHeader : layout.aspectsHeader;
  const bands = kind === 'domain' ? instrument.domains : instrument.aspects;
  const keys = proofRange(layout, kind === 'domain' ? DOMAIN_COLUMN : ASPECT_COLUMN);
  const weights = proofRange(layout, WEIGHT_COLUMN);
  return [
    cell(header, NUMBER_COLUMN, 'header', text('No')),
    cell(header, NAME_COLUMN, 'header', text(kind === 'domain' ? 'Domain' : 'Aspek')),
    ...stageHeaders(header),
    cell(header, WEIGHT_COLUMN, 'header', text('Bobot (%)')),
    ...bands.flatMap((band, offset) => {
      const row = header + 1 + offset;
      const key = a1(row, NUMBER_COLUMN);
      return [
        cell(row, NUMBER_COLUMN, 'number', number(band.id)),
        cell(row, NAME_COLUMN, 'text', text(band.name)),
        ...STAGES.map((stage) => {
          const filled = `SUMIFS(${weights},${keys},$${key},${proofRange(layout, stageColumn(stage))},">=0")`;
          const source = `=IF(${filled}=0,"",SUMIF(${keys},$${key},${proofRange(layout, productColumn(stage))})/${filled})`;
          const parts = kind === 'domain' ? cards[stage].domains : cards[stage].aspects;
          const value = parts[offset]?.value ?? null;
          return cell(row, stageColumn(stage), 'indexFormula', formula(source, value ? toNumber(value) : ''));
        }),
        cell(row, WEIGHT_COLUMN, 'weight', number(bandPercent(instrument, kind, band.id))),
      ];
    }),
  ];
}

/** The charts' message in words: the highest and the lowest aspect of Akhir. */
function extremeCells({ instrument, layout, cards }: Context): PlannedCell[] {
  const first = layout.aspectsHeader + 1;
  const last = layout.aspectsHeader + instrument.aspects.length;
  const column = columnLetters(stageColumn('akhir'));
  const values = `$${column}$${String(first)}:$${column}$${String(last)}`;
  const names = `$B$${String(first)}:$B$${String(last)}`;
  const aspects = cards.akhir.aspects.filter((aspect) => aspect.value !== null);
  const numbers = aspects.map((aspect) => (aspect.value ? toNumber(aspect.value) : 0));
  return (['MAX', 'MIN'] as const).flatMap((extreme, offset) => {
    const row = last + 1 + offset;
    const value = numbers.length === 0 ? null : extreme === 'MAX' ? Math.max(...numbers) : Math.min(...numbers);
    const found = value === null ? '' : (aspects[numbers.indexOf(value)]?.name ?? '');
    const label = extreme === 'MAX' ? 'Aspek tertinggi (Akhir): ' : 'Aspek terendah (Akhir): ';
    return [
      cell(
        row,
        NAME_COLUMN,
        'textFormula',
        formula(
          `=IF(COUNT(${values})=0,"",${quoted(label)}&INDEX(${names},MATCH(${extreme}(${values}),${values},0)))`,
          found === '' ? '' : label + found,
        ),
      ),
      cell(
        row,
        stageColumn('akhir'),
        'indexFormula',
        formula(`=IF(COUNT(${values})=0,"",${extreme}(${values}))`, value ?? ''),
      ),
    ];
  });
}

function stampCells({ layout }: Context): PlannedCell[] {
  return [
    cell(layout.stampTitle, NUMBER_COLUMN, 'section', text(STAMP_TITLE)),
    ...STAMP_KEYS.flatMap((key, offset) => {
      const row = layout.stampTitle + 1 + offset;
      const style = key === 'codeIndex' || key === 'workbookIndex' ? 'stampIndex' : 'stampText';
      return [cell(row, NAME_COLUMN, 'label', text(STAMP_LABELS[key])), cell(row, NAME_COLUMN + 1, style, blank)];
    }),
  ];
}

/** The indicator whose row of the proof this is; null of any other row. */
export function proofPosition(instrument: Instrument, row: number): IndicatorId | null {
  return instrument.indicators[row - summaryLayout(instrument).firstProofRow]?.id ?? null;
}

function proofCells(context: Context): PlannedCell[] {
  const { instrument, layout, worksheet, content } = context;
  const rows = indicatorRows(content);
  const explanation =
    'Tiap tingkat diambil dari lembar kerja menurut No, hanya bila bilangan bulat dalam skala; tanda ! berarti ada isian yang tidak dapat dipakai. Indeks = jumlah (tingkat × bobot) ÷ jumlah bobot yang terisi.';
  return [
    cell(layout.proofTitle, NUMBER_COLUMN, 'section', text(PROOF_TITLE)),
    cell(layout.proofTitle + 1, NUMBER_COLUMN, 'subtitle', text(explanation)),
    cell(layout.proofHeader, NUMBER_COLUMN, 'header', text('No')),
    cell(layout.proofHeader, NAME_COLUMN, 'header', text('Indikator')),
    ...stageHeaders(layout.proofHeader),
    cell(layout.proofHeader, WEIGHT_COLUMN, 'header', text(PROOF_WEIGHT_LABEL)),
    cell(layout.proofHeader, POSITION_COLUMN, 'header', text('Baris')),
    cell(layout.proofHeader, ASPECT_COLUMN, 'header', text('Aspek')),
    cell(layout.proofHeader, DOMAIN_COLUMN, 'header', text('Domain')),
    ...STAGES.map((stage) =>
      cell(layout.proofHeader, productColumn(stage), 'header', text(`${STAGE_LABELS[stage]} × bobot`)),
    ),
    ...instrument.indicators.flatMap((indicator, offset) => {
      const row = layout.firstProofRow + offset;
      return proofRow(row, indicator, rows.get(indicator.id) ?? null, worksheet, content);
    }),
  ];
}

function proofRow(
  row: number,
  indicator: Indicator,
  position: number | null,
  worksheet: string,
  content: WorksheetContent,
): PlannedCell[] {
  const answer = answerIn(content, indicator.id);
  const key = `$${a1(row, NUMBER_COLUMN)}`;
  const found = `$${a1(row, POSITION_COLUMN)}`;
  const numbers = searched(worksheet, columnOf('number'));
  const held = (column: number): string => `INDEX(${searched(worksheet, column)},${found})`;
  // A number that stands twice is ambiguous: neither row counts. An error value in the column must not hide the others.
  const locate = `=IF(IFERROR(SUMPRODUCT((${numbers}=${key})*1),1)=1,IFERROR(MATCH(${key},${numbers},0),""),"")`;
  return [
    cell(row, NUMBER_COLUMN, 'number', officialNumber(indicator)),
    cell(row, NAME_COLUMN, 'text', text(indicator.name)),
    ...STAGES.map((stage) => {
      const guarded = guardedLevel(held(columnOf(stage)), content.instrument);
      const source = `=IF(ISNUMBER(${found}),${guarded},"")`;
      return cell(row, stageColumn(stage), 'levelFormula', formula(source, levelOfAnswer(answer, stage) ?? ''));
    }),
    cell(row, WEIGHT_COLUMN, 'integer', number(indicator.weight)),
    cell(row, POSITION_COLUMN, 'integerFormula', formula(locate, position ?? '')),
    cell(row, ASPECT_COLUMN, 'integer', number(indicator.aspect)),
    cell(row, DOMAIN_COLUMN, 'integer', number(indicator.domain)),
    ...STAGES.map((stage) => {
      const level = a1(row, stageColumn(stage));
      const inputs = stage === 'akhir' ? INPUT_STAGES : ([stage] as const);
      const nothing = `IFERROR(${inputs.map((input) => held(columnOf(input))).join('&')}="",FALSE)`;
      const source = `=IF(ISNUMBER(${level}),${level}*$${a1(row, WEIGHT_COLUMN)},IF(ISNUMBER(${found}),IF(${nothing},"",${quoted(UNUSABLE_MARK)}),""))`;
      const value = levelOfAnswer(answer, stage);
      return cell(
        row,
        productColumn(stage),
        'integerFormula',
        formula(source, value === null ? (isUnusable(answer, stage) ? UNUSABLE_MARK : '') : value * indicator.weight),
      );
    }),
  ];
}

function levelOfAnswer(answer: Answer, stage: Stage): Level | null {
  return stage === 'akhir' ? finalLevel(answer) : (answer.levels[stage] ?? null);
}

/** True where something stands at the stage and is no level. */
function isUnusable(answer: Answer, stage: Stage): boolean {
  const inputs = stage === 'akhir' ? INPUT_STAGES : ([stage] as const);
  return levelOfAnswer(answer, stage) === null && inputs.some((input) => answer.unusable?.[input] !== undefined);
}

/** A column of the worksheet as the formulas search it. */
function searched(worksheet: string, column: number): string {
  const letters = columnLetters(column);
  return `${worksheet}!$${letters}$1:$${letters}$${String(SEARCHED_ROWS)}`;
}

function proofSumCells({ layout, cards, instrument }: Context): PlannedCell[] {
  const weights = proofRange(layout, WEIGHT_COLUMN);
  const rows = [
    [layout.sumRow, 'Jumlah (tingkat × bobot)'],
    [layout.weightRow, 'Jumlah bobot yang terisi'],
    [layout.indexRow, 'Indeks = jumlah (tingkat × bobot) ÷ jumlah bobot yang terisi'],
  ] as const;
  const totalWeight = instrument.indicators.reduce((sum, indicator) => sum + indicator.weight, 0);
  return [
    ...rows.flatMap(([row, label]) => [
      cell(row, NUMBER_COLUMN, 'label', blank),
      cell(row, NAME_COLUMN, 'label', text(label)),
    ]),
    cell(layout.weightRow, WEIGHT_COLUMN, 'integerFormula', formula(`=SUM(${weights})`, totalWeight)),
    ...STAGES.flatMap((stage) => {
      const column = stageColumn(stage);
      const letters = columnLetters(column);
      const card = cards[stage];
      const sum = `${letters}${String(layout.sumRow)}`;
      const weight = `${letters}${String(layout.weightRow)}`;
      return [
        cell(
          layout.sumRow,
          column,
          'integerFormula',
          formula(`=SUM(${proofRange(layout, productColumn(stage))})`, card.index?.numerator ?? 0),
        ),
        cell(
          layout.weightRow,
          column,
          'integerFormula',
          formula(`=SUMIF(${proofRange(layout, column)},">=0",${weights})`, card.index?.denominator ?? 0),
        ),
        cell(
          layout.indexRow,
          column,
          'indexFormula',
          formula(`=IF(${weight}=0,"",${sum}/${weight})`, card.index ? toNumber(card.index) : ''),
        ),
      ];
    }),
  ];
}

function charts(layout: SummaryLayout, instrument: Instrument): ChartPlan[] {
  const source = (header: number, count: number): ChartPlan['source'] => ({
    firstRow: header,
    firstColumn: NAME_COLUMN,
    lastRow: header + count,
    lastColumn: stageColumn('target'),
  });
  const position = (firstRow: number, lastRow: number): ChartPlan['position'] => ({
    firstRow,
    firstColumn: POSITION_COLUMN,
    lastRow,
    lastColumn: LAST_COLUMN,
  });
  const words = 'Angka yang sama ada pada tabel di kirinya.';
  return [
    {
      kind: 'radar',
      title: 'Indeks aspek',
      source: source(layout.aspectsHeader, instrument.aspects.length),
      position: position(layout.domainsHeader + 1, layout.aspectsHeader + instrument.aspects.length + 2),
      description: `Grafik radar indeks ${String(instrument.aspects.length)} aspek, Akhir di samping Target. ${words}`,
      axisMaximum: instrument.maxLevel,
    },
    {
      kind: 'bar',
      title: 'Indeks domain',
      source: source(layout.domainsHeader, instrument.domains.length),
      position: position(layout.figuresHeader, layout.domainsHeader - 1),
      description: `Grafik batang indeks ${String(instrument.domains.length)} domain, Akhir di samping Target. ${words}`,
      axisMaximum: instrument.maxLevel,
    },
  ];
}
