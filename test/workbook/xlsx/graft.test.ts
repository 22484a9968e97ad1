/** Our sheets and values in other people's workbooks: what need not change keeps its very bytes. */
import { findMismatch } from '../../../src/workbook/xlsx/plan-check';
import type { CellEdit } from '../../../src/workbook/port';
import type { WorkbookPlan } from '../../../src/worksheet/sheet-plan';
import { container, foreignParts, PLAIN_STYLES } from './foreign-workbook';
import { at, opened, snapshotOf } from './reading';
import { changes, partOf, RELATIONSHIPS, richParts } from './rich-workbook';
import { samplePlan } from './sample-plan';

async function insertedInto(bytes: Uint8Array, plan: WorkbookPlan = samplePlan): Promise<Uint8Array> {
  const workbook = opened(bytes);
  expect(await workbook.insert(plan)).toEqual({ ok: true, value: undefined });
  return workbook.toBytes();
}

describe('our sheets in a foreign workbook', () => {
  const before = container(richParts());

  test('only what lists them changes, and new parts take free names', async () => {
    expect(changes(before, await insertedInto(before))).toEqual([
      '[Content_Types].xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      '+xl/worksheets/sheet3.xml',
      '+xl/worksheets/sheet4.xml',
      '+xl/worksheets/_rels/sheet4.xml.rels',
      '+xl/drawings/drawing2.xml',
      '+xl/drawings/_rels/drawing2.xml.rels',
      '+xl/charts/chart2.xml',
      '+xl/charts/chart3.xml',
    ]);
  });

  test('what changes only grows: each old list stands unbroken before ours', async () => {
    const after = await insertedInto(before);
    const styles = partOf(after, 'xl/styles.xml');
    const old = partOf(before, 'xl/styles.xml');
    for (const list of ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'dxfs']) {
      const items = new RegExp(`<${list} count="\\d+">(.*)</${list}>`).exec(old)?.[1] ?? '';
      expect(styles).toMatch(new RegExp(`<${list} count="\\d+">${items.replaceAll(/[.$?*+^()[\]\\/]/g, '\\$&')}<`));
    }
    const workbook = partOf(after, 'xl/workbook.xml');
    expect(workbook).toContain('<bookViews><workbookView activeTab="1"/></bookViews>');
    expect(workbook).toContain(
      `<sheet name="Terkunci" sheetId="4" r:id="rId2"/><sheet xmlns:r="${RELATIONSHIPS}" name="LKE Uji" sheetId="5" r:id="rId3"/>`,
    );
    expect(workbook).toContain('localSheetId="1">Terkunci!$A$1</definedName><definedName name="UJI_INSTANSI">');
    expect(workbook).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="2">\'LKE Uji\'!$4:$4</definedName>',
    );
  });

  test('cells refer to our formats, not to those that stood there before', async () => {
    const after = await insertedInto(before);
    const snapshot = await snapshotOf(after);
    expect(findMismatch(samplePlan, snapshot)).toBeNull();
    expect(at(snapshot, 'C5', 2)?.format).toBe('0.00');
    expect(at(snapshot, 'B2', 3)?.format).toBe('0.00');
    expect(at(snapshot, 'D3', 0)?.format).toBe('0.000');
    const formats = [...partOf(after, 'xl/worksheets/sheet3.xml').matchAll(/<c r="\w+"[^>]* s="(\d+)"/g)].map((match) =>
      Number(match[1]),
    );
    expect(Math.min(...formats)).toBeGreaterThanOrEqual(3);
    const counts = /<cellXfs count="(\d+)">(.*?)<\/cellXfs>/.exec(partOf(after, 'xl/styles.xml'));
    expect(counts?.[2]?.match(/<xf /g)).toHaveLength(Number(counts?.[1]));
    expect(Math.max(...formats)).toBeLessThan(Number(counts?.[1]));
    expect(partOf(after, 'xl/worksheets/sheet3.xml')).toContain('dxfId="1"');
    // No second sheet is selected: Excel would write into both at once.
    expect(partOf(after, 'xl/worksheets/sheet3.xml')).not.toContain('tabSelected');
  });

  test('joining twice, under other names, works as well', async () => {
    const [first, second] = samplePlan.sheets;
    if (first === undefined || second === undefined) throw new Error('no sheets');
    const again: WorkbookPlan = {
      ...samplePlan,
      sheets: [{ ...first, name: 'LKE Uji 2' }],
      names: [],
      show: { sheet: 'LKE Uji 2', row: 1, column: 1 },
    };
    const snapshot = await snapshotOf(await insertedInto(await insertedInto(before), again));
    expect(snapshot.sheets.map(({ sheet }) => sheet)).toEqual([
      'Data Dinas',
      'Terkunci',
      'LKE Uji',
      "Rekap 'Uji' 1",
      'LKE Uji 2',
    ]);
    expect(findMismatch(again, snapshot)).toBeNull();
  });

  test.each([
    ['without names', { workbookTail: '' }],
    ['with an empty list of names', { workbookTail: '<definedNames/>' }],
    ['without number formats and conditional formats', { styles: PLAIN_STYLES }],
    ['with empty lists', { styles: `${PLAIN_STYLES}<dxfs count="0"/>` }],
  ])('a workbook %s takes them too', async (_, more) => {
    const after = await insertedInto(container(richParts(more)));
    expect(findMismatch(samplePlan, await snapshotOf(after))).toBeNull();
  });

  test('a workbook whose parts carry prefixes takes them too', async () => {
    const prefixed = (xml: string) => xml.replaceAll(/<(\/?)(?=[a-z])/gi, '<$1x:');
    const parts = foreignParts({
      prefix: 'x:',
      sheets: { Satu: prefixed('<row r="1"><c r="A1"><v>7</v></c></row>') },
      styles: prefixed(PLAIN_STYLES),
    });
    const types = String(parts['[Content_Types].xml']);
    const after = await insertedInto(
      container({
        ...parts,
        '[Content_Types].xml': types.replaceAll(/<(\/?)(?=[A-Z])/g, '<$1ct:').replace('xmlns=', 'xmlns:ct='),
      }),
    );
    expect(findMismatch(samplePlan, await snapshotOf(after))).toBeNull();
    expect(partOf(after, 'xl/styles.xml')).toContain(
      '<font xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    );
    expect(partOf(after, '[Content_Types].xml')).toContain(
      '<Override xmlns="http://schemas.openxmlformats.org/package/2006/content-types" PartName="/xl/worksheets/sheet2.xml"',
    );
  });

  test.each([
    ['a signed workbook', { more: { '_xmlsignatures/sig1.xml': '<a/>' } }, 'unsupported-change'],
    [
      'a workbook whose structure the owner has locked',
      { workbookHead: '<workbookProtection lockStructure="1"/>' },
      'protected',
    ],
  ])('%s is left alone', async (_, more, code) => {
    const bytes = container({ ...richParts(more), ...('more' in more ? more.more : {}) });
    const workbook = opened(bytes);
    expect(await workbook.insert(samplePlan)).toMatchObject({ ok: false, error: { code } });
    expect(workbook.toBytes()).toBe(bytes);
  });

  test('the strict format is left alone', async () => {
    const parts = richParts();
    const workbook = opened(
      container({
        ...parts,
        'xl/workbook.xml': String(parts['xl/workbook.xml']).replace(
          'schemas.openxmlformats.org/spreadsheetml/2006/main',
          'purl.oclc.org/ooxml/spreadsheetml/main',
        ),
      }),
    );
    expect(await workbook.insert(samplePlan)).toMatchObject({ ok: false, error: { code: 'unsupported-change' } });
    expect(workbook.fixed).toBe('strict');
  });

  test('what can only be left alone is said before anybody types into it', () => {
    const signed = opened(container({ ...richParts(), '_xmlsignatures/sig1.xml': '<a/>' }));
    expect(signed.fixed).toBe('signature');
    expect(signed.view('Data Dinas')).toMatchObject({ ok: true, value: { isFixed: true } });
    const open = opened(container(richParts()));
    expect(open.fixed).toBeNull();
    expect(open.view('Data Dinas')).toMatchObject({ ok: true, value: { isFixed: false } });
  });

  test('the name of a chart sheet is taken as well', async () => {
    const parts = richParts();
    const workbook = opened(
      container({
        ...parts,
        'xl/workbook.xml': String(parts['xl/workbook.xml']).replace(
          '</sheets>',
          '<sheet name="lke UJI" sheetId="77" r:id="rId50"/></sheets>',
        ),
        'xl/_rels/workbook.xml.rels': String(parts['xl/_rels/workbook.xml.rels']).replace(
          '</Relationships>',
          `<Relationship Id="rId50" Type="${RELATIONSHIPS}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
        ),
      }),
    );
    expect(await workbook.insert(samplePlan)).toEqual({
      ok: false,
      error: { code: 'sheet-name-taken', subject: 'LKE Uji' },
    });
  });
});

describe('values in cells', () => {
  const before = container(richParts());
  const edit = (address: [number, number], value: CellEdit['value'], sheet = 'Data Dinas'): CellEdit => ({
    sheet,
    row: address[0],
    column: address[1],
    value,
  });

  async function edited(edits: CellEdit[], bytes = before): Promise<Uint8Array> {
    const workbook = opened(bytes);
    expect(await workbook.writeCells(edits)).toEqual({ ok: true, value: undefined });
    return workbook.toBytes();
  }
  const sheetOf = async (edits: CellEdit[], bytes = before) =>
    /<sheetData.*<\/sheetData>/.exec(partOf(await edited(edits, bytes), 'xl/worksheets/sheet1.xml'))?.[0];

  test('only the sheet changes, and the workbook is told to calculate', async () => {
    const after = await edited([edit([1, 2], 5)]);
    expect(changes(before, after)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
    expect(partOf(after, 'xl/workbook.xml')).toBe(
      partOf(before, 'xl/workbook.xml').replace('<calcPr ', '<calcPr fullCalcOnLoad="1" '),
    );
    expect(partOf(after, 'xl/worksheets/sheet1.xml')).toBe(
      partOf(before, 'xl/worksheets/sheet1.xml').replace('<c r="B1"><v>2</v></c>', '<c r="B1"><v>5</v></c>'),
    );
  });

  test('a cell that gets back what it held is the same XML again, and with the last one the file is the same bytes', async () => {
    const rich =
      '<row r="1" spans="1:2"><c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>Budi</t></r><r><t> W.</t></r></is></c>' +
      '<c r="B1" t="b"><v>1</v></c></row>';
    const bytes = container(richParts({ sheets: { 'Data Dinas': rich } }));
    const workbook = opened(bytes);
    const write = async (...edits: CellEdit[]) =>
      expect(await workbook.writeCells(edits)).toEqual({ ok: true, value: undefined });
    await write(edit([1, 1], 'Ani'), edit([1, 2], 'x'), edit([4, 3], 7));
    await write(edit([1, 1], 'Budi W.'));
    const back = partOf(workbook.toBytes(), 'xl/worksheets/sheet1.xml');
    expect(back).toContain('<r><rPr><b/></rPr><t>Budi</t></r>');
    expect(back).toContain('<row r="4"><c r="C4"><v>7</v></c></row>');
    await write(edit([1, 2], true), edit([4, 3], null));
    expect(workbook.toBytes()).toBe(bytes);
    // Behind a change of more than cells, that is what one comes back to.
    expect(await workbook.insert(samplePlan)).toMatchObject({ ok: true });
    const inserted = workbook.toBytes();
    await write(edit([1, 1], 'Ani'));
    await write(edit([1, 1], 'Budi W.'));
    expect(workbook.toBytes()).toBe(inserted);
  });

  test.each([
    ['one after the other', [[edit([1, 3], 5)], [edit([1, 2], 4)]]],
    ['at once', [[edit([1, 3], 5), edit([1, 2], 4)]]],
  ])('a new cell right before one that changes comes before it, and neither comes twice: %s', async (_, steps) => {
    const row = '<row r="1"><c r="A1"><v>1</v></c><c r="C1" s="0"/></row>';
    const workbook = opened(container(richParts({ sheets: { 'Data Dinas': row } })));
    for (const edits of steps) expect(await workbook.writeCells(edits)).toEqual({ ok: true, value: undefined });
    expect(partOf(workbook.toBytes(), 'xl/worksheets/sheet1.xml')).toContain(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>4</v></c><c r="C1" s="0"><v>5</v></c></row>',
    );
  });

  test('without a formula there is nothing to calculate', async () => {
    const bytes = container(richParts({ sheets: { 'Data Dinas': '<row r="1"><c r="A1"><v>2</v></c></row>' } }));
    expect(changes(bytes, await edited([edit([1, 1], 5)], bytes))).toEqual(['xl/worksheets/sheet1.xml']);
  });

  test('an existing cell keeps its format and nothing else; text is stored in the cell', async () => {
    expect(await sheetOf([edit([1, 1], '=1+1 & <b>'), edit([3, 4], null)])).toBe(
      '<sheetData><row r="1" spans="1:2" ht="20" customHeight="1"><c r="A1" s="1" t="inlineStr"><is><t xml:space="preserve">=1+1 &amp; &lt;b&gt;</t></is></c><c r="B1"><v>2</v></c></row>' +
        '<row r="3" s="1" customFormat="1"><c r="B3"><f>B1*2</f><v>4</v></c><c r="D3" s="1"/></row></sheetData>',
    );
  });

  test('a cell that was never written appears in its place, with the format of its row', async () => {
    expect(await sheetOf([edit([3, 5], 5), edit([3, 1], 1), edit([3, 3], 3), edit([1, 4], 4)])).toBe(
      '<sheetData><row r="1" spans="1:4" ht="20" customHeight="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><v>2</v></c><c r="D1"><v>4</v></c></row>' +
        '<row r="3" s="1" customFormat="1"><c r="A3" s="1"><v>1</v></c><c r="B3"><f>B1*2</f><v>4</v></c><c r="C3" s="1"><v>3</v></c><c r="D3" s="1" cm="1"><v>9</v></c><c r="E3" s="1"><v>5</v></c></row></sheetData>',
    );
  });

  test('a row that was never written appears in its place', async () => {
    expect(await sheetOf([edit([9, 2], 9), edit([2, 1], 2), edit([8, 1], 8)])).toMatch(
      /<\/row><row r="2"><c r="A2"><v>2<\/v><\/c><\/row><row r="3".*<\/row><row r="8"><c r="A8"><v>8<\/v><\/c><\/row><row r="9"><c r="B9"><v>9<\/v><\/c><\/row><\/sheetData>/,
    );
  });

  test('rows and cells without addresses are counted', async () => {
    const bytes = container(
      foreignParts({ sheets: { 'Data Dinas': '<row><c><v>1</v></c><c><v>2</v></c></row><row/>' } }),
    );
    expect(await sheetOf([edit([1, 2], 5), edit([2, 2], 6), edit([1, 3], 7)], bytes)).toBe(
      '<sheetData><row><c><v>1</v></c><c r="B1"><v>5</v></c><c r="C1"><v>7</v></c></row><row><c r="B2"><v>6</v></c></row></sheetData>',
    );
  });

  test('an empty sheet takes a value, also one with prefixes', async () => {
    const bytes = container(
      foreignParts({ prefix: 'x:', sheets: { 'Data Dinas': '' }, styles: PLAIN_STYLES.replaceAll(/<(\/?)/g, '<$1x:') }),
    );
    const snapshot = await snapshotOf(await edited([edit([2, 2], 'a')], bytes));
    expect(at(snapshot, 'B2')?.value).toBe('a');
  });

  test('a new cell takes the format of its column where its row has none', async () => {
    const parts = richParts();
    const bytes = container({
      ...parts,
      'xl/worksheets/sheet1.xml': String(parts['xl/worksheets/sheet1.xml']).replace(
        '<sheetData>',
        '<cols><col min="3" max="5" style="1"/></cols><sheetData>',
      ),
    });
    expect(at(await snapshotOf(await edited([edit([7, 4], 1)], bytes)), 'D7')?.format).toBe('0.000');
  });

  test('of two values for one cell the last counts', async () => {
    expect(at(await snapshotOf(await edited([edit([1, 2], 5), edit([1, 2], 6)])), 'B1')?.value).toBe(6);
  });

  test('a locked cell of a protected sheet is refused, an unlocked one taken', async () => {
    const workbook = opened(before);
    expect(await workbook.writeCells([edit([1, 1], 2, 'Terkunci'), edit([1, 2], 2, 'Terkunci')])).toEqual({
      ok: false,
      error: { code: 'protected', subject: "'Terkunci'!B1" },
    });
    expect(workbook.toBytes()).toBe(before);
    expect(await workbook.writeCells([edit([1, 1], 2, 'terkunci')])).toMatchObject({ ok: true });
    expect(at(await snapshotOf(workbook.toBytes()), 'A1', 1)?.value).toBe(2);
  });

  test('a formula may be replaced; the list of formula cells goes with it, and the rest stays', async () => {
    const parts = richParts();
    const bytes = container({
      ...parts,
      '[Content_Types].xml': String(parts['[Content_Types].xml']).replace(
        '</Types>',
        '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
      ),
      'xl/_rels/workbook.xml.rels': String(parts['xl/_rels/workbook.xml.rels']).replace(
        '</Relationships>',
        `<Relationship Id="rId60" Type="${RELATIONSHIPS}/calcChain" Target="calcChain.xml"/></Relationships>`,
      ),
      'xl/calcChain.xml': '<calcChain><c r="B3" i="3"/></calcChain>',
    });
    expect(changes(bytes, await edited([edit([1, 2], 5)], bytes))).not.toContain('-xl/calcChain.xml');
    const after = await edited([edit([3, 2], 5)], bytes);
    expect(changes(bytes, after)).toEqual([
      '-xl/calcChain.xml',
      '[Content_Types].xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/worksheets/sheet1.xml',
    ]);
    expect(partOf(after, '[Content_Types].xml')).toBe(String(parts['[Content_Types].xml']));
    expect(partOf(after, 'xl/_rels/workbook.xml.rels')).toBe(String(parts['xl/_rels/workbook.xml.rels']));
  });

  test('a formula that other cells share, or that fills several, is left alone', async () => {
    const rows =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c><c r="C1"><f t="array" ref="C1:C2">B1:B2</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row>';
    const workbook = opened(container(foreignParts({ sheets: { 'Data Dinas': rows } })));
    expect(await workbook.writeCells([edit([1, 1], 1)])).toMatchObject({
      error: { code: 'unsupported-change', subject: 'A1' },
    });
    expect(await workbook.writeCells([edit([1, 3], 1)])).toMatchObject({
      error: { code: 'unsupported-change', subject: 'C1' },
    });
    expect(await workbook.writeCells([edit([2, 1], 1)])).toMatchObject({ ok: true });
  });

  test('a text longer than a cell holds is refused', async () => {
    expect(await opened(before).writeCells([edit([1, 2], 'x'.repeat(32_768))])).toMatchObject({
      error: { code: 'unsupported-change' },
    });
  });

  test('a number that no file can hold does not become another', async () => {
    expect(await opened(before).writeCells([edit([1, 2], NaN)])).toMatchObject({ error: { code: 'write-mismatch' } });
  });
});
