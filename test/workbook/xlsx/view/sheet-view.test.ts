/** A sheet as a screen shows it, out of real packages: ours, a foreign one, and hostile spellings. */
import { newWorkbookPlan } from '../../../../src/app/insert-worksheets';
import { createXlsx } from '../../../../src/workbook/xlsx/create-xlsx';
import { workbookColours, tinted } from '../../../../src/workbook/xlsx/view/colours';
import { contentOf, parseTyped } from '../../../../src/standalone/grid/parse-typed';
import { cellText, type SheetView } from '../../../../src/workbook/xlsx/view/sheet-view';
import { listItems, rootElement } from '../../../../src/workbook/xlsx/xml-element';
import { openXlsx } from '../../../../src/workbook/xlsx/xlsx-workbook';
import { cellStyle } from '../../../../src/worksheet/styles';
import { container, foreignParts, type Spelling } from '../foreign-workbook';

function viewOf(bytes: Uint8Array, sheet: string): SheetView {
  const opened = openXlsx(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  const view = opened.value.view(sheet);
  if (!view.ok) throw new Error(`${view.error.code} ${view.error.subject ?? ''}`);
  return view.value;
}

const foreign = (spelling: Omit<Spelling, 'sheets'> & { readonly rows: string }): SheetView =>
  viewOf(container(foreignParts({ ...spelling, sheets: { Data: spelling.rows } })), 'Data');

describe('our own worksheet', () => {
  let bytes: Uint8Array;
  let view: SheetView;
  beforeAll(async () => {
    bytes = await createXlsx(newWorkbookPlan({ agency: 'Kota Contoh', year: 2024 }), new Date(0));
    view = viewOf(bytes, 'lke spbe');
  });

  it('names its sheets as tabs, and refuses one that is not there', () => {
    const opened = openXlsx(bytes);
    if (!opened.ok) throw new Error(opened.error.code);
    expect(opened.value.sheetNames()).toEqual(['LKE SPBE', 'Rekap SPBE', 'Kriteria SPBE']);
    expect(opened.value.view('Tidak ada')).toEqual({
      ok: false,
      error: { code: 'item-not-found', subject: 'Tidak ada' },
    });
  });

  it('is frozen below its header, protected, and open where levels belong', () => {
    expect(view.sheet).toBe('LKE SPBE');
    expect(view.frozenRows).toBe(8);
    expect(view.isProtected).toBe(true);
    expect(view.cell(11, 5).look.locked).toBe(false);
    expect(view.cell(11, 2).look.locked).toBe(true);
  });

  it('looks as it was planned', () => {
    const header = cellStyle('header');
    expect(view.cell(8, 1).look).toMatchObject({ fill: header.fill, colour: header.color, bold: true, wrap: true });
    expect(view.cell(11, 5).look).toMatchObject({ fill: cellStyle('levelInput').fill, align: 'center' });
    expect(view.cell(11, 5).look.borders.left).toMatchObject({ width: 1, line: 'solid' });
    expect(view.cell(9, 2).look.fill).toBe(cellStyle('domainBand').fill);
    expect(view.columnWidths[1]).toBeGreaterThan(200);
    expect(view.rowHeights[7]).toBeGreaterThan(20);
  });

  it('shows weights with their decimals, formulas above and results in the cell', () => {
    const weight = view.cell(11, 3);
    expect([cellText(weight, view), contentOf(weight, view)]).toEqual(['1,30', '1,3']);
    const final = view.cell(11, 8);
    expect(contentOf(final, view)).toMatch(/^=IF/);
    expect(cellText(final, view)).toBe('');
  });

  it('offers the levels, with the words of its rule', () => {
    const rule = view.rule(11, 5);
    expect(rule?.choices.map(({ value }) => value)).toEqual([1, 2, 3, 4, 5]);
    expect(rule?.strict).toBe(true);
    expect(rule?.errorTitle).not.toBe('');
    expect(view.rule(11, 11)).toBeNull();
  });

  it('says that charts lie over a sheet', () => {
    expect(viewOf(bytes, 'Rekap SPBE').hasDrawings).toBe(true);
    expect(view.hasDrawings).toBe(false);
  });
});

const FONTS =
  '<fonts><font><sz val="11"/></font><font><b/><i val="0"/><u/><strike val="1"/><sz val="14"/><color theme="4" tint="-0.5"/></font></fonts>';
const FILLS =
  '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor indexed="10"/></patternFill></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FF12ab&quot;"/></patternFill></fill>' +
  '<fill><gradientFill><stop position="0"><color rgb="FF00FF00"/></stop></gradientFill></fill></fills>';
const BORDERS =
  '<borders><border/><border><left style="double"><color rgb="FFFF0000"/></left><end style="hair"/><top style="wobbly"/><bottom style="thick"><color auto="1"/></bottom></border></borders>';
const STYLES = `${FONTS}${FILLS}${BORDERS}<cellXfs><xf/><xf fontId="1" fillId="2" borderId="1"><alignment horizontal="right" vertical="top" indent="99" wrapText="1"/><protection locked="0"/></xf><xf fillId="3"/><xf fillId="4"/><xf fillId="99" fontId="99" borderId="99" numFmtId="9999"/></cellXfs>`;

describe('a foreign sheet', () => {
  it('resolves fonts, fills and lines, and nothing that is no colour', () => {
    const view = foreign({
      styles: STYLES,
      rows: '<row r="1"><c r="A1" s="1"/><c r="B1" s="2"/><c r="C1" s="3"/><c r="D1" s="4"/><c r="E1" s="77"/></row>',
    });
    expect(view.cell(1, 1).look).toEqual({
      fill: '#FF0000',
      colour: tinted('#4472C4', -0.5),
      bold: true,
      italic: false,
      underline: true,
      strike: true,
      size: 14,
      align: 'right',
      verticalAlign: 'top',
      indent: 30,
      wrap: true,
      borders: {
        left: { width: 3, line: 'double', colour: '#FF0000' },
        right: { width: 1, line: 'dotted', colour: '#000000' },
        top: null,
        bottom: { width: 3, line: 'solid', colour: '#000000' },
      },
      numberFormat: 'General',
      locked: false,
    });
    expect(view.cell(1, 2).look.fill).toBeNull();
    expect(view.cell(1, 3).look.fill).toBe('#00FF00');
    expect(view.cell(1, 4).look).toEqual(view.cell(30, 9).look);
    expect(view.cell(1, 5).look).toEqual(view.cell(30, 9).look);
  });

  it('gives cells without a format that of their row, else of their column', () => {
    const part = foreignParts({
      styles: STYLES,
      sheets: { Data: '<row r="2" s="3" customFormat="1"><c r="A2"><v>1</v></c></row><row r="3" s="3"/>' },
    });
    const name = 'xl/worksheets/sheet1.xml';
    const cols =
      '<sheetFormatPr defaultColWidth="20" defaultRowHeight="30"/><cols><col min="2" max="3" width="10" style="1"/><col min="4" max="16384" hidden="1"/></cols>';
    const view = viewOf(
      container({ ...part, [name]: String(part[name]).replace('<sheetData>', `${cols}<sheetData>`) }),
      'Data',
    );
    expect(view.cell(2, 9).look.fill).toBe('#00FF00');
    expect(view.cell(2, 1).look.fill).toBeNull();
    expect(view.cell(3, 2).look.fill).toBe('#FF0000');
    expect(view.columnWidths.slice(0, 4)).toEqual([140, 70, 70, 0]);
    expect(view.rowHeights[4]).toBe(40);
  });

  it('hides what is hidden, and lets rows grow with their texts unless somebody set their height', () => {
    const text = 'kata '.repeat(60);
    const cell = (at: string) => `<c r="${at}" s="1" t="inlineStr"><is><t>${text}</t></is></c>`;
    const view = foreign({
      styles: STYLES,
      rows: `<row r="1" hidden="1">${cell('A1')}</row><row r="2" ht="15">${cell('A2')}</row><row r="3" ht="15" customHeight="1">${cell('A3')}</row>`,
    });
    expect(view.rowHeights[0]).toBe(0);
    expect(view.rowHeights[1]).toBe(546);
    expect(view.rowHeights[2]).toBe(20);
  });

  it('reads frozen panes, merged cells and lists, and passes over lists that move with their cell', () => {
    const view = foreign({
      rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
      sheetTail:
        '<mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="nonsense"/></mergeCells><dataValidations>' +
        '<dataValidation type="list" sqref="B5:B9 D5" errorStyle="warning" showErrorMessage="1"><formula1>"ya, tidak"</formula1></dataValidation>' +
        '<dataValidation type="list" sqref="E5"><formula1>A1:A4</formula1></dataValidation>' +
        '<dataValidation type="whole" sqref="F5"><formula1>1</formula1></dataValidation></dataValidations><drawing r:id="rId1"/>',
    });
    expect(view.merges).toEqual([{ firstRow: 1, firstColumn: 1, lastRow: 2, lastColumn: 3 }]);
    expect(view.rule(5, 4)?.choices.map(({ shown }) => shown)).toEqual(['ya', 'tidak']);
    expect(view.rule(5, 4)?.strict).toBe(false);
    expect([view.rule(5, 5), view.rule(5, 6)]).toEqual([null, null]);
    expect(view.hasDrawings).toBe(true);
    expect(view.isProtected).toBe(false);
  });

  describe('offers lists that stand in cells', () => {
    const rule = (cells: string, formula: string): string =>
      `<dataValidation type="list" sqref="${cells}" showErrorMessage="1"><formula1>${formula}</formula1></dataValidation>`;
    const newer = (cells: string, formula: string): string =>
      '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations xmlns:xm="urn:xm" xmlns:x14="urn:x14">' +
      `<x14:dataValidation type="list" showErrorMessage="1"><x14:formula1><xm:f>${formula}</xm:f></x14:formula1><xm:sqref>${cells}</xm:sqref></x14:dataValidation>` +
      '</x14:dataValidations></ext></extLst>';
    const list =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="inlineStr"><is><t>ada</t></is></c></row>' +
      '<row r="2"><c r="A2"><v>2.5</v></c><c r="B2" t="inlineStr"><is><t>01</t></is></c></row><row r="4"><c r="A4" t="inlineStr"><is><t>belum</t></is></c><c r="B4" t="e"><v>#REF!</v></c></row>';
    const bytes = container(
      foreignParts({
        sheets: { Data: '<row r="1"><c r="A1"><v>7</v></c></row>', "Daftar d'Isi": list },
        sheetTail:
          '<dataValidations>' +
          rule('E1', '$A$1:$A$2') +
          rule('E2', "'Daftar d''Isi'!$A$1:$B$4") +
          rule('E3', 'PILIHAN') +
          rule('E4', "'Daftar d''Isi'!$A:$A") +
          rule('E5', "'Daftar d''Isi'!$A$1:$B$1048576") +
          rule('E6', 'INDIRECT(&quot;A1&quot;)') +
          rule('E7', 'Hilang!$A$1') +
          '</dataValidations>' +
          newer('F1:F3', "'Daftar d''Isi'!$A$4"),
        workbookTail:
          "<definedNames><definedName name=\"Pilihan\">'Daftar d''Isi'!$A$1:$A$4</definedName></definedNames>",
      }),
    );
    const view = viewOf(bytes, 'Data');
    const choices = (row: number, column = 5) => view.rule(row, column)?.choices.map(({ value }) => value) ?? null;

    it.each([
      ['of the same sheet', 1, [7]],
      ['of another sheet, row by row, without blanks and errors', 2, [1, 'ada', 2.5, '01', 'belum']],
      ['by a name', 3, [1, 2.5, 'belum']],
      ['not of whole columns', 4, null],
      ['not of more cells than a list is good for', 5, null],
      ['not where it takes a calculation', 6, null],
      ['not of a sheet that is not there', 7, null],
    ])('%s', (_, row, expected) => {
      expect(choices(row)).toEqual(expected);
    });

    it('written the way Excel writes references to other sheets', () => {
      expect(choices(2, 6)).toEqual(['belum']);
      expect(view.rule(2, 6)?.strict).toBe(true);
    });
  });

  it('counts days from 1904 where the workbook says so', () => {
    const view = foreign({
      workbookHead: '<workbookPr date1904="1"/>',
      styles:
        '<numFmts><numFmt numFmtId="200" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs>',
      rows: '<row r="1"><c r="A1" s="1"><v>44059</v></c></row>',
    });
    expect(cellText(view.cell(1, 1), view)).toBe('17/08/2024');
    expect(contentOf(view.cell(1, 1), view)).toBe('17/08/2024');
  });

  it.each([0.255, 0.25, 1, 0, -0.07, 0.0001, 0.125])('writes the percentage %d as it is typed', (value) => {
    const view = foreign({
      styles: '<cellXfs><xf/><xf numFmtId="9"/></cellXfs>',
      rows: `<row r="1"><c r="A1" s="1"><v>${String(value)}</v></c></row>`,
    });
    const line = contentOf(view.cell(1, 1), view);
    expect(line).toMatch(/%$/);
    expect(parseTyped(line, { format: '0%', from1904: false })).toBe(value);
  });

  it('stays small whatever the sheet claims', () => {
    const view = foreign({
      rows: '<row r="1048576"><c r="XFD1048576" s="1"><v>1</v></c></row><row r="9990"><c r="CV9990" s="1"/></row>',
      sheetTail: `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(3_000)}</mergeCells>`,
    });
    expect(view.rowHeights).toHaveLength(10_000);
    expect(view.columnWidths).toHaveLength(100);
    expect(view.merges).toHaveLength(2_000);
  });
});

describe('colours', () => {
  const encode = (text: string) => new TextEncoder().encode(text);

  it('follow the theme and the palette of the workbook, in the order in which cells count them', () => {
    const theme = encode(
      '<a:theme xmlns:a="x"><a:themeElements><a:clrScheme name="n"><a:dk1><a:sysClr val="windowText" lastClr="111111"/></a:dk1>' +
        '<a:lt1><a:srgbClr val="EEEEEE"/></a:lt1><a:accent1><a:srgbClr val="url(x)"/></a:accent1></a:clrScheme></a:themeElements></a:theme>',
    );
    const palette =
      '<indexedColors><rgbColor rgb="00000000"/><rgbColor rgb="00FFFFFF"/><rgbColor rgb="00ABCDEF"/></indexedColors>';
    const asked = [
      'theme="0"',
      'theme="1"',
      'theme="4"',
      'theme="99"',
      'indexed="2"',
      'indexed="10"',
      'indexed="64"',
      '',
    ];
    const styles = encode(
      `<styleSheet><asked>${asked.map((attribute) => `<color ${attribute}/>`).join('')}</asked><colors>${palette}</colors></styleSheet>`,
    );
    const colourOf = workbookColours(styles, theme);
    expect(listItems(styles, rootElement(styles), 'asked').map(colourOf)).toEqual([
      ...['#EEEEEE', '#111111', '#4472C4', null, '#ABCDEF', '#FF0000', null, null],
    ]);
    expect(colourOf(undefined)).toBeNull();
  });

  it('are made lighter and darker as Excel does', () => {
    expect(tinted('#4472C4', 0.8)).toBe('#DAE3F3');
    expect(tinted('#000000', 0.5)).toBe('#808080');
    expect(tinted('#FFFFFF', -0.25)).toBe('#BFBFBF');
  });
});
