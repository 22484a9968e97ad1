import type { Indicator, IndicatorId, Instrument, Level, ScaleId } from '../../instrument/instrument';
import { a1, type CellRange } from '../address';
import { constantOf } from '../cell-content';
import type { HighlightPlan, PlannedCell, PlannedContent, SheetPlan, ValidationPlan } from '../sheet-plan';
import {
  COLUMN_KEYS,
  COLUMN_LABELS,
  EXTERNAL_STAGES,
  IDENTITY_KEYS,
  IDENTITY_LABELS,
  type IdentityKey,
  INPUT_STAGES,
  LEVEL_COLUMNS,
  type LevelColumn,
  TEMPLATE_VERSION,
} from '../vocabulary';
import { type Answer, answerIn, type WorksheetContent } from './content';
import { blank, cell, formula, inSheetOrder, number, quoted, text, officialNumber } from './cells';
import { rowHeights } from './row-heights';
import { finalLevelFormula, levelNameFormula, unusableCondition } from './level-formulas';
import {
  columnOf,
  HEADER_ROW,
  IDENTITY_PLACES,
  identityAddress,
  type RowScope,
  type WorksheetLine,
  worksheetLines,
} from './worksheet-layout';

/** Column A also holds the identity labels, so it is wider than a number needs. */
const COLUMN_WIDTHS = [17, 46, 9, 8, 9, 10, 10, 8, 20, 26, 44, 44, 26];

/** The level that `Akhir` shows for an answer, or null: that of the last stage that is filled, if it is one. */
export function finalLevel({ levels, unusable }: Answer): Level | null {
  const last = INPUT_STAGES.findLast((stage) => levels[stage] !== undefined || unusable?.[stage] !== undefined);
  return last === undefined ? null : (levels[last] ?? null);
}

/** What an answer's level cell holds: the level, or what stands there instead. */
function levelContent({ levels, unusable }: Answer, stage: LevelColumn): PlannedContent {
  return constantOf(levels[stage] ?? unusable?.[stage] ?? null);
}

/** The official sheet `LKE SPBE`, or the same under another name where a foreign sheet has that one. */
export function worksheetPlan(name: string, content: WorksheetContent): SheetPlan {
  const { instrument } = content;
  const lines = worksheetLines(content);
  const last = HEADER_ROW + lines.length;
  const levelCells = {
    firstRow: HEADER_ROW + 1,
    firstColumn: columnOf('target'),
    lastRow: last,
    lastColumn: columnOf('eksternal'),
  };
  const cells = inSheetOrder([
    cell(1, 1, 'title', text('LEMBAR KERJA EVALUASI (LKE) SPBE')),
    ...identityCells(content),
    cell(
      HEADER_ROW - 1,
      1,
      'subtitle',
      text(
        'Isi sel kuning. Akhir dan Nama Tingkat dihitung sendiri; ringkasan kriteria tiap tingkat ada di Kriteria SPBE.',
      ),
    ),
    ...COLUMN_KEYS.map((key) => cell(HEADER_ROW, columnOf(key), 'header', text(COLUMN_LABELS[key]))),
    ...lines.flatMap((line) => {
      if (line.kind === 'indicator') return indicatorCells(line.row, line.indicator, content);
      const band = line.kind === 'domain' ? line.domain : line.aspect;
      const word = line.kind === 'domain' ? 'Domain' : 'Aspek';
      return bandCells(
        line.row,
        line.kind,
        `${word} ${String(band.id)}: ${band.name}`,
        bandPercent(instrument, line.kind, band.id),
      );
    }),
  ]);
  return {
    name,
    columnWidths: COLUMN_WIDTHS,
    rowHeights: rowHeights(cells, COLUMN_WIDTHS),
    cells,
    validations: [externalStageValidation(), ...levelValidations(instrument, lines)],
    highlights: highlights(instrument, levelCells.firstRow, last),
    charts: [],
    freeze: { rows: HEADER_ROW, columns: 2 },
    filter: { firstRow: HEADER_ROW, firstColumn: 1, lastRow: last, lastColumn: COLUMN_KEYS.length },
    print: {
      area: { firstRow: 1, firstColumn: 1, lastRow: last, lastColumn: COLUMN_KEYS.length },
      repeatRows: { first: HEADER_ROW, last: HEADER_ROW },
    },
    tabColor: '#0F6CBD',
  };
}

function identityCells(content: WorksheetContent): PlannedCell[] {
  const { instrument, services } = content;
  const values: Readonly<Record<IdentityKey, ReturnType<typeof text>>> = {
    agency: text(content.agency),
    unit: text(content.unit),
    year: number(content.year),
    externalStage: text(content.externalStage),
    instrument: text(instrument.id),
    template: number(TEMPLATE_VERSION),
    service1: text(services[0]),
    service2: text(services[1]),
    service3: text(services[2]),
  };
  return IDENTITY_KEYS.flatMap((key) => {
    const { row, column } = IDENTITY_PLACES[key];
    const fixed = key === 'instrument' || key === 'template';
    return [
      cell(row, column, 'label', text(IDENTITY_LABELS[key])),
      cell(row, column + 1, fixed ? 'identityFixed' : 'identityInput', values[key]),
    ];
  });
}

/** The official percentage of a domain or an aspect: the sum of its indicators' weights. */
export function bandPercent(instrument: Instrument, kind: 'domain' | 'aspect', id: number): number {
  const weight = instrument.indicators
    .filter((indicator) => indicator[kind] === id)
    .reduce((sum, each) => sum + each.weight, 0);
  return weight / instrument.unitsPerPercent;
}

