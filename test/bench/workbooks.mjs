/** Workbooks to measure with: the official one, filled differently each time, as agencies would send it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const SPBE = join(import.meta.dirname, '../../dist/cli/spbe.js');
const SENTENCES = [
  'Kebijakan telah ditetapkan dengan peraturan kepala daerah dan mencakup seluruh perangkat daerah.',
  'Penerapan dilakukan bertahap; reviu dilaksanakan setiap tahun oleh tim koordinasi.',
  'Dokumen belum menyebut keterkaitan antara proses bisnis dan layanan.',
  'Sebagian perangkat daerah memakai aplikasi sendiri yang belum terhubung.',
];

/** Writes so many filled workbooks into a folder that is made anew; answers with their paths. */
export function makeWorkbooks(folder, count) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const blank = join(folder, '..', 'kosong.xlsx');
  execFileSync(process.execPath, [SPBE, 'new', blank, '--agency', 'INSTANSI', '--year', '2024', '--force']);
  const parts = unzipSync(readFileSync(blank));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']);
  return Array.from({ length: count }, (_, number) => {
    const filled = fill(sheet, number);
    const path = join(folder, `instansi-${String(number).padStart(4, '0')}.xlsx`);
    writeFileSync(path, zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(filled) }));
    return path;
  });
}

function fill(sheet, number) {
  const named = sheet.replace('INSTANSI', `Kabupaten Ukur ${number}`);
  const cell = (row, column, content) => (xml) =>
    xml.replace(new RegExp(`<c r="${column}${row}"( s="\\d+")?/>`), (_, style = '') => content(style));
  const rows = [...named.matchAll(/<c r="A(\d+)"[^>]*><v>\d+<\/v>/g)].map(([, row]) => Number(row));
  return rows.reduce((xml, row, index) => {
    const text = (salt) => SENTENCES[(number + index * 7 + salt) % SENTENCES.length];
    return [
      cell(row, 'E', (style) => `<c r="E${row}"${style}><v>${1 + ((number * 31 + index * 17) % 5)}</v></c>`),
      cell(
        row,
        'K',
        (style) => `<c r="K${row}"${style} t="inlineStr"><is><t>${text(0)} ${number}.${index}</t></is></c>`,
      ),
      cell(
        row,
        'L',
        (style) => `<c r="L${row}"${style} t="inlineStr"><is><t>SK ${number}/${index} ${text(1)}</t></is></c>`,
      ),
    ].reduce((result, change) => change(result), xml);
  }, named);
}
