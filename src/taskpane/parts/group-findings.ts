import { describeFinding } from '../../app/describe';
import type { Language } from '../../i18n/language';
import type { CellTarget } from '../../workbook/port';
import { parseA1 } from '../../worksheet/address';
import type { Finding, Severity } from '../../worksheet/finding';

export interface FindingGroup {
  readonly key: string;
  readonly severity: Severity;
  readonly title: string;
  /** What to do, where it is the same for several; else null, and each item says its own. */
  readonly remedy: string | null;
  readonly items: readonly FindingItem[];
}

interface FindingItem {
  readonly key: string;
  readonly message: string;
  readonly remedy: string;
  /** "LKE SPBE!E12", or null where the finding has no cell. */
  readonly cell: string | null;
  readonly target: CellTarget | null;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'hint'];

/** The findings by severity, then by kind in the order in which they were found. */
export function groupFindings(findings: readonly Finding[], language: Language): readonly FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const severity of SEVERITIES) {
    for (const finding of findings.filter((each) => each.severity === severity)) {
      const key = `${severity} ${finding.code}`;
      groups.set(key, [...(groups.get(key) ?? []), finding]);
    }
  }
  return [...groups].flatMap(([key, members]) => {
    const [first] = members;
    if (first === undefined) return [];
    const items = members.map((finding, position) => itemOf(finding, position, language));
    const remedies = new Set(items.map(({ remedy }) => remedy));
    return [
      {
        key,
        severity: first.severity,
        title: describeFinding(first, language).title,
        remedy: items.length > 1 && remedies.size === 1 ? (items[0]?.remedy ?? null) : null,
        items,
      },
    ];
  });
}

function itemOf(finding: Finding, position: number, language: Language): FindingItem {
  const { message, remedy } = describeFinding(finding, language);
  const { sheet, cell, code } = finding;
  const place = cell === null ? null : parseA1(cell);
  return {
    // The position tells apart findings without a cell; the rest keeps an item itself when others come and go.
    key: [code, sheet, cell ?? String(position), finding.stage, finding.indicator].join('|'),
    message,
    remedy,
    cell: cell === null ? null : `${sheet}!${cell}`,
    target: place && { sheet, ...place },
  };
}
