/** Sheets, drawings and charts given names in a package, with the relationships that lead from one to the next. */
import { type CarriedAttachments, NOTHING_CARRIED } from './attachments';
import type { AddedPartKind } from './content-types';
import { DECLARATION, OFFICE_RELATIONSHIPS, PACKAGE_RELATIONSHIPS, THREADED_COMMENT } from './namespaces';
import { relationshipsPart } from './ooxml-package';
import { DRAWING_ID, type PlannedSheet } from './plan-package';

export interface AddedPart {
  readonly name: string;
  readonly xml: string;
  /** Null for relationships, which every package lists by their extension. */
  readonly kind: AddedPartKind | null;
}

/** Finds a name for a part: ("xl/charts/chart", ".xml") → "xl/charts/chart3.xml". */
export type FreeName = (stem: string, ending?: string) => string;

/** The parts of one sheet under free names, with what is carried on of the one before. The first is the worksheet itself. */
export function sheetParts(
  sheet: PlannedSheet,
  folder: string,
  freeName: FreeName,
  carried: CarriedAttachments = NOTHING_CARRIED,
): AddedPart[] {
  const sheetName = freeName(`${folder}worksheets/sheet`);
  const drawing = sheet.drawing === null ? [] : drawingParts(sheet.drawing, sheet.charts, folder, freeName);
  const comments = commentParts(carried, folder, freeName);
  const relationships = [
    ...drawing.slice(0, 1).map(({ name }) => relationshipXml(DRAWING_ID, 'drawing', `/${name}`)),
    ...comments.map(({ name, kind }) => relationshipXml(COMMENT_IDS[kind], kind, `/${name}`)),
    ...carried.targets,
  ];
  return [
    { name: sheetName, xml: withAttachments(sheet.xml, carried), kind: 'worksheet' },
    ...(relationships.length === 0 ? [] : [relationshipPart(sheetName, relationships)]),
    ...drawing,
    ...comments,
  ];
}

/** The drawing, its relationships, and the charts that it places. */
function drawingParts(xml: string, chartXmls: readonly string[], folder: string, freeName: FreeName): AddedPart[] {
  const name = freeName(`${folder}drawings/drawing`);
  const charts = chartXmls.map((chart): AddedPart => ({
    name: freeName(`${folder}charts/chart`),
    xml: chart,
    kind: 'chart',
  }));
  const relationships = charts.map((chart, index) =>
    relationshipXml(`rId${String(index + 1)}`, 'chart', `/${chart.name}`),
  );
  return [{ name, xml, kind: 'drawing' }, relationshipPart(name, relationships), ...charts];
}

const COMMENT_IDS = { comments: 'rIdComments', vmlDrawing: 'rIdShapes', threadedComment: 'rIdThreads' } as const;

interface CommentPart extends AddedPart {
  readonly kind: keyof typeof COMMENT_IDS;
}

function commentParts(
  { notes, shapes, threads }: CarriedAttachments,
  folder: string,
  freeName: FreeName,
): CommentPart[] {
  const part = (xml: string | null, kind: CommentPart['kind'], stem: string, ending?: string): CommentPart[] =>
    xml === null ? [] : [{ name: freeName(`${folder}${stem}`, ending), xml, kind }];
  return [
    ...part(notes, 'comments', 'comments'),
    ...part(shapes, 'vmlDrawing', 'drawings/vmlDrawing', '.vml'),
    ...part(threads, 'threadedComment', 'threadedComments/threadedComment'),
  ];
}

/** The sheet with its links, and with the boxes of its notes behind any drawing: the format has a fixed order. */
function withAttachments(xml: string, { links, shapes }: CarriedAttachments): string {
  const linked = links === '' ? xml : xml.replace(/<(?:printOptions|pageMargins)\b/, (next) => `${links}${next}`);
  if (shapes === null) return linked;
  const boxes = `<legacyDrawing xmlns:r="${OFFICE_RELATIONSHIPS}" r:id="${COMMENT_IDS.vmlDrawing}"/>`;
  return linked.replace('</worksheet>', () => `${boxes}</worksheet>`);
}

function relationshipPart(source: string, relationships: readonly string[]): AddedPart {
  const list = relationships.join('');
  const xml = `${DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${list}</Relationships>`;
  return { name: relationshipsPart(source), xml, kind: null };
}

/** One relationship of the transitional format. */
export function relationshipXml(id: string, kind: string, target: string): string {
  const type = kind === 'threadedComment' ? THREADED_COMMENT : `${OFFICE_RELATIONSHIPS}/${kind}`;
  return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
}
