import type { Instrument } from '../../instrument/instrument';
import { columnLetters } from '../address';
import { STAGES, STAMP_LABELS, type Stage, type StampKey } from '../vocabulary';

/**
 * Where things stand in a fresh `Rekap SPBE`. The stages keep their columns from the top table down to the proof,
 * Akhir and Target beside the names, so that both charts draw from one contiguous block.
 */

export const NUMBER_COLUMN = 1;
export const NAME_COLUMN = 2;
const FIRST_STAGE_COLUMN = 3;
export const WEIGHT_COLUMN = FIRST_STAGE_COLUMN + STAGES.length;
export const POSITION_COLUMN = WEIGHT_COLUMN + 1;
export const ASPECT_COLUMN = WEIGHT_COLUMN + 2;
export const DOMAIN_COLUMN = WEIGHT_COLUMN + 3;
const FIRST_PRODUCT_COLUMN = WEIGHT_COLUMN + 4;
export const LAST_COLUMN = FIRST_PRODUCT_COLUMN + STAGES.length - 1;

/** The column of a stage's figures and guarded levels. */
export function stageColumn(stage: Stage): number {
  return FIRST_STAGE_COLUMN + STAGES.indexOf(stage);
}

/** The column of a stage's level × weight in the proof. */
export function productColumn(stage: Stage): number {
  return FIRST_PRODUCT_COLUMN + STAGES.indexOf(stage);
}

export const STAMP_KEYS = Object.keys(STAMP_LABELS) as readonly StampKey[];

/** Rows of the top table, in their order. */
export const FIGURES = [
  'index',
  'predicate',
  'completeness',
  'filled',
  'unusable',
  'lowest',
  'highest',
  'rounding',
] as const;
export type Figure = (typeof FIGURES)[number];

export interface SummaryLayout {
  readonly figuresHeader: number;
  readonly domainsHeader: number;
  readonly aspectsHeader: number;
  readonly stampTitle: number;
  readonly proofTitle: number;
  readonly proofHeader: number;
  readonly firstProofRow: number;
  readonly lastProofRow: number;
  readonly sumRow: number;
  readonly weightRow: number;
  readonly indexRow: number;
}

/** The rows of a fresh summary of this instrument. */
export function summaryLayout(instrument: Instrument): SummaryLayout {
  const figuresHeader = 4;
  const domainsHeader = figuresHeader + FIGURES.length + 2;
  const aspectsHeader = domainsHeader + instrument.domains.length + 2;
  const stampTitle = aspectsHeader + instrument.aspects.length + 4;
  const proofTitle = stampTitle + STAMP_KEYS.length + 2;
  const proofHeader = proofTitle + 2;
  const firstProofRow = proofHeader + 1;
  const lastProofRow = proofHeader + instrument.indicators.length;
  return {
    figuresHeader,
    domainsHeader,
    aspectsHeader,
    stampTitle,
    proofTitle,
    proofHeader,
    firstProofRow,
    lastProofRow,
    sumRow: lastProofRow + 1,
    weightRow: lastProofRow + 2,
    indexRow: lastProofRow + 3,
  };
}

/** The row of a figure in the top table. */
export function figureRow(layout: SummaryLayout, figure: Figure): number {
  return layout.figuresHeader + 1 + FIGURES.indexOf(figure);
}

/** A column of the proof as an absolute range: "$H$44:$H$90". */
export function proofRange(layout: SummaryLayout, column: number): string {
  const letters = columnLetters(column);
  return `$${letters}$${String(layout.firstProofRow)}:$${letters}$${String(layout.lastProofRow)}`;
}
