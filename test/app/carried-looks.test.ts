/** How people's cells of a result look and what they attached to cells, in real bytes before and after an update. */
import { ASK, consolidate, earlierResult, resultPlan, updatePlan } from '../../src/app/consolidate';
import type { AppError } from '../../src/app/describe';
import { consolidationText } from '../../src/cli/consolidate-report';
import { readSubmission } from '../../src/app/read-submission';
import type { Received } from '../../src/consolidation/intake';
import { createXlsx } from '../../src/workbook/xlsx/create-xlsx';
import { readZip, unpack } from '../../src/workbook/xlsx/zip';
import { a1, parseA1 } from '../../src/worksheet/address';
import { cellAt } from '../../src/worksheet/cell-grid';
import { workbookPlan } from '../../src/worksheet/plan/workbook-plan';
import { instrumentOf, levelsFrom } from '../scoring/levels';
import { container } from '../workbook/xlsx/foreign-workbook';
import { opened, snapshotOf } from '../workbook/xlsx/reading';
import { contentWith } from '../worksheet/sheets';

const spbe2020 = instrumentOf('spbe-2020');
const NOW = new Date('2024-11-05T08:00:00Z');

async function agency(name: string, level: number): Promise<Received<AppError>> {
  const { answers, ...rest } = contentWith(
    spbe2020,
    { mandiri: levelsFrom(spbe2020, { 1: level, 2: level }) },
    { agency: name, year: 2024 },
  );
  const own = new Map([...answers].filter(([id]) => id === '1' || id === '2'));
  const bytes = await createXlsx(workbookPlan({ ...rest, answers: own }), new Date(0));
  return { file: `${name}.xlsx`, modified: 0, fingerprint: name, reading: readSubmission(await snapshotOf(bytes)) };
}

const SHEETS = ['Rekap Instansi', 'Matriks', 'Sumber', 'Konflik'];
const REKAP = 'xl/worksheets/sheet1.xml';

type Parts = Record<string, string>;

function partsOf(bytes: Uint8Array): Parts {
  return Object.fromEntries(readZip(bytes).map((entry) => [entry.name, new TextDecoder().decode(unpack(entry))]));
}

/** Puts a cell where one stands, or behind all others of its row. */
function withCell(sheet: string, address: string, xml: string): string {
  const there = new RegExp(`<c r="${address}"[^>]*?(?:/>|>.*?</c>)`);
  if (there.test(sheet)) return sheet.replace(there, xml);
  return sheet.replace(new RegExp(`(<row r="${String(parseA1(address)?.row)}"[^>]*>.*?)</row>`), `$1${xml}</row>`);
}

/** Adds items to a list of the styles; answers the number of the first. */
function addStyles(parts: Parts, list: string, ...items: readonly string[]): number {
  const styles = parts['xl/styles.xml'] ?? '';
  const count = Number(new RegExp(`<${list} count="(\\d+)"`).exec(styles)?.[1] ?? 0);
  parts['xl/styles.xml'] = styles
    .replace(`<${list} count="${String(count)}"`, `<${list} count="${String(count + items.length)}"`)
    .replace(`</${list}>`, `${items.join('')}</${list}>`);
  return count;
}

/** The two agencies' result as people left it, updated with a third agency that comes before them. */
async function updated(leave: (parts: Parts) => void, received?: readonly Received<AppError>[]) {
  const earlier = consolidate([await agency('Kota B', 2), await agency('Kota D', 3)], { ...ASK, mode: 'agencies' });
  const parts = partsOf(await createXlsx(resultPlan(earlier, NOW), NOW));
  leave(parts);
  const workbook = opened(container(parts));
  const read = await workbook.read({ attachments: true });
  const previous = read.ok ? earlierResult(read.value) : null;
  if (previous === null) throw new Error('no result of ours');
  const now = consolidate(received ?? [await agency('Kota A', 1)], { ...ASK, previous });
  const { plan, changes } = updatePlan(now, previous, NOW);
  expect(await workbook.replace(plan)).toEqual({ ok: true, value: undefined });
  const bytes = workbook.toBytes();
  const { sheets } = await snapshotOf(bytes);
  const cell = (address: string, sheet = SHEETS[0]) => {
    const grid = sheets.find((each) => each.sheet === sheet);
    const at = parseA1(address);
    return grid === undefined || at === null ? null : cellAt(grid, at.row, at.column);
  };
  return {
    bytes,
    cell,
    report: consolidationText(now, changes, 'id'),
    changes: changes.filter(({ before }) => before !== ''),
  };
}

