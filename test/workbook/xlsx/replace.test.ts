/** Our sheets in the place of their predecessors, in a workbook that others have worked on: what is theirs keeps its very bytes. */
import { findMismatch } from '../../../src/workbook/xlsx/plan-check';
import { readZip, unpack } from '../../../src/workbook/xlsx/zip';
import type { WorkbookPlan } from '../../../src/worksheet/sheet-plan';
import { container, type Parts } from './foreign-workbook';
import { opened, snapshotOf } from './reading';
import { changes, partOf, RELATIONSHIPS, richParts } from './rich-workbook';
import { inputSheet, resultSheet, samplePlan } from './sample-plan';

const relationship = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${kind}" Target="${target}"/>`;

/** Our sheet with fewer rows, no rule and no filter, and the other one without its charts. */
const next: WorkbookPlan = {
  ...samplePlan,
  sheets: [
    {
      ...inputSheet,
      cells: inputSheet.cells.filter(({ row }) => row <= 6),
      validations: [],
      highlights: [],
      filter: null,
    },
    { ...resultSheet, charts: [] },
  ],
};

/** A sheet of somebody else behind ours, with a chart. */
const behind: WorkbookPlan = {
  sheets: [{ ...resultSheet, name: 'Belakang' }],
  names: [],
  show: { sheet: 'Belakang', row: 1, column: 1 },
};

function partsOf(bytes: Uint8Array): Record<string, Uint8Array> {
  return Object.fromEntries(readZip(bytes).map((entry) => [entry.name, unpack(entry)]));
}

function edited(
  bytes: Uint8Array,
  edits: Readonly<Record<string, (xml: string) => string>>,
  more: Parts = {},
): Uint8Array {
  const parts = partsOf(bytes);
  for (const [name, edit] of Object.entries(edits)) {
    const xml = new TextDecoder().decode(parts[name]);
    const changed = edit(xml);
    if (changed === xml) throw new Error(`nothing edited in ${name}`);
    parts[name] = new TextEncoder().encode(changed);
  }
  return container({ ...parts, ...more });
}

/**
 * Two sheets of others, our two, one of others; saved by Excel, which made a calculation chain, chart styles and a
 * printer's settings for ours. Somebody set a picture of theirs on our sheet, hid a name in it and made it the one in front.
 */
async function workedOn(): Promise<Uint8Array> {
  const workbook = opened(container(richParts()));
  for (const plan of [samplePlan, behind]) expect(await workbook.insert(plan)).toMatchObject({ ok: true });
  const tail = '</Relationships>';
  return edited(
    workbook.toBytes(),
    {
      '[Content_Types].xml': (xml) =>
        xml.replace(
          '</Types>',
          '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>' +
            '<Override PartName="/xl/charts/style7.xml" ContentType="application/vnd.ms-office.chartstyle+xml"/></Types>',
        ),
      'xl/_rels/workbook.xml.rels': (xml) =>
        xml.replace(tail, `${relationship('rId77', 'calcChain', 'calcChain.xml')}${tail}`),
      'xl/worksheets/_rels/sheet4.xml.rels': (xml) =>
        xml.replace(
          tail,
          `${relationship('rId9', 'printerSettings', '../printerSettings/printerSettings7.bin')}${tail}`,
        ),
      'xl/drawings/_rels/drawing2.xml.rels': (xml) =>
        xml.replace(tail, `${relationship('rId9', 'image', '../media/image1.png')}${tail}`),
      'xl/workbook.xml': (xml) =>
        xml
          .replace('activeTab="1"', 'activeTab="3" firstSheet="1"')
          .replace(
            '</definedNames>',
            "<definedName name=\"LOKAL\" localSheetId=\"3\">'Rekap ''Uji'' 1'!$B$2</definedName>" +
              '<definedName name="LOKAL" localSheetId="4">Belakang!$B$2</definedName></definedNames>',
          ),
      'xl/worksheets/sheet1.xml': (xml) => xml.replace('<f>B1*2</f>', "<f>'LKE Uji'!D5*2</f>"),
    },
    {
      'xl/calcChain.xml': '<calcChain><c r="B2" i="6"/></calcChain>',
      'xl/charts/_rels/chart2.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('rId1', 'chartStyle', 'style7.xml')}</Relationships>`,
      'xl/charts/style7.xml': '<cs:chartStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle"/>',
      'xl/printerSettings/printerSettings7.bin': new Uint8Array([7]),
    },
  );
}

async function replacedIn(bytes: Uint8Array, plan: WorkbookPlan): Promise<Uint8Array> {
  const workbook = opened(bytes);
  expect(await workbook.replace(plan)).toEqual({ ok: true, value: undefined });
  expect(workbook.shown()).toEqual(plan.show);
  return workbook.toBytes();
}

