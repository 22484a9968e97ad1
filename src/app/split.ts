/** One workbook for each unit, out of the agency's: what each holds, and what goes into none. */
import type { IndicatorId } from '../instrument/instrument';
import { failure, type Result, success } from '../workbook/result';
import { a1 } from '../worksheet/address';
import { isFound, type LevelReading } from '../worksheet/assessment';
import type { CheckedWorkbook } from '../worksheet/checks/checked-workbook';
import type { WorksheetContent } from '../worksheet/plan/content';
import { contentFrom } from '../worksheet/plan/content-from';
import { INPUT_STAGES, LEVEL_COLUMNS } from '../worksheet/vocabulary';
import { unitFileNames } from './file-names';
import { type Unit, unitsOf } from './units';

/** An agency has some dozens; a cell made to name thousands must not fill a disk. */
export const MAX_UNITS = 500;

/** The workbook of one unit. */
export interface UnitWorkbook {
  readonly unit: string;
  readonly fileName: string;
  /** In the instrument's order. */
  readonly indicators: readonly IndicatorId[];
  /** What `workbookPlan` makes the workbook of. */
  readonly content: WorksheetContent;
}

export interface Split {
  /** By the units' names. */
  readonly workbooks: readonly [UnitWorkbook, ...UnitWorkbook[]];
  /** Indicators without a unit: they are in none of the workbooks. */
  readonly unassigned: readonly IndicatorId[];
  /** Cells whose level is a plain number in the new workbooks only: a text or tick of a foreign layout, a damaged row's. */
  readonly taken: readonly string[];
  /** Cells that hold something else where a level belongs: it stands in the new workbooks as well, for the unit to mend. */
  readonly unusable: readonly string[];
  /** Cells whose level is in none of the workbooks, because it belongs to no indicator or cannot be written as it is. */
  readonly lost: readonly string[];
  /** Indicators that have several rows: they get an empty one, for nobody knows which of them holds. */
  readonly doubled: readonly IndicatorId[];
}

/** Why there is nothing to split; the unassigned indicators are told all the same. */
export interface SplitError {
  readonly code: 'no-units' | 'too-many-units';
  readonly subject: string | null;
  readonly unassigned: readonly IndicatorId[];
}

/**
 * One workbook for each unit that `Penanggung Jawab` names, with its own indicators and what the agency's workbook holds
 * of them; an indicator of several units goes to each.
 */
export function splitByUnit(workbook: CheckedWorkbook): Result<Split, SplitError> {
  const { instrument, doubled } = workbook.assessment;
  const content = contentFrom(workbook);
  const units = unitsOf(workbook, 'every');
  const given = new Set(units.flatMap(({ indicators }) => [...indicators]));
  const inWorkbook = instrument.indicators.map(({ id }) => id).filter((id) => content.assigned?.has(id) !== false);
  const unassigned = inWorkbook.filter((id) => !given.has(id));
  if (units.length > MAX_UNITS) return failure({ code: 'too-many-units', subject: String(units.length), unassigned });
  const names = unitFileNames(
    units.map(({ name }) => name),
    content.year,
  );
  const [first, ...others] = units.map((unit, index) => unitWorkbook(content, unit, names[index] ?? ''));
  if (first === undefined) return failure({ code: 'no-units', subject: null, unassigned });
  const repeated = new Set(doubled.map(({ indicator }) => indicator.id));
  return success({
    workbooks: [first, ...others],
    unassigned,
    doubled: inWorkbook.filter((id) => repeated.has(id) && given.has(id)),
    ...cellsApart(workbook, content, given),
  });
}

function unitWorkbook(content: WorksheetContent, unit: Unit, fileName: string): UnitWorkbook {
  const indicators = content.instrument.indicators.filter(({ id }) => unit.indicators.has(id));
  const assigned = new Set(indicators.map(({ id }) => id));
  const chosen = new Set(indicators.map(({ chosenService }) => chosenService));
  const service = (number: 1 | 2 | 3): string => (chosen.has(number) ? content.services[number - 1] : undefined) ?? '';
  return {
    unit: unit.name,
    fileName,
    indicators: [...assigned],
    content: {
      ...content,
      unit: unit.name,
      services: [service(1), service(2), service(3)],
      answers: new Map([...content.answers].filter(([id]) => assigned.has(id))),
      assigned,
    },
  };
}

/** The level cells that are not simply the same in the new workbooks. */
function cellsApart(
  { assessment }: CheckedWorkbook,
  { answers }: WorksheetContent,
  given: ReadonlySet<string>,
): Pick<Split, 'taken' | 'unusable' | 'lost'> {
  const stages = assessment.origin === 'foreign' ? ([...LEVEL_COLUMNS, 'akhir'] as const) : LEVEL_COLUMNS;
  const cells = assessment.rows
    .filter(({ indicator }) => given.has(indicator.id))
    .flatMap((row) =>
      stages.flatMap((stage) => {
        const reading = row.levels[stage];
        if (reading.state === 'blank') return [];
        const kept = answers.get(row.indicator.id)?.unusable ?? {};
        const isKept = stage === 'akhir' ? INPUT_STAGES.some((input) => input in kept) : stage in kept;
        return [{ cell: a1(row.row, reading.column), fate: fateOf(reading, isFound(assessment, row), isKept) }];
      }),
    );
  const cellsOf = (wanted: Fate): readonly string[] =>
    cells.filter(({ fate }) => fate === wanted).map(({ cell }) => cell);
  // A level in a row that belongs to no indicator has nowhere to go.
  const unknown = assessment.unknown.map(({ row, column }) => a1(row, column));
  return { taken: cellsOf('taken'), unusable: cellsOf('unusable'), lost: [...cellsOf('lost'), ...unknown] };
}

type Fate = 'same' | 'taken' | 'unusable' | 'lost';

function fateOf(reading: Exclude<LevelReading, { state: 'blank' }>, counts: boolean, isKept: boolean): Fate {
  if (reading.state === 'level') return reading.source === 'number' && counts ? 'same' : 'taken';
  return isKept ? 'unusable' : 'lost';
}