test('people’s cells keep their number formats and looks, wherever their rows go, and stay open', async () => {
  const { bytes, cell, changes } = await updated((parts) => {
    addStyles(parts, 'numFmts', '<numFmt numFmtId="300" formatCode="[$-421]dd\\ mmmm\\ yyyy"/>');
    const font = addStyles(
      parts,
      'fonts',
      '<font><b/><sz val="11"/><color rgb="FFC00000"/><name val="Calibri"/></font>',
    );
    const first = addStyles(
      parts,
      'cellXfs',
      `<xf numFmtId="300" fontId="${String(font)}" fillId="0" borderId="0" xfId="0"><alignment horizontal="right"/></xf>`,
      '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0"/>',
      '<xf numFmtId="9" fontId="0" fillId="0" borderId="0" xfId="0"><protection hidden="1"/></xf>',
    );
    const [long, short, percent] = [first, first + 1, first + 2].map(String);
    let sheet = parts[REKAP] ?? '';
    sheet = withCell(sheet, 'V10', `<c r="V10" s="${long}"><v>45992</v></c>`);
    sheet = withCell(sheet, 'AE9', '<c r="AE9" t="inlineStr"><is><t>Jatuh tempo</t></is></c>');
    sheet = withCell(sheet, 'AE10', `<c r="AE10" s="${short}"><v>45993</v></c>`);
    sheet = withCell(sheet, 'AE11', `<c r="AE11" s="${percent}"><f>1/4</f><v>0.25</v></c>`);
    sheet = withCell(sheet, 'V11', '<c r="V11" t="e"><v>#N/A</v></c>');
    sheet = withCell(sheet, 'AF10', '<c r="AF10" t="b"><v>1</v></c>');
    sheet = withCell(sheet, 'AG10', '<c r="AG10" t="b"><f>E10&gt;1</f><v>1</v></c>');
    sheet = withCell(sheet, 'AG11', '<c r="AG11" t="e"><f>1/(E11-E11)</f><v>#DIV/0!</v></c>');
    parts[REKAP] = sheet;
  });
  expect(changes).toEqual([]);
  expect([cell('V11'), cell('AC11'), cell('AC12'), cell('V12'), cell('AF11'), cell('AG11'), cell('AG12')]).toEqual([
    { value: 45992, formula: null, format: '[$-421]dd\\ mmmm\\ yyyy' },
    { value: 45993, formula: null, format: 'mm-dd-yy' },
    { value: 0.25, formula: '=1/4', format: '0%' },
    { value: { error: '#N/A' }, formula: null, format: 'General' },
    { value: true, formula: null, format: 'General' },
    { value: true, formula: '=E11>1', format: 'General' },
    { value: { error: '#DIV/0!' }, formula: '=1/(E12-E12)', format: 'General' },
  ]);
  const parts = partsOf(bytes);
  const formats = [
    ...(/<cellXfs[^>]*>(.*)<\/cellXfs>/.exec(parts['xl/styles.xml'] ?? '')?.[1] ?? '').matchAll(
      /<xf [^>]*\/>|<xf [^>]*>.*?<\/xf>/g,
    ),
  ];
  const formatOf = (address: string): string => {
    const [, number] =
      new RegExp(`<c r="${address}"[^>]* s="(\\d+)"`).exec(
        Object.entries(parts).find(([, xml]) => xml.includes('Jatuh tempo'))?.[1] ?? '',
      ) ?? [];
    return formats[Number(number)]?.[0] ?? '';
  };
  expect(formatOf('V11')).toMatch(
    /<xf applyProtection="1" numFmtId="300" fontId="\d+" .*<alignment horizontal="right"\/><protection locked="0"\/><\/xf>/,
  );
  expect(formatOf('AC11')).toMatch(/ numFmtId="14" .*><protection locked="0"\/><\/xf>/);
  expect(formatOf('AC12')).toMatch(/ numFmtId="9" .*><protection locked="0" hidden="1"\/><\/xf>/);
});

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const THREADS = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';

/** What people attach to `Rekap Instansi`: notes, a thread with a reply, links out and within, one of them over two cells. */
function attach(parts: Parts): void {
  const note = (ref: string, said: string) =>
    `<comment ref="${ref}" authorId="0"><text><r><rPr><b/></rPr><t>Sari:</t></r><r><t xml:space="preserve"> ${said}</t></r></text></comment>`;
  const relationship = (id: string, type: string, target: string, mode = '') =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"${mode}/>`;
  const name = 'xl/worksheets/_rels/sheet1.xml.rels';
  const own =
    relationship('rIdA', `${OFFICE}/comments`, '../comments1.xml') +
    relationship('rIdB', `${OFFICE}/vmlDrawing`, '../drawings/vmlDrawing1.vml') +
    relationship(
      'rIdC',
      'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
      '../threadedComments/threadedComment1.xml',
    ) +
    relationship('rIdD', `${OFFICE}/hyperlink`, 'https://contoh.go.id/?a=1&amp;b=2', ' TargetMode="External"');
  parts[name] = (parts[name] ?? '').replace('</Relationships>', `${own}</Relationships>`);
  parts['xl/comments1.xml'] =
    `<comments xmlns="${MAIN}"><authors><author>Sari</author></authors><commentList>` +
    `${note('A1', 'judul')}${note('E10', 'cek B')}${note('E11', 'cek D')}</commentList></comments>`;
  parts['xl/drawings/vmlDrawing1.vml'] = '<xml/>';
  parts['xl/threadedComments/threadedComment1.xml'] =
    `<ThreadedComments xmlns="${THREADS}"><threadedComment ref="E11" id="{1}" personId="{9}"><text>utas D</text></threadedComment>` +
    '<threadedComment ref="E11" id="{2}" parentId="{1}" personId="{9}"><text>balasan</text></threadedComment></ThreadedComments>';
  parts[REKAP] = (parts[REKAP] ?? '')
    .replace(
      '<pageMargins',
      `<hyperlinks xmlns:r="${OFFICE}"><hyperlink ref="B10:B11" r:id="rIdD" tooltip="map &quot;B&quot;"/>` +
        '<hyperlink ref="V11" location="\'Matriks\'!A1" display="Matriks"/></hyperlinks><pageMargins',
    )
    .replace('</worksheet>', `<legacyDrawing xmlns:r="${OFFICE}" r:id="rIdB"/></worksheet>`);
}

