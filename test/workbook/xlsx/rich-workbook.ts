/** A workbook with what people have in theirs, and what of it a change left as it was. */
import { readZip, unpack } from '../../../src/workbook/xlsx/zip';
import { foreignParts, PLAIN_STYLES, type Parts, type Spelling } from './foreign-workbook';

export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook with what people have in theirs: a chart, a picture, comments, macros, a printer's settings, own styles. */
export function richParts(more: Partial<Spelling> = {}): Parts {
  const parts = foreignParts({
    sheets: {
      'Data Dinas':
        '<row r="1" spans="1:2" ht="20" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><v>2</v></c></row>' +
        '<row r="3" s="1" customFormat="1"><c r="B3"><f>B1*2</f><v>4</v></c><c r="D3" s="1" cm="1"><v>9</v></c></row>',
      Terkunci: '<row r="1"><c r="A1" s="2"><v>1</v></c><c r="B1"><v>1</v></c></row>',
    },
    sharedStrings: '<si><t>Dinas</t></si>',
    styles: PLAIN_STYLES.replace(
      /<cellXfs.*/,
      '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"><protection locked="0"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
        '<dxfs count="1"><dxf><font><b/></font></dxf></dxfs>',
    ).replace('<fonts', '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.000"/></numFmts><fonts'),
    workbookHead: '<workbookPr codeName="ThisWorkbook"/><bookViews><workbookView activeTab="1"/></bookViews>',
    workbookTail:
      '<definedNames><definedName name="DAFTAR">\'Data Dinas\'!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="1">Terkunci!$A$1</definedName></definedNames><calcPr calcId="191029"/>',
    ...more,
  });
  const relationship = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${kind}" Target="${target}"/>`;
  const list = (xml: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${xml}</Relationships>`;
  return {
    ...parts,
    'xl/worksheets/sheet2.xml': String(parts['xl/worksheets/sheet2.xml']).replace(
      '</sheetData>',
      '</sheetData><sheetProtection sheet="1"/>',
    ),
    'xl/worksheets/_rels/sheet1.xml.rels': list(
      relationship('rId1', 'drawing', '../drawings/drawing1.xml') +
        relationship('rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml') +
        relationship('rId3', 'comments', '../comments1.xml'),
    ),
    'xl/drawings/drawing1.xml': '<wsDr><a/></wsDr>',
    'xl/drawings/_rels/drawing1.xml.rels': list(
      relationship('rId1', 'chart', '../charts/chart1.xml') + relationship('rId2', 'image', '../media/image1.png'),
    ),
    'xl/charts/chart1.xml': '<chartSpace> <!-- kept as it is --> </chartSpace>',
    'xl/media/image1.png': new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 1, 2, 3]),
    'xl/drawings/vmlDrawing1.vml': '<xml/>',
    'xl/comments1.xml': '<comments/>',
    'xl/vbaProject.bin': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
    'xl/printerSettings/printerSettings1.bin': new Uint8Array([1, 2, 3]),
    'docProps/app.xml': '<Properties><TitlesOfParts/></Properties>',
  };
}

/** Names of the entries whose stored bytes, check sum or stamp are not those of before; new ones with a plus. */
export function changes(before: Uint8Array, after: Uint8Array): string[] {
  const old = new Map(readZip(before).map((entry) => [entry.name, entry]));
  const now = readZip(after);
  const gone = [...old.keys()].filter((name) => !now.some((entry) => entry.name === name));
  const same = (one: Uint8Array, other: Uint8Array) => Buffer.from(one).equals(Buffer.from(other));
  return [
    ...gone.map((name) => `-${name}`),
    ...now.flatMap((entry) => {
      const was = old.get(entry.name);
      if (was === undefined) return [`+${entry.name}`];
      return same(was.packed, entry.packed) && was.crc === entry.crc && was.stamp === entry.stamp ? [] : [entry.name];
    }),
  ];
}

export function partOf(bytes: Uint8Array, name: string): string {
  const entry = readZip(bytes).find((candidate) => candidate.name === name);
  if (entry === undefined) throw new Error(`no part ${name}`);
  return new TextDecoder().decode(unpack(entry));
}