function bandCells(row: number, kind: 'domain' | 'aspect', title: string, percent: number): PlannedCell[] {
  const style = kind === 'domain' ? 'domainBand' : 'aspectBand';
  return COLUMN_KEYS.map((key) => {
    if (key === 'indicator') return cell(row, columnOf(key), style, text(title));
    if (key === 'weight') return cell(row, columnOf(key), `${style}Number`, number(percent));
    return cell(row, columnOf(key), style, blank);
  });
}

/** The cells of one indicator's row. */
export function indicatorCells(row: number, indicator: Indicator, content: WorksheetContent): PlannedCell[] {
  const { instrument } = content;
  const answer = answerIn(content, indicator.id);
  const at = (key: Parameters<typeof columnOf>[0]): string => a1(row, columnOf(key));
  const final = finalLevel(answer);
  const finalName = instrument.levelNames[indicator.scale].find(({ level }) => level === final)?.name ?? '';
  return [
    cell(row, columnOf('number'), 'number', officialNumber(indicator)),
    cell(row, columnOf('indicator'), 'text', indicatorName(indicator, content.services)),
    cell(row, columnOf('weight'), 'weight', number(indicator.weight / instrument.unitsPerPercent)),
    ...LEVEL_COLUMNS.map((key) => cell(row, columnOf(key), 'levelInput', levelContent(answer, key))),
    cell(
      row,
      columnOf('akhir'),
      'levelFormula',
      formula(finalLevelFormula(at('mandiri'), at('verifikasi'), at('eksternal'), instrument), final ?? ''),
    ),
    cell(
      row,
      columnOf('levelName'),
      'textFormula',
      formula(levelNameFormula(at('akhir'), instrument, indicator.scale), finalName),
    ),
    cell(row, columnOf('responsible'), 'textInput', text(answer.responsible)),
    cell(row, columnOf('explanation'), 'textInput', text(answer.explanation)),
    cell(row, columnOf('evidence'), 'textInput', text(answer.evidence)),
    cell(row, columnOf('note'), 'textInput', text(answer.note)),
  ];
}

/** The official name; for a service that the agency chooses, a formula that adds the service's name once it is given. */
function indicatorName(indicator: Indicator, services: WorksheetContent['services']): PlannedContent {
  if (indicator.chosenService === null) return text(indicator.name);
  const reference = identityAddress(`service${indicator.chosenService}` as const);
  return chosenServiceName(indicator, reference, services[indicator.chosenService - 1] ?? '');
}

/** The name of a chosen service's indicator: a formula over the cell that names the service, with what it yields. */
export function chosenServiceName({ name }: Indicator, reference: string, service: string): PlannedContent {
  return formula(
    `=${quoted(name)}&IF(${reference}="","",": "&${reference})`,
    service === '' ? name : `${name}: ${service}`,
  );
}

function externalStageValidation(): ValidationPlan {
  const { row, column } = IDENTITY_PLACES.externalStage;
  const choices = EXTERNAL_STAGES.join(', ');
  return {
    range: { firstRow: row, firstColumn: column + 1, lastRow: row, lastColumn: column + 1 },
    choices: EXTERNAL_STAGES,
    promptTitle: 'Tahap eksternal',
    prompt: `Tahap penilaian eksternal yang terakhir: ${choices}. Kosongkan bila belum ada.`,
    errorTitle: 'Bukan tahap eksternal',
    error: `Pilih salah satu: ${choices}.`,
  };
}

/** One rule for each run of indicator rows with the same scale, so that the texts name that scale's levels. */
function levelValidations(instrument: Instrument, lines: readonly WorksheetLine[]): ValidationPlan[] {
  const runs: { scale: Indicator['scale']; first: number; last: number }[] = [];
  for (const line of lines) {
    if (line.kind !== 'indicator') continue;
    const run = runs.at(-1);
    if (run?.scale === line.indicator.scale && run.last === line.row - 1) run.last = line.row;
    else runs.push({ scale: line.indicator.scale, first: line.row, last: line.row });
  }
  return runs.map(({ scale, first, last }) =>
    levelRule(instrument, scale, {
      firstRow: first,
      firstColumn: columnOf('target'),
      lastRow: last,
      lastColumn: columnOf('eksternal'),
    }),
  );
}

/** The rule of level cells of one scale: its levels as a list, its names in the texts. */
export function levelRule(instrument: Instrument, scale: ScaleId, range: CellRange): ValidationPlan {
  const names = instrument.levelNames[scale];
  const listed = names.map(({ level, name }) => `${String(level)} ${name}`).join(', ');
  const kind = scale === 'process' ? 'kapabilitas proses' : 'kapabilitas layanan';
  return {
    range,
    choices: names.map(({ level }) => String(level)),
    promptTitle: 'Tingkat kematangan',
    prompt: `Tingkat ${kind}: ${listed}. Kosongkan bila belum dinilai.`,
    errorTitle: 'Bukan tingkat kematangan',
    error: `Ketik angka bulat ${String(instrument.minLevel)} sampai ${String(instrument.maxLevel)}: ${listed}.`,
  };
}

function highlights(instrument: Instrument, firstRow: number, lastRow: number): HighlightPlan[] {
  const first = columnOf('target');
  return [
    {
      range: { firstRow, firstColumn: first, lastRow, lastColumn: columnOf('eksternal') },
      formula: unusableCondition(a1(firstRow, first), instrument),
      look: 'unusable',
    },
  ];
}

/** The indicators' rows in a fresh sheet, by indicator. */
export function indicatorRows(scope: RowScope): ReadonlyMap<IndicatorId, number> {
  return new Map(
    worksheetLines(scope).flatMap((line) =>
      line.kind === 'indicator' ? [[line.indicator.id, line.row] as const] : [],
    ),
  );
}