async function attachedIn(bytes: Uint8Array): Promise<readonly string[]> {
  const read = await opened(bytes).read({ attachments: true });
  const grid = read.ok ? read.value.sheets.find(({ sheet }) => sheet === SHEETS[0]) : undefined;
  return (grid?.attachments ?? []).map(({ row, column, kind, text }) => `${a1(row, column)} ${kind} ${text}`);
}

test('comments and links go along with their cells, threads with their replies', async () => {
  const { bytes, changes } = await updated(attach);
  expect(changes).toEqual([]);
  expect(await attachedIn(bytes)).toEqual([
    'A1 comment Sari: judul',
    'E11 comment Sari: cek B',
    'E12 comment utas D',
    'B11 link https://contoh.go.id/?a=1&b=2',
    'B12 link https://contoh.go.id/?a=1&b=2',
    "V12 link #'Matriks'!A1",
  ]);
  const parts = partsOf(bytes);
  const named = (wanted: RegExp) => Object.entries(parts).filter(([name]) => wanted.test(name));
  const [[, threads] = ['', '']] = named(/threadedComment\d+\.xml$/);
  expect(threads.match(/ref="E12" id="\{[12]\}"/g)).toHaveLength(2);
  const [[, shapes] = ['', '']] = named(/vmlDrawing\d+\.vml$/);
  expect([...shapes.matchAll(/<x:Row>(\d+)<\/x:Row><x:Column>(\d+)</g)].map(([, ...at]) => at)).toEqual([
    ['0', '0'],
    ['10', '4'],
    ['11', '4'],
  ]);
  // One of each kind: those of the earlier sheet are gone, and every part that is there is listed.
  expect(named(/comment|vml/i).map(([name]) => name)).toHaveLength(3);
  for (const [name] of named(/comment|vml/i)) expect(parts['[Content_Types].xml']).toContain(`PartName="/${name}"`);
  const [, sheet] = named(/worksheets\/sheet\d+\.xml$/).find(([, xml]) => xml.includes('<hyperlinks>')) ?? ['', ''];
  expect(sheet).toMatch(/<hyperlinks>.*<\/hyperlinks><pageMargins/);
  expect(sheet).toMatch(/<drawing [^>]*\/><legacyDrawing [^>]*\/><\/worksheet>$/);
  expect(sheet).toContain('tooltip="map &quot;B&quot;"');
});

test('comments and links whose rows are no more are told with what they said', async () => {
  const { bytes, changes, report } = await updated(attach, [
    await agency('Kota A', 1),
    { ...(await agency('Kota E', 1)), file: 'Kota D.xlsx' },
  ]);
  const lost = changes.filter(({ attached }) => attached !== undefined);
  expect(report).toEqual(
    expect.arrayContaining([
      'Rekap Instansi!E11 Kota D · 2024: komentar “utas D” hilang karena selnya tidak ada lagi; tulis lagi bila masih perlu',
      expect.stringMatching(
        /^Rekap Instansi!B11 Kota D · 2024: tautan ke https:\S+ hilang karena selnya tidak ada lagi/,
      ),
    ]),
  );
  expect(lost).toEqual([
    {
      sheet: SHEETS[0],
      row: 11,
      column: 5,
      about: 'Kota D · 2024',
      header: '',
      before: 'utas D',
      after: '',
      attached: 'comment',
    },
    expect.objectContaining({ row: 11, column: 2, before: 'https://contoh.go.id/?a=1&b=2', attached: 'link' }),
    expect.objectContaining({ row: 11, column: 22, before: "#'Matriks'!A1", attached: 'link' }),
  ]);
  expect(await attachedIn(bytes)).toEqual([
    'A1 comment Sari: judul',
    'E11 comment Sari: cek B',
    'B11 link https://contoh.go.id/?a=1&b=2',
  ]);
  expect(Object.keys(partsOf(bytes)).filter((name) => name.includes('threaded'))).toEqual([]);
});
