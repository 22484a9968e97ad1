/** Workbooks as other programs write them: every part spelt out, so that a test sees which of them changed. */
import { zipSync } from 'fflate';

export type Parts = Record<string, string | Uint8Array>;

/** The container around parts, stored in the given order. */
export function container(parts: Parts): Uint8Array {
  const encoder = new TextEncoder();
  const files = Object.entries(parts).map(([name, part]): [string, Uint8Array] => [
    name,
    typeof part === 'string' ? encoder.encode(part) : part,
  ]);
  return zipSync(Object.fromEntries(files), { mtime: new Date(2020, 0, 1) });
}

export interface Spelling {
  /** The sheets' XML inside <sheetData>, by name. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly sharedStrings?: string;
  readonly styles?: string;
  /** Behind <sheets> in the workbook part. */
  readonly workbookTail?: string;
  /** Before <sheets> in the workbook part. */
  readonly workbookHead?: string;
  /** Behind <sheetData> in each sheet. */
  readonly sheetTail?: string;
  /** The namespace prefix of spreadsheet parts, with its colon. */
  readonly prefix?: string;
  /** States of sheets that are not visible. */
  readonly states?: Readonly<Record<string, string>>;
  readonly more?: Parts;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\r\n';

export const PLAIN_STYLES =
  '<fonts count="1"><font><sz val="10"/><name val="Arial"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>';

/** The parts of a workbook with these sheets. Inside the given XML elements already carry the prefix. */
export function foreignParts(spelling: Spelling): Parts {
  const { prefix = '', states = {}, sheets } = spelling;
  const names = Object.keys(sheets);
  const namespace = `xmlns${prefix === '' ? '' : `:${prefix.slice(0, -1)}`}="${MAIN}"`;
  const relationship = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const relationships = (list: string) =>
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${list}</Relationships>`;
  const escape = (name: string) => name.replaceAll('&', '&amp;').replaceAll("'", '&apos;');
  const sheetTags = names.map((name, index) => {
    const state = states[name];
    return `<${prefix}sheet name="${escape(name)}" sheetId="${String(index + 3)}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${String(index + 1)}"/>`;
  });
  const override = (part: string, type: string) =>
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  return {
    '[Content_Types].xml':
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      override('xl/workbook.xml', 'sheet.main') +
      override('xl/styles.xml', 'styles') +
      override('xl/sharedStrings.xml', 'sharedStrings') +
      names.map((_, index) => override(`xl/worksheets/sheet${String(index + 1)}.xml`, 'worksheet')).join('') +
      '</Types>',
    '_rels/.rels': relationships(relationship('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml':
      `${DECLARATION}<${prefix}workbook ${namespace} xmlns:r="${OFFICE}">${spelling.workbookHead ?? ''}` +
      `<${prefix}sheets>${sheetTags.join('')}</${prefix}sheets>${spelling.workbookTail ?? ''}</${prefix}workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      names
        .map((_, index) =>
          relationship(`rId${String(index + 1)}`, 'worksheet', `worksheets/sheet${String(index + 1)}.xml`),
        )
        .join('') +
        relationship('rId90', 'styles', 'styles.xml') +
        relationship('rId91', 'sharedStrings', '/xl/sharedStrings.xml'),
    ),
    'xl/styles.xml': `${DECLARATION}<${prefix}styleSheet ${namespace}>${spelling.styles ?? PLAIN_STYLES}</${prefix}styleSheet>`,
    'xl/sharedStrings.xml': `${DECLARATION}<${prefix}sst ${namespace}>${spelling.sharedStrings ?? ''}</${prefix}sst>`,
    ...Object.fromEntries(
      names.map((name, index) => [
        `xl/worksheets/sheet${String(index + 1)}.xml`,
        `${DECLARATION}<${prefix}worksheet ${namespace} xmlns:r="${OFFICE}"><${prefix}sheetData>${sheets[name] ?? ''}</${prefix}sheetData>${spelling.sheetTail ?? ''}</${prefix}worksheet>`,
      ]),
    ),
    ...spelling.more,
  };
}
