/** LibreOffice reads what the host for file bytes writes, and computes it to the results that we wrote beside the formulas. */
import type { PlannedContent, WorkbookPlan } from '../../src/worksheet/sheet-plan';
import { createXlsx } from '../../src/workbook/xlsx/create-xlsx';
import { findMismatch } from '../../src/workbook/xlsx/plan-check';
import { OoxmlPackage } from '../../src/workbook/xlsx/ooxml-package';
import { openXlsx } from '../../src/workbook/xlsx/xlsx-workbook';
import { readZip } from '../../src/workbook/xlsx/zip';
import { contractPlan } from '../contract/contract-plan';
import { container, foreignParts } from '../workbook/xlsx/foreign-workbook';
import { asStored, namedValue, type OracleLocale, recalculatedFiles, snapshotOf } from './libreoffice';

jest.setTimeout(300_000);

const DATE = new Date('2024-05-06T07:08:09Z');

type Result = Extract<PlannedContent, { kind: 'formula' }>['result'];

/** The plan with other results beside its formulas. */
function withResults(plan: WorkbookPlan, change: (result: Result) => Result): WorkbookPlan {
  const changed = (content: PlannedContent): PlannedContent =>
    content.kind === 'formula' ? { ...content, result: change(content.result) } : content;
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => ({ ...cell, content: changed(cell.content) })),
    })),
  };
}

/** What LibreOffice stores of the plan; it knows a truth value by its number format alone, and no error without a formula. */
function asComputed(plan: WorkbookPlan): WorkbookPlan {
  const stored = withResults(plan, (result) => (typeof result === 'number' ? asStored(result) : result));
  const isKept = ({ kind }: PlannedContent): boolean => kind !== 'truth' && kind !== 'error';
  return {
    ...stored,
    sheets: stored.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.filter(({ content }) => isKept(content)) })),
  };
}

async function grafted(plan: WorkbookPlan): Promise<Uint8Array> {
  const opened = openXlsx(container(foreignParts({ sheets: { Lama: '<row r="1"><c r="A1"><v>7</v></c></row>' } })));
  if (!opened.ok) throw new Error(opened.error.code);
  const inserted = await opened.value.insert(plan);
  if (!inserted.ok) throw new Error(inserted.error.code);
  return opened.value.toBytes();
}

/** Parts of a package as text, by name. */
function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const pkg = new OoxmlPackage(readZip(bytes));
  return new Map(pkg.entries.map(({ name }) => [name, new TextDecoder().decode(pkg.part(name))]));
}

const LOCALES = ['en-US', 'id-ID'] as const;

/** A new workbook and one that our sheets joined, both with wrong results, as LibreOffice computed them. */
const computed = new Map<OracleLocale, Uint8Array[]>();

beforeAll(async () => {
  const wrong = withResults(contractPlan(), () => 12_345);
  const files = [await createXlsx(wrong, DATE), await grafted(wrong)];
  for (const locale of LOCALES) computed.set(locale, await recalculatedFiles(files, locale));
});

test.each(LOCALES)('every formula is computed to the result that the plan holds (%s)', async (locale) => {
  const right = asComputed(contractPlan());
  expect(computed.get(locale)).toHaveLength(2);
  for (const bytes of computed.get(locale) ?? []) {
    const snapshot = await snapshotOf(bytes);
    expect(findMismatch(right, snapshot)).toBeNull();
    expect(namedValue(snapshot, 'UJI_INDEKS')).toBe(asStored(388 / 131));
  }
});

// Frozen panes, grid lines, tab colours and alternative texts are not kept by a conversion without a window.
test.each([
  ['a new workbook', 0, 1],
  ['a workbook that our sheets joined', 1, 2],
])('rules, filter, page, protection and charts arrive in %s', (_, file, sheetNumber) => {
  const parts = partsOf(computed.get('en-US')?.[file] ?? new Uint8Array());
  const form = parts.get(`xl/worksheets/sheet${String(sheetNumber)}.xml`) ?? '';
  expect(form).toMatch(/<dataValidation [^>]*errorTitle="Bukan tingkat"[^>]*sqref="C5:C8"[^>]*type="list"/);
  expect(form).toContain('<formula1>&quot;1,2,3,4,5&quot;</formula1>');
  expect(form).toContain('<conditionalFormatting sqref="C5:C8"><cfRule type="expression"');
  expect(form).toContain('<autoFilter ref="A4:D23"');
  expect(form).toMatch(/<sheetProtection (?=[^>]*sheet="true")(?![^>]*password)/);
  expect(form).toMatch(/<pageSetup paperSize="9" [^>]*fitToWidth="1" fitToHeight="0" [^>]*orientation="landscape"/);

  const workbook = parts.get('xl/workbook.xml') ?? '';
  expect(workbook).toMatch(/name="_xlnm.Print_Titles"[^>]*>&apos;Lembar Uji&apos;!\$4:\$4</);
  expect(workbook).toMatch(/name="_xlnm.Print_Area"[^>]*>&apos;Rekap Uji&apos;!\$A\$1:\$B\$42</);

  const charts = [...parts].filter(([name]) => name.startsWith('xl/charts/chart')).map(([, xml]) => xml);
  expect(charts.filter((xml) => xml.includes('<c:radarChart>'))).toHaveLength(1);
  expect(charts.filter((xml) => xml.includes('<c:barChart>'))).toHaveLength(1);

  // The look of an unusable level: a sign before the value, a frame, a fill.
  const looks = parts.get('xl/styles.xml')?.match(/<dxf>[^]*?<\/dxf>/g) ?? [];
  const unusable = looks.find((look) => look.includes('formatCode="&quot;! &quot;0;')) ?? '';
  expect(unusable).toContain('<left style="thin"');
  expect(unusable).toContain('FFFDE7E9');
});

test('a workbook whose sheets of ours were replaced opens, and what others say of them is computed from the new ones', async () => {
  const opened = openXlsx(
    container(
      foreignParts({
        sheets: {
          'Rekap Uji': '<row r="3"><c r="B3"><v>99</v></c></row><row r="70"><c r="H70"><v>1</v></c></row>',
          Laporan: `<row r="1"><c r="A1"><f>'Rekap Uji'!B9*2</f><v>198</v></c><c r="B1"><f>UJI_INDEKS</f><v>99</v></c><c r="C1"><f>COUNT('Rekap Uji'!A1:Z99)</f><v>2</v></c></row>`,
        },
        workbookTail: `<definedNames><definedName name="UJI_INDEKS">'Rekap Uji'!$H$70</definedName></definedNames>`,
      }),
    ),
  );
  if (!opened.ok) throw new Error(opened.error.code);
  // Twice: the second time both sheets, their charts and their rules are ours.
  for (const plan of [withResults(contractPlan(), () => 12_345), contractPlan()]) {
    const replaced = await opened.value.replace(plan);
    if (!replaced.ok) throw new Error(replaced.error.code);
  }
  const [computed = new Uint8Array()] = await recalculatedFiles([opened.value.toBytes()]);
  const snapshot = await snapshotOf(computed);
  const right = asComputed(contractPlan());
  expect(findMismatch(right, snapshot)).toBeNull();
  const index = asStored(388 / 131);
  const [a1, b1, c1] = snapshot.sheets.find(({ sheet }) => sheet === 'Laporan')?.rows[0] ?? [];
  expect([a1?.value, b1?.value, c1?.value]).toEqual([8, index, 5]);
  expect([...partsOf(computed).keys()].filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(2);
});
