import type { NamePlan, WorkbookPlan } from '../sheet-plan';
import {
  IDENTITY_CELL_NAMES,
  type IdentityKey,
  indexCellName,
  predicateCellName,
  SHEET_NAMES,
  STAGES,
} from '../vocabulary';
import type { WorksheetContent } from './content';
import { criteriaPlan } from './criteria-plan';
import { figureCell, summaryPlan } from './summary-plan';
import { IDENTITY_PLACES } from './worksheet-layout';
import { worksheetPlan } from './worksheet-plan';

export interface OurSheetNames {
  readonly worksheet: string;
  readonly summary: string;
  readonly criteria: string;
}

/** A sheet's name, with a number behind it where a sheet bears it already: "LKE SPBE 2". */
export function freeSheetName(name: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((each) => each.toLowerCase()));
  let candidate = name;
  for (let suffix = 2; lower.has(candidate.toLowerCase()); suffix++) candidate = `${name} ${String(suffix)}`;
  return candidate;
}

/** Our sheets' names beside those that are taken. */
export function freeSheetNames(taken: readonly string[]): OurSheetNames {
  return {
    worksheet: freeSheetName(SHEET_NAMES.worksheet, taken),
    summary: freeSheetName(SHEET_NAMES.summary, taken),
    criteria: freeSheetName(SHEET_NAMES.criteria, taken),
  };
}

/** The three official sheets and the workbook's names. */
export function workbookPlan(content: WorksheetContent, names: OurSheetNames = SHEET_NAMES): WorkbookPlan {
  const { instrument } = content;
  const identity = Object.entries(IDENTITY_CELL_NAMES).map(([key, name]): NamePlan => {
    const { row, column } = IDENTITY_PLACES[key as IdentityKey];
    return { name, sheet: names.worksheet, row, column: column + 1 };
  });
  const figures = STAGES.flatMap((stage): NamePlan[] => [
    { name: indexCellName(stage), sheet: names.summary, ...figureCell(instrument, 'index', stage) },
    { name: predicateCellName(stage), sheet: names.summary, ...figureCell(instrument, 'predicate', stage) },
  ]);
  const { row, column } = IDENTITY_PLACES.agency;
  return {
    sheets: [
      worksheetPlan(names.worksheet, content),
      summaryPlan(names.summary, names.worksheet, content),
      criteriaPlan(names.criteria, instrument),
    ],
    names: [...identity, ...figures],
    show: { sheet: names.worksheet, row, column: column + 1 },
  };
}
