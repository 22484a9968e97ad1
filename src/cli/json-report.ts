/** The JSON of `index` and `check`: the contract that scripts rely on. */
import { describeError, describeFinding } from '../app/describe';
import type { Language } from '../i18n/language';
import { type Ratio, shown, toNumber } from '../scoring/ratio';
import type { AspectScore, PartScore, ScoreCard } from '../scoring/score-card';
import type { IndexRange } from '../scoring/range';
import { identityText, levelsAt } from '../worksheet/assessment';
import type { Finding } from '../worksheet/finding';
import type { Stage } from '../worksheet/vocabulary';
import type { ExaminedFile } from './examine-files';

export interface JsonIndex {
  readonly value: number;
  readonly shown: string;
}

export interface JsonPart {
  readonly id: number;
  readonly name: string;
  readonly value: number | null;
  readonly shown: string | null;
  readonly filled: number;
  readonly total: number;
}

export interface JsonFinding {
  readonly code: string;
  readonly severity: string;
  readonly sheet: string;
  readonly cell: string | null;
  readonly indicator: string | null;
  readonly message: string;
  readonly remedy: string;
}

export interface JsonResult {
  readonly file: string;
  readonly status: ScoreCard['status'] | 'unreadable';
  readonly error: { readonly code: string; readonly message: string; readonly remedy: string } | null;
  readonly instrument: string | null;
  readonly agency: string | null;
  readonly unit: string | null;
  readonly year: number | null;
  readonly stage: Stage;
  readonly filled: number;
  readonly total: number;
  readonly assigned: number;
  readonly index: JsonIndex | null;
  readonly predicate: string | null;
  readonly range: { readonly min: number; readonly max: number } | null;
  readonly domains: readonly JsonPart[];
  readonly aspects: readonly (JsonPart & { readonly domain: number })[];
  readonly levels: Readonly<Record<string, number | null>>;
  readonly findings: readonly JsonFinding[];
}

/** One file's entry of `results`. */
export function jsonResult({ file, result }: ExaminedFile, stage: Stage, language: Language): JsonResult {
  if (!result.ok) return unreadable(file, stage, { code: result.error.code, ...describeError(result.error, language) });
  const { assessment, cards, findings } = result.value;
  const card = cards[stage];
  const levels = levelsAt(assessment, stage);
  return {
    file,
    status: card.status,
    error: null,
    instrument: assessment.instrument.id,
    agency: identityText(assessment, 'agency'),
    unit: identityText(assessment, 'unit'),
    year: assessment.year,
    stage,
    filled: card.filled,
    total: card.total,
    assigned: assessment.rows.length + new Set(assessment.doubled.map(({ indicator }) => indicator.id)).size,
    index: card.index === null ? null : jsonIndex(card.index),
    predicate: card.predicate,
    range: jsonRange(card.range),
    domains: card.domains.map(jsonPart),
    aspects: card.aspects.map(jsonAspect),
    levels: Object.fromEntries(assessment.instrument.indicators.map(({ id }) => [id, levels.get(id) ?? null])),
    findings: findings.map((finding) => jsonFinding(finding, language)),
  };
}

function unreadable(file: string, stage: Stage, error: NonNullable<JsonResult['error']>): JsonResult {
  return {
    file,
    status: 'unreadable',
    error,
    instrument: null,
    agency: null,
    unit: null,
    year: null,
    stage,
    filled: 0,
    total: 0,
    assigned: 0,
    index: null,
    predicate: null,
    range: null,
    domains: [],
    aspects: [],
    levels: {},
    findings: [],
  };
}

function jsonIndex(ratio: Ratio): JsonIndex {
  return { value: toNumber(ratio), shown: shown(ratio) };
}

function jsonRange({ min, max }: IndexRange): JsonResult['range'] {
  return { min: toNumber(min), max: toNumber(max) };
}

function jsonPart({ id, name, value, filled, total }: PartScore): JsonPart {
  return { id, name, value: value && toNumber(value), shown: value && shown(value), filled, total };
}

function jsonAspect(aspect: AspectScore): JsonPart & { readonly domain: number } {
  const { id, ...rest } = jsonPart(aspect);
  return { id, domain: aspect.domain, ...rest };
}

/** A finding as the contract writes it. */
export function jsonFinding(finding: Finding, language: Language): JsonFinding {
  const { code, severity, sheet, cell, indicator } = finding;
  const { message, remedy } = describeFinding(finding, language);
  return { code, severity, sheet, cell, indicator, message, remedy };
}
