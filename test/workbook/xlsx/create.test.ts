/** @jest-environment jsdom */
// DOMParser judges whether our parts are well-formed; the host itself needs no page.
import fc from 'fast-check';
import { createXlsx } from '../../../src/workbook/xlsx/create-xlsx';
import { OoxmlPackage } from '../../../src/workbook/xlsx/ooxml-package';
import { findMismatch } from '../../../src/workbook/xlsx/plan-check';
import { readZip } from '../../../src/workbook/xlsx/zip';
import type { SheetPlan, WorkbookPlan } from '../../../src/worksheet/sheet-plan';
import { opened, snapshotOf } from './reading';
import { cell, formula, inputSheet, resultSheet, samplePlan } from './sample-plan';

const DATE = new Date('2024-05-06T07:08:09Z');

async function partsOf(plan: WorkbookPlan): Promise<ReadonlyMap<string, string>> {
  const pkg = new OoxmlPackage(readZip(await createXlsx(plan, DATE)));
  return new Map(pkg.entries.map(({ name }) => [name, new TextDecoder().decode(pkg.part(name))]));
}

let parts: ReadonlyMap<string, string>;
const part = (name: string): string => {
  const xml = parts.get(name);
  if (xml === undefined) throw new Error(`no part ${name}`);
  return xml;
};

beforeAll(async () => {
  parts = await partsOf(samplePlan);
});

