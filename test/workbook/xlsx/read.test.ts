import { container, foreignParts, PLAIN_STYLES, type Spelling } from './foreign-workbook';
import { at, snapshotOf } from './reading';

const read = (spelling: Spelling) => snapshotOf(container(foreignParts(spelling)));
const readCells = (rows: string, more: Omit<Spelling, 'sheets'> = {}) => read({ sheets: { Satu: rows }, ...more });

describe('cells', () => {
  test('values come raw, by their type', async () => {
    const snapshot = await readCells(
      '<row r="1"><c r="A1"><v>3</v></c><c r="B1" t="n"><v>-1.5E-3</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c>' +
        '<c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="str"><v> 3 </v></c><c r="G1" t="inlineStr"><is><t>teks</t></is></c>' +
        '<c r="H1" t="d"><v>2024-05-01T12:00:00</v></c></row>',
    );
    expect(snapshot.sheets[0]?.rows[0]?.map((cell) => cell?.value)).toEqual([
      3,
      -0.0015,
      true,
      false,
      { error: '#N/A' },
      ' 3 ',
      'teks',
      45413.5,
    ]);
  });

  test('what no number may look like stays the text that it is, and nothing is not zero', async () => {
    const snapshot = await readCells(
      '<row><c><v>0x10</v></c><c><v>Infinity</v></c><c><v>1e999</v></c><c><v>3,5</v></c><c><v></v></c><c><v/></c><c t="s"><v></v></c></row>',
    );
    expect(snapshot.sheets[0]?.rows[0]?.map((cell) => cell?.value)).toEqual([
      '0x10',
      'Infinity',
      '1e999',
      '3,5',
      null,
      null,
      null,
    ]);
  });

  test('a text longer than Excel holds in a cell is cut with a mark, wherever it stands; one that just fits is not', async () => {
    const [fits, long] = ['x'.repeat(32_767), 'x'.repeat(32_768)];
    const snapshot = await readCells(
      `<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>${long}</t></is></c>` +
        `<c t="inlineStr"><is><r><t>${fits}</t></r><r><t>y</t></r></is></c><c t="str"><v>${long}</v></c>` +
        `<c t="e"><v>${long}</v></c><c><v>${long}</v></c></row>`,
      { sharedStrings: `<si><t>${fits}</t></si><si><t>x${'𝄞'.repeat(20_000)}</t></si>` },
    );
    const mark = ' … (dipotong)';
    const cut = 'x'.repeat(32_767 - mark.length) + mark;
    // No character of two halves is cut in two.
    const whole = `x${'𝄞'.repeat((32_766 - mark.length - 1) / 2)}${mark}`;
    const values = snapshot.sheets[0]?.rows[0]?.map((cell) => cell?.value) ?? [];
    expect(values.map((value) => JSON.stringify(value))).toEqual(
      [fits, whole, cut, cut, cut, { error: cut }, cut].map((value) => JSON.stringify(value)),
    );
  });

  test('of a formula longer than any that Excel computes only its presence is told', async () => {
    const formula = (length: number) => `1${'+1'.repeat((length - 1) / 2)}`;
    const snapshot = await readCells(
      `<row><c><f>${formula(8_191)}</f><v>1</v></c><c><f>${formula(8_193)}</f><v>2</v></c></row>`,
    );
    expect(snapshot.sheets[0]?.rows[0]?.map((cell) => cell?.formula)).toEqual([`=${formula(8_191)}`, '=']);
  });

  test('rows and cells without address follow each other, also after one that has an address', async () => {
    const snapshot = await readCells(
      '<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row r="4"><c><v>6</v></c></row><row><c r="B5"><v>7</v></c></row>',
    );
    expect(['A1', 'D1', 'E1', 'A4', 'B5'].map((address) => at(snapshot, address)?.value)).toEqual([1, 4, 5, 6, 7]);
    expect(at(snapshot, 'B1')).toBeNull();
    expect(snapshot.sheets[0]?.rows).toHaveLength(5);
  });

  test('cells that only carry a format count as never written; the grid begins where something stands', async () => {
    const snapshot = await readCells(
      '<row r="1"><c r="A1" s="0"/></row><row r="3"><c r="C3"><v>1</v></c><c r="E3" s="0"/></row>',
    );
    expect(snapshot.sheets[0]).toEqual({
      sheet: 'Satu',
      visible: true,
      firstRow: 3,
      firstColumn: 3,
      rows: [[{ value: 1, formula: null, format: 'General' }]],
      structure: { merges: [], hiddenRows: [], validated: [] },
    });
  });

  test('merged cells, hidden rows and rules are told beside the cells', async () => {
    const snapshot = await readCells('<row r="2" hidden="1"/><row r="3" hidden="0"/><row hidden="true"/>', {
      sheetTail:
        '<mergeCells count="1"><mergeCell ref="B2:C4"/></mergeCells>' +
        '<dataValidations><dataValidation type="list" sqref="E5:E9 G5"/></dataValidations>',
    });
    expect(snapshot.sheets[0]?.structure).toEqual({
      merges: [{ firstRow: 2, firstColumn: 2, lastRow: 4, lastColumn: 3 }],
      hiddenRows: [2, 4],
      validated: [
        { firstRow: 5, firstColumn: 5, lastRow: 9, lastColumn: 5 },
        { firstRow: 5, firstColumn: 7, lastRow: 5, lastColumn: 7 },
      ],
    });
  });

  test('a sheet without cells is an empty grid', async () => {
    expect((await readCells('')).sheets[0]?.rows).toEqual([]);
  });

  test('formulas: text where it stands, "=" where only its presence is known', async () => {
    const snapshot = await readCells(
      '<row r="1"><c r="A1"><f>B1&amp;"&lt;"</f><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">C1*2</f><v>2</v></c><c r="C1" t="str"><f>""</f><v></v></c></row>' +
        '<row r="2"><c r="B2"><f t="shared" si="0"/><v>4</v></c><c r="C2"><f>NA()</f></c></row>',
    );
    expect(at(snapshot, 'A1')).toEqual({ value: 1, formula: '=B1&"<"', format: 'General' });
    expect(at(snapshot, 'B1')?.formula).toBe('=C1*2');
    expect(at(snapshot, 'B2')).toEqual({ value: 4, formula: '=', format: 'General' });
    expect(at(snapshot, 'C1')?.value).toBe('');
    expect(at(snapshot, 'C2')).toEqual({ value: null, formula: '=NA()', format: 'General' });
  });

  test('two cells at one address are refused: readers would differ in which one counts', async () => {
    await expect(readCells('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>5</v></c></row>')).rejects.toThrow('damaged');
  });
});

