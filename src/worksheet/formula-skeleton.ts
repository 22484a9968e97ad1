import type { GridCell } from './cell-grid';

/**
 * A formula without what inserting, sorting, renaming and another program's spelling change: references, sheet names,
 * dollar signs, spaces, case and the brackets of TRUE(). Two formulas with one skeleton do the same to whatever cells they name:
 * "=SUM( 'LKE SPBE'!$A$1:B2)" → "=SUM(@:@)".
 */
export function formulaSkeleton(formula: string): string {
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part) => (part.startsWith('"') ? part : withoutReferences(part)))
    .join('');
}

function withoutReferences(part: string): string {
  return part
    .replace(/'(?:[^']|'')*'!|[\p{L}\p{N}_.]+!/gu, '')
    .replace(/[\s$]/g, '')
    .toUpperCase()
    .replace(/(?<=\b(?:TRUE|FALSE))\(\)/g, '')
    .replace(/(?<![A-Z0-9_.])[A-Z]{1,3}\d{1,7}(?![A-Z0-9_.(])/g, '@');
}

/** True where the cell holds a formula that does the same; of a follower of a shared formula only its presence is known. */
export function holdsFormula(cell: GridCell | null, planned: string): boolean {
  const formula = cell?.formula ?? null;
  if (formula === null) return false;
  return formula === '=' || formulaSkeleton(formula) === formulaSkeleton(planned);
}