describe('a new workbook', () => {
  test('holds exactly the plan', async () => {
    const snapshot = await snapshotOf(await createXlsx(samplePlan, DATE));
    expect(findMismatch(samplePlan, snapshot)).toBeNull();
    expect(snapshot.sheets.map(({ sheet }) => sheet)).toEqual(samplePlan.sheets.map(({ name }) => name));
    expect(snapshot.names).toHaveLength(samplePlan.names.length);
  });

  test('is the same bytes for the same plan and date, and says that date', async () => {
    const bytes = await createXlsx(samplePlan, DATE);
    expect(Buffer.from(bytes).equals(Buffer.from(await createXlsx(samplePlan, DATE)))).toBe(true);
    expect(opened(bytes).modified).toEqual(DATE);
  });

  test('is made of well-formed parts, each of them listed and reached', () => {
    for (const xml of parts.values()) {
      expect(new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror')).toBeNull();
    }
    const listed = [...part('[Content_Types].xml').matchAll(/PartName="\/([^"]+)"/g)].map((match) => match[1] ?? '');
    const own = [...parts.keys()].filter((name) => !name.endsWith('.rels') && name !== '[Content_Types].xml');
    expect([...listed].sort()).toEqual([...own].sort());
    const relationships = [...parts].filter(([name]) => name.endsWith('.rels')).map(([, xml]) => xml);
    const reached = relationships.flatMap((xml) =>
      [...xml.matchAll(/Target="\/?(?:xl\/)?([^"]+)"/g)].map((match) => match[1] ?? ''),
    );
    for (const name of own) expect(reached).toContain(name.replace(/^xl\//, ''));
  });

  test('bears no name but the product’s, and leads nowhere outside', () => {
    expect(part('docProps/core.xml')).toContain('<dc:creator>SPBE</dc:creator>');
    expect(part('docProps/core.xml')).toContain('<cp:lastModifiedBy>SPBE</cp:lastModifiedBy>');
    expect(part('docProps/app.xml')).toContain('<Application>SPBE</Application>');
    for (const xml of parts.values()) expect(xml).not.toMatch(/TargetMode="External"|hucre/);
  });
});

describe('around the cells', () => {
  const form = () => part('xl/worksheets/sheet1.xml');

  test('the plan’s cell is the one shown: its sheet selected, its pane active', () => {
    expect(form()).toMatch(/<sheetView (?=[^>]*tabSelected="1")(?=[^>]*showGridLines="0")/);
    expect(form()).toMatch(
      /<pane xSplit="2" ySplit="4" topLeftCell="C5" state="frozen" activePane="bottomRight"\/><selection pane="bottomRight" activeCell="D5" sqref="D5"\/>/,
    );
    expect(part('xl/worksheets/sheet2.xml')).not.toContain('tabSelected');
    expect(part('xl/workbook.xml')).toContain('activeTab="0"');
  });

  test('a shown cell in the frozen corner makes that pane the active one, and another sheet the active tab', async () => {
    const other = await partsOf({
      ...samplePlan,
      sheets: [resultSheet, inputSheet],
      show: { sheet: inputSheet.name, row: 2, column: 2 },
    });
    expect(other.get('xl/worksheets/sheet2.xml')).toMatch(
      /activePane="topLeft"\/><selection pane="topLeft" activeCell="B2"/,
    );
    expect(other.get('xl/workbook.xml')).toContain('activeTab="1"');
  });

  test('a sheet without frozen panes can be the shown one', async () => {
    const other = await partsOf({ ...samplePlan, show: { sheet: resultSheet.name, row: 2, column: 2 } });
    expect(other.get('xl/worksheets/sheet2.xml')).toMatch(
      /<sheetView tabSelected="1" [^>]*><selection pane="topLeft" activeCell="B2" sqref="B2"\/><\/sheetView>/,
    );
  });

  test('the list of a level, with what Excel shows while and after typing', () => {
    expect(form()).toContain('<formula1>"1,2,3,4,5"</formula1>');
    expect(form()).toMatch(
      /<dataValidation type="list" sqref="D5:D9" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorStyle="stop"/,
    );
    expect(form()).toContain(
      'prompt="1 Rintisan, 2 Terkelola,&#10;3 Terdefinisi, 4 &quot;Terpadu &amp; Terukur&quot;, 5 Optimum"',
    );
  });

  test('an unusable level is framed, filled and marked by a sign', () => {
    expect(form()).toMatch(
      /<conditionalFormatting sqref="D5:D9"><cfRule type="expression" priority="1" dxfId="0"><formula>AND\(D5&lt;&gt;""/,
    );
    const look = /<dxf>.*?<\/dxf>/.exec(part('xl/styles.xml'))?.[0] ?? '';
    expect(look).toContain('formatCode="&quot;! &quot;0;');
    expect(look).toMatch(/<border><left style="thin"><color rgb="FFC50F1F"\/><\/left>/);
    expect(look).toContain('<bgColor rgb="FFFDE7E9"/>');
  });

  test('protection without a password leaves columns, rows, filter and sorting free', () => {
    expect(form()).toContain(
      '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>',
    );
    expect(part('xl/styles.xml')).toContain('<protection locked="0"/>');
  });

  test('paper, repeated header, footer, filter, tab, heights that still grow', () => {
    expect(form()).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(form()).toContain('<oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter>');
    expect(form()).toContain('<autoFilter ref="A4:E9"/>');
    expect(form()).toContain('<tabColor rgb="FF0F6CBD"/>');
    expect(form()).toContain('<row r="1" ht="24">');
    const names = part('xl/workbook.xml');
    expect(names).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="0">\'LKE Uji\'!$4:$4</definedName>');
    expect(names).toContain(
      "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"1\">'Rekap ''Uji'' 1'!$A$1:$L$40</definedName>",
    );
    expect(names).toContain('<definedName name="_xlnm._FilterDatabase" hidden="1" localSheetId="0">');
    expect(names).toContain('fullCalcOnLoad="1"');
  });

  test('formulas carry their results, texts stand in their cells', () => {
    const results = part('xl/worksheets/sheet2.xml');
    expect(results).toMatch(/<c r="B2" s="\d+"><f>SUM\('LKE Uji'!D5:D9\)\/4<\/f><v>3<\/v><\/c>/);
    expect(results).toMatch(
      /<c r="B3" s="\d+" t="str"><f>IF\(B2&gt;=2.6,"Baik","Cukup &amp; &lt;kurang&gt;"\)<\/f><v>Baik<\/v><\/c>/,
    );
    expect(results).toMatch(/<c r="B4" s="\d+" t="str"><f>[^<]*<\/f><v\/><\/c>/);
    expect(results).toMatch(/<c r="A1" t="inlineStr" s="\d+"><is><t>Rekap<\/t><\/is><\/c>/);
  });
});

describe('charts', () => {
  test('both keep the values that their cells have now, on an axis from 0 to the highest level', () => {
    const radar = part('xl/charts/chart1.xml');
    expect(radar).toContain('<c:radarChart><c:radarStyle val="marker"/>');
    expect(radar).toContain("<c:f>'Rekap ''Uji'' 1'!$B$7:$B$11</c:f>");
    expect(radar).toContain('<c:ptCount val="5"/><c:pt idx="0"><c:v>2.5</c:v></c:pt>');
    expect(radar).toContain('<c:pt idx="2"><c:v>Teknologi Informasi &amp; Komunikasi</c:v></c:pt>');
    expect(radar).toContain('<c:max val="5"/><c:min val="0"/>');
    expect(radar.match(/<c:ser>/g)).toHaveLength(2);
    expect(part('xl/charts/chart2.xml')).toContain('<c:barChart><c:barDir val="bar"/>');
  });

  test('a value that is no number is a gap, not a zero', async () => {
    const gap: SheetPlan = {
      ...resultSheet,
      cells: resultSheet.cells.map((planned) =>
        planned.row === 8 && planned.column === 2 ? cell(8, 2, formula('=""', '')) : planned,
      ),
    };
    const xml = (await partsOf({ ...samplePlan, sheets: [inputSheet, gap] })).get('xl/charts/chart1.xml') ?? '';
    expect(xml).toContain('<c:pt idx="0"><c:v>2.5</c:v></c:pt><c:pt idx="2"><c:v>2.25</c:v></c:pt>');
  });

  test('say in words what they show, and stand where the plan puts them', () => {
    const drawing = part('xl/drawings/drawing1.xml');
    expect(drawing).toContain('descr="Indeks tiap aspek: 2,50; 3,00; 2,25; 4,00; 1,50."');
    expect(drawing).toContain('descr="Batang per &quot;domain&quot;."');
    expect(drawing).toContain('<xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row>');
    expect(drawing).toContain('<xdr:to><xdr:col>12</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>20</xdr:row>');
  });
});

/** A sheet with these texts one below the other in column A, and as results of formulas in column B. */
function planOf(texts: readonly string[], numbers: readonly number[]): WorkbookPlan {
  const sheet: SheetPlan = {
    ...inputSheet,
    cells: [
      ...texts.flatMap((text, index) => [cell(index + 1, 1, text), cell(index + 1, 2, formula('=A1', text))]),
      ...numbers.map((number, index) => cell(texts.length + index + 1, 1, number)),
    ],
    rowHeights: new Map(),
    validations: [],
    highlights: [],
  };
  return { sheets: [sheet], names: [], show: { sheet: sheet.name, row: 1, column: 1 } };
}

test('every text and number that is written is read back, whatever it looks like', async () => {
  const tricky = [
    '=1+1',
    '+1',
    '-1',
    '@x',
    '12/2023',
    '35-1',
    '007',
    "'x",
    ' a ',
    '\ta',
    'a\n',
    'a\r\nb',
    '\u0000\u001f',
    '_x000D_',
    '_x000d_',
    '_x0041',
    '__x0041__',
    '\ud800',
    '\udc00\ud800',
    '\ufffe\uffff',
    '🏛️',
    '#N/A',
    'TRUE',
    ']]>',
    '&amp;',
    '<t/>',
    '</t>',
  ];
  const text = fc.oneof(
    fc.constantFrom(...tricky),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc
      .array(fc.constantFrom(...tricky, '_', 'x', '0', '4', '1', 'A'), { maxLength: 6 })
      .map((pieces) => pieces.join('')),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        text.filter((value) => value !== ''),
        { minLength: 40, maxLength: 60 },
      ),
      fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 20, maxLength: 20 }),
      async (texts, numbers) => {
        const plan = planOf([...tricky, ...texts], numbers);
        expect(findMismatch(plan, await snapshotOf(await createXlsx(plan, DATE)))).toBeNull();
      },
    ),
    { numRuns: 15 },
  );
});