describe('texts', () => {
  const sharedStrings =
    '<si><t xml:space="preserve"> a </t></si>' +
    '<si><r><rPr><b/></rPr><t>Kebijakan </t></r><r><t>Internal</t></r><rPh sb="0" eb="1"><t>kata</t></rPh><phoneticPr fontId="1"/></si>' +
    '<si><t>x &amp;lt; &#65;&#x42;&quot;&apos;&nbsp;</t></si>' +
    '<si><t>a_x000D_b_x005F_x0041_</t></si>' +
    '<si/>' +
    '<si><t><![CDATA[<b>&amp;</b>]]> dan <!-- bukan --> ini</t></si>' +
    '<si><t>baris\r\ndua</t></si>';

  test('of the shared table: joined runs, no phonetics, entities once, escapes, CDATA, line ends', async () => {
    const cells = Array.from({ length: 7 }, (_, index) => `<c t="s"><v>${String(index)}</v></c>`).join('');
    const snapshot = await readCells(`<row>${cells}</row>`, { sharedStrings });
    expect(snapshot.sheets[0]?.rows[0]?.map((cell) => cell?.value)).toEqual([
      ' a ',
      'Kebijakan Internal',
      'x &lt; AB"\'&nbsp;',
      'a\rb_x0041_',
      '',
      '<b>&amp;</b> dan  ini',
      'baris\ndua',
    ]);
  });

  test('an index outside the table is damage, not an empty text', async () => {
    await expect(readCells('<row><c t="s"><v>99</v></c></row>', { sharedStrings })).rejects.toThrow('damaged');
  });

  test('the table is not even unpacked while no cell needs it', async () => {
    const parts = foreignParts({ sheets: { Satu: '<row><c><v>1</v></c></row>' } });
    delete parts['xl/sharedStrings.xml'];
    expect(at(await snapshotOf(container(parts)), 'A1')?.value).toBe(1);
  });

  test('a part in UTF-16 reads as one in UTF-8', async () => {
    const parts = foreignParts({ sheets: { Satu: '<row><c t="inlineStr"><is><t>é 政府</t></is></c></row>' } });
    const xml = String(parts['xl/worksheets/sheet1.xml']);
    const utf16 = Buffer.from(`\uFEFF${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    const snapshot = await snapshotOf(container({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(utf16) }));
    expect(at(snapshot, 'A1')?.value).toBe('é 政府');
  });
});

test('tags are told by their local name, whatever the prefix, the quotes and what stands between them', async () => {
  const snapshot = await read({
    prefix: 'x:',
    sheets: {
      Satu: "<!-- <x:row><x:c><x:v>9</x:v></x:c></x:row> --><x:row r='1' >\n<x:c r = 'B1' t=\"str\" ><?pi <x:v>?><x:v\n>a&gt;b</x:v ></x:c></x:row>",
    },
    styles: PLAIN_STYLES.replaceAll(/<(\/?)/g, '<$1x:'),
  });
  expect(snapshot.sheets[0]?.firstColumn).toBe(2);
  expect(at(snapshot, 'B1')?.value).toBe('a>b');
});

test('number formats: built-in, own, and general where a cell names none or one that is not there', async () => {
  const styles = PLAIN_STYLES.replace(
    /<cellXfs.*<\/cellXfs>/,
    '<cellXfs count="4"><xf/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="999"/></cellXfs>',
  );
  const snapshot = await readCells(
    '<row><c><v>1</v></c><c s="1"><v>2</v></c><c s="2"><v>3</v></c><c s="3"><v>4</v></c><c s="77"><v>5</v></c></row>',
    { styles: `<numFmts count="1"><numFmt numFmtId="170" formatCode="dd&quot;-&quot;mm"/></numFmts>${styles}` },
  );
  expect(snapshot.sheets[0]?.rows[0]?.map((cell) => cell?.format)).toEqual([
    'General',
    'mm-dd-yy',
    'dd"-"mm',
    'General',
    'General',
  ]);
});

describe('the workbook', () => {
  test('sheets come in tab order with their visibility; chart sheets are left out', async () => {
    const parts = foreignParts({
      sheets: { 'B & C': '', Rahasia: '', Lubuk: '' },
      states: { Rahasia: 'hidden', Lubuk: 'veryHidden' },
    });
    const relationships = String(parts['xl/_rels/workbook.xml.rels']);
    const chart =
      '<Relationship Id="rId50" Type="http://x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>';
    const snapshot = await snapshotOf(
      container({
        ...parts,
        'xl/_rels/workbook.xml.rels': relationships.replace('</Relationships>', chart),
        'xl/workbook.xml': String(parts['xl/workbook.xml']).replace(
          '<sheets>',
          '<sheets><sheet name="Grafik" sheetId="9" r:id="rId50"/>',
        ),
      }),
    );
    expect(snapshot.sheets.map(({ sheet, visible }) => [sheet, visible])).toEqual([
      ['B & C', true],
      ['Rahasia', false],
      ['Lubuk', false],
    ]);
  });

  test('names: those of the workbook with "=", those of one sheet left out', async () => {
    const snapshot = await readCells('', {
      workbookTail:
        '<definedNames><definedName name="A_1">\'B &amp; C\'!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Satu!$A$1</definedName>' +
        '<definedName name="__proto__" hidden="1">#REF!</definedName></definedNames>',
    });
    expect(snapshot.names).toEqual([
      { name: 'A_1', refersTo: "='B & C'!$A$1" },
      { name: '__proto__', refersTo: '=#REF!' },
    ]);
  });

  test('the strict format and relationships from the root are understood', async () => {
    const parts = foreignParts({ sheets: { Satu: '<row><c><v>1</v></c></row>' } });
    const strict = Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [
        name,
        String(xml)
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/',
            'http://purl.oclc.org/ooxml/officeDocument/',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
            'http://purl.oclc.org/ooxml/spreadsheetml/main',
          )
          .replaceAll('Target="worksheets', 'Target="/xl/./extra/../worksheets'),
      ]),
    );
    expect(at(await snapshotOf(container(strict)), 'A1')?.value).toBe(1);
  });
});
