/** Sheets, drawings and charts given names in a package, with the relationships that lead from one to the next. */
import type { AddedPartKind } from './content-types';
import { DECLARATION, OFFICE_RELATIONSHIPS, PACKAGE_RELATIONSHIPS } from './namespaces';
import { relationshipsPart } from './ooxml-package';
import { DRAWING_ID, type PlannedSheet } from './plan-package';

export interface AddedPart {
  readonly name: string;
  readonly xml: string;
  /** Null for relationships, which every package lists by their extension. */
  readonly kind: AddedPartKind | null;
}

/**
 * The parts of one sheet under names that `freeName` finds: ("xl/charts/chart") → "xl/charts/chart3.xml".
 * The first is the worksheet itself.
 */
export function sheetParts(sheet: PlannedSheet, folder: string, freeName: (stem: string) => string): AddedPart[] {
  const sheetName = freeName(`${folder}worksheets/sheet`);
  const worksheet: AddedPart = { name: sheetName, xml: sheet.xml, kind: 'worksheet' };
  if (sheet.drawing === null) return [worksheet];

  const drawingName = freeName(`${folder}drawings/drawing`);
  const charts = sheet.charts.map((xml): AddedPart => ({
    name: freeName(`${folder}charts/chart`),
    xml,
    kind: 'chart',
  }));
  return [
    worksheet,
    relationshipPart(sheetName, [{ id: DRAWING_ID, type: 'drawing', target: drawingName }]),
    { name: drawingName, xml: sheet.drawing, kind: 'drawing' },
    relationshipPart(
      drawingName,
      charts.map((chart, index) => ({ id: `rId${String(index + 1)}`, type: 'chart', target: chart.name })),
    ),
    ...charts,
  ];
}

function relationshipPart(
  source: string,
  relationships: readonly { id: string; type: string; target: string }[],
): AddedPart {
  const list = relationships.map(({ id, type, target }) => relationshipXml(id, type, `/${target}`));
  const xml = `${DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${list.join('')}</Relationships>`;
  return { name: relationshipsPart(source), xml, kind: null };
}

/** One relationship of the transitional format. */
export function relationshipXml(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE_RELATIONSHIPS}/${type}" Target="${target}"/>`;
}