/** The tags of the list of sheets, without what declares a prefix. */
const sheetTags = (bytes: Uint8Array): string[] =>
  [...partOf(bytes, 'xl/workbook.xml').matchAll(/<sheet (?:xmlns:r="[^"]*" )?([^>]*)\/>/g)].map(
    (match) => match[1] ?? '',
  );

const definedNames = (bytes: Uint8Array): string[] =>
  [...partOf(bytes, 'xl/workbook.xml').matchAll(/<definedName name="([^"]*)"([^>]*)>([^<]*)</g)].map(
    ([, name, attributes, text]) =>
      `${name ?? ''}${/localSheetId="(\d+)"/.exec(attributes ?? '')?.[1] ?? ''} ${(text ?? '').replaceAll('&apos;', "'")}`,
  );

describe('our sheets replaced in a foreign workbook', () => {
  test('only what lists them changes; their parts go with all that only they led to, and new ones come', async () => {
    const before = await workedOn();
    expect(changes(before, await replacedIn(before, next))).toEqual([
      '-xl/worksheets/sheet3.xml',
      '-xl/worksheets/sheet4.xml',
      '-xl/worksheets/_rels/sheet4.xml.rels',
      '-xl/drawings/drawing2.xml',
      '-xl/drawings/_rels/drawing2.xml.rels',
      '-xl/charts/chart2.xml',
      '-xl/charts/chart3.xml',
      '-xl/calcChain.xml',
      '-xl/charts/_rels/chart2.xml.rels',
      '-xl/charts/style7.xml',
      '-xl/printerSettings/printerSettings7.bin',
      '[Content_Types].xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      '+xl/worksheets/sheet6.xml',
      '+xl/worksheets/sheet7.xml',
    ]);
  });

  test('no list names a part that is gone, and every part of ours is listed', async () => {
    const after = await replacedIn(await workedOn(), samplePlan);
    const names = new Set(readZip(after).map(({ name }) => `/${name}`));
    const listed = [...partOf(after, '[Content_Types].xml').matchAll(/PartName="([^"]*)"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(listed.filter((name) => !names.has(name))).toEqual([]);
    expect(listed).toEqual(expect.arrayContaining(['/xl/worksheets/sheet6.xml', '/xl/charts/chart6.xml']));
    const targets = [...partOf(after, 'xl/_rels/workbook.xml.rels').matchAll(/Target="([^"]*)"/g)].map(
      (match) => match[1] ?? '',
    );
    const missing = targets.filter((target) => !names.has(target.startsWith('/') ? target : `/xl/${target}`));
    expect(missing).toEqual([]);
  });

  test('each sheet keeps its place, its relationship and its identity; the sheet in front stays in front', async () => {
    const before = await workedOn();
    const after = await replacedIn(before, next);
    expect(sheetTags(after)).toEqual(sheetTags(before));
    expect(sheetTags(after).map((tag) => /name="([^"]*)"/.exec(tag)?.[1])).toEqual([
      'Data Dinas',
      'Terkunci',
      'LKE Uji',
      "Rekap 'Uji' 1",
      'Belakang',
    ]);
    expect(partOf(after, 'xl/workbook.xml')).toContain('activeTab="3" firstSheet="1"');
  });

  test('names of others stay, those of their sheets too; what is printed and filtered of ours is new', async () => {
    const before = await workedOn();
    const after = await replacedIn(before, next);
    const ours = /^UJI_|^_xlnm\.\w+[23] /;
    expect(definedNames(after).filter((name) => !ours.test(name))).toEqual(
      definedNames(before).filter((name) => !ours.test(name)),
    );
    expect(definedNames(before)).toContain("_xlnm._FilterDatabase2 'LKE Uji'!$A$4:$E$9");
    expect(
      definedNames(after)
        .filter((name) => ours.test(name))
        .sort(),
    ).toEqual([
      "UJI_INDEKS 'Rekap ''Uji'' 1'!$B$2",
      "UJI_INSTANSI 'LKE Uji'!$B$2",
      "_xlnm.Print_Area2 'LKE Uji'!$A$1:$E$9",
      "_xlnm.Print_Area3 'Rekap ''Uji'' 1'!$A$1:$L$40",
      "_xlnm.Print_Titles2 'LKE Uji'!$4:$4",
    ]);
  });

  test('the new sheets hold the plan, without a rule or a chart of before, and formulas are computed when it is opened', async () => {
    const after = await replacedIn(await workedOn(), next);
    const snapshot = await snapshotOf(after);
    expect(findMismatch(next, snapshot)).toBeNull();
    expect(snapshot.sheets[2]?.rows).toHaveLength(6);
    expect(snapshot.sheets[2]?.structure).toEqual({ hiddenRows: [], validated: [], merges: [] });
    const xml = partOf(after, 'xl/worksheets/sheet6.xml');
    expect(xml).not.toMatch(/<(?:conditionalFormatting|autoFilter|dataValidation)/);
    expect(partOf(after, 'xl/worksheets/sheet7.xml')).not.toContain('<drawing');
    expect(partOf(after, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  });

  test('again and again: the same contents, the same number of parts', async () => {
    const once = await replacedIn(await workedOn(), samplePlan);
    const twice = await replacedIn(once, samplePlan);
    expect(await snapshotOf(twice)).toEqual(await snapshotOf(once));
    expect(readZip(twice)).toHaveLength(readZip(once).length);
    expect(definedNames(twice).sort()).toEqual(definedNames(once).sort());
  });

  test('one of ours that somebody deleted comes behind all others', async () => {
    const renamed = edited(await workedOn(), {
      'xl/workbook.xml': (xml) => xml.replace('name="LKE Uji"', 'name="LKE Lama"'),
    });
    const after = await replacedIn(renamed, samplePlan);
    const snapshot = await snapshotOf(after);
    expect(snapshot.sheets.map(({ sheet }) => sheet)).toEqual([
      'Data Dinas',
      'Terkunci',
      'LKE Lama',
      "Rekap 'Uji' 1",
      'Belakang',
      'LKE Uji',
    ]);
    expect(findMismatch(samplePlan, snapshot)).toBeNull();
    expect(definedNames(after)).toContain("_xlnm.Print_Titles5 'LKE Uji'!$4:$4");
  });

  test('a workbook whose parts carry prefixes takes them too', async () => {
    const prefixed = edited(await workedOn(), {
      'xl/workbook.xml': (xml) =>
        xml.replaceAll(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('<x:workbook xmlns=', '<x:workbook xmlns:x='),
    });
    expect(findMismatch(next, await snapshotOf(await replacedIn(prefixed, next)))).toBeNull();
  });
});

describe('a workbook is left alone', () => {
  test.each<
    [
      string,
      Readonly<Record<string, (xml: string) => string>>,
      { readonly code: string; readonly subject: string | null },
    ]
  >([
    [
      'where a password guards one of the sheets, the second one',
      { 'xl/worksheets/sheet4.xml': (xml) => xml.replace('<sheetProtection ', '<sheetProtection hashValue="abc=" ') },
      { code: 'protected', subject: "Rekap 'Uji' 1" },
    ],
    [
      'where a sheet would be added to a structure that the owner has locked',
      {
        'xl/workbook.xml': (xml) =>
          xml
            .replace('name="LKE Uji"', 'name="LKE Lama"')
            .replace('<bookViews>', '<workbookProtection lockStructure="1"/><bookViews>'),
      },
      { code: 'protected', subject: null },
    ],
    [
      'where a chart sheet bears the name',
      {
        'xl/workbook.xml': (xml) =>
          xml
            .replace('name="LKE Uji"', 'name="LKE Lama"')
            .replace('</sheets>', '<sheet name="LKE uji" sheetId="99" r:id="rId99"/></sheets>'),
        'xl/_rels/workbook.xml.rels': (xml) =>
          xml.replace(
            '</Relationships>',
            `${relationship('rId99', 'chartsheet', 'chartsheets/sheet1.xml')}</Relationships>`,
          ),
      },
      { code: 'sheet-name-taken', subject: 'LKE Uji' },
    ],
  ])('%s', async (_, edits, error) => {
    const bytes = edited(await workedOn(), edits);
    const workbook = opened(bytes);
    expect(await workbook.replace(samplePlan)).toEqual({ ok: false, error });
    expect(workbook.toBytes()).toBe(bytes);
  });
});

test('a sheet of ours that leads to what the whole workbook needs takes nothing of it away', async () => {
  const bytes = edited(await workedOn(), {
    'xl/worksheets/_rels/sheet4.xml.rels': (xml) =>
      xml.replace(
        '</Relationships>',
        ['xl/workbook.xml', '[Content_Types].xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml']
          .map((target, index) => relationship(`rId5${String(index)}`, 'image', `/${target}`))
          .join('') + '</Relationships>',
      ),
  });
  const after = await replacedIn(bytes, next);
  expect(findMismatch(next, await snapshotOf(after))).toBeNull();
  expect(partOf(after, 'xl/worksheets/sheet1.xml')).toBe(partOf(bytes, 'xl/worksheets/sheet1.xml'));
});

test('a structure that the owner has locked is no hindrance where no sheet is added', async () => {
  const locked = edited(await workedOn(), {
    'xl/workbook.xml': (xml) => xml.replace('<bookViews>', '<workbookProtection lockStructure="1"/><bookViews>'),
  });
  expect(findMismatch(next, await snapshotOf(await replacedIn(locked, next)))).toBeNull();
});

test('where nothing of ours is in the file it is an insertion; only the workbook is asked to calculate besides', async () => {
  const bytes = container(richParts());
  const inserted = opened(bytes);
  await inserted.insert(samplePlan);
  const after = await replacedIn(bytes, samplePlan);
  expect(changes(inserted.toBytes(), after)).toEqual(['xl/workbook.xml']);
});
