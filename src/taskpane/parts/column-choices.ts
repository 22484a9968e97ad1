import type { Examination } from '../../app/examine';
import { columnLetters } from '../../worksheet/address';
import { cellAt, lastColumn, lastRow } from '../../worksheet/cell-grid';
import { shownValue } from '../../worksheet/finding';
import {
  type ColumnPointing,
  type GivenColumns,
  POINTED_COLUMNS,
  type PointedColumn,
} from '../../worksheet/recognise/given-columns';
import type { ColumnKey } from '../../worksheet/vocabulary';

/** A column of the sheet, as it is offered: "C · Nilai". */
export interface ColumnChoice {
  readonly column: number;
  readonly label: string;
}

/** What a person has chosen for each thing; null is "no column". */
export type ChosenColumns = Readonly<Record<PointedColumn, number | null>>;

/** The columns of the assessed sheet that hold anything from the header down. */
export function columnChoices({ assessment, worksheet }: Examination): readonly ColumnChoice[] {
  const choices: ColumnChoice[] = [];
  for (let column = worksheet.firstColumn; column <= lastColumn(worksheet); column++) {
    if (!holdsAnything(worksheet, assessment.headerRow, column)) continue;
    const header = shownValue(cellAt(worksheet, assessment.headerRow, column)?.value ?? null);
    choices.push({ column, label: [columnLetters(column), header].filter((part) => part !== '').join(' · ') });
  }
  return choices;
}

/** What is recognised now, as the start of a person's choice. */
export function recognisedColumns({ assessment: { columns } }: Examination): ChosenColumns {
  return Object.fromEntries(POINTED_COLUMNS.map((key) => [key, columns[key] ?? null])) as ChosenColumns;
}

/** What a person says beyond what was recognised, or null where that is nothing. */
export function pointingOf(examination: Examination, chosen: ChosenColumns): ColumnPointing | null {
  const { assessment } = examination;
  const recognised = recognisedColumns(examination);
  const said = POINTED_COLUMNS.filter((key) => chosen[key] !== recognised[key]);
  if (said.length === 0) return null;
  // "No column" is remembered as leading to the column of indicators, which must therefore be said as well.
  const told = POINTED_COLUMNS.filter(
    (key) => said.includes(key) || ((key === 'indicator' || key === 'number') && chosen[key] !== null),
  );
  const columns: GivenColumns = Object.fromEntries(told.map((key) => [key, chosen[key]]));
  return { sheet: assessment.sheet, headerRow: assessment.headerRow, columns };
}

/** The first two things for which the same column is chosen, or null: a column holds one thing. */
export function chosenTwice(chosen: ChosenColumns): readonly [ColumnKey, ColumnKey] | null {
  for (const [index, key] of POINTED_COLUMNS.entries()) {
    const column = chosen[key];
    const other = POINTED_COLUMNS.slice(0, index).find((each) => column !== null && chosen[each] === column);
    if (other !== undefined && !(other === 'number' && key === 'indicator')) return [other, key];
  }
  return null;
}

function holdsAnything(worksheet: Examination['worksheet'], headerRow: number, column: number): boolean {
  for (let row = headerRow; row <= lastRow(worksheet); row++) {
    if (shownValue(cellAt(worksheet, row, column)?.value ?? null) !== '') return true;
  }
  return false;
}
