/** The boxes in which a sheet's notes are shown, in the drawing language that the format has kept for them alone. */

/** Columns and rows that a box covers beside its cell. */
const WIDTH = 3;
const HEIGHT = 6;

/** A part with a hidden box for a note at each of these cells. */
export function noteShapes(cells: readonly { readonly row: number; readonly column: number }[]): string {
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    cells.map(noteShape).join('') +
    '</xml>'
  );
}

/** The numbers of shapes begin behind those that belong to the drawing itself. */
const FIRST_SHAPE = 1025;

function noteShape({ row, column }: { readonly row: number; readonly column: number }, index: number): string {
  // Left, top, right and bottom: each a column or row counted from 0, and pixels into it.
  const anchor = [column, 15, row - 1, 10, column + WIDTH, 15, row - 1 + HEIGHT, 4].join(', ');
  return (
    `<v:shape id="_x0000_s${String(FIRST_SHAPE + index)}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"/>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${String(row - 1)}</x:Row><x:Column>${String(column - 1)}</x:Column></x:ClientData></v:shape>`
  );
}
