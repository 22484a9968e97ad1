/** What there is to know about cells of one sheet: findings, and results that may no longer hold. */
import { describeFinding } from '../../app/describe';
import type { Language } from '../../i18n/language';
import { parseRange } from '../../worksheet/address';
import type { Finding, Severity } from '../../worksheet/finding';

export interface Mark {
  /** The gravest of its findings. */
  readonly severity: Severity;
  readonly sentences: readonly string[];
}

const GRAVEST: readonly Severity[] = ['error', 'warning', 'hint'];

/** The marks of a sheet by "row:column". */
export function marksOf(findings: readonly Finding[], sheet: string, language: Language): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const finding of findings) {
    const range = finding.cell === null || finding.sheet !== sheet ? null : parseRange(finding.cell);
    if (range === null) continue;
    const key = markKey(range.firstRow, range.firstColumn);
    const { message, remedy } = describeFinding(finding, language);
    const before = marks.get(key);
    marks.set(key, {
      severity: GRAVEST.find((each) => each === before?.severity || each === finding.severity) ?? finding.severity,
      sentences: [...(before?.sentences ?? []), `${message} ${remedy}`],
    });
  }
  return marks;
}

/** Where a mark is found. */
export function markKey(row: number, column: number): string {
  return `${String(row)}:${String(column)}`;
}
