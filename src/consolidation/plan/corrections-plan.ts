/** `Lembar Perbaikan`: what each sender has to correct; in the result for all of them, and as a letter to each. */
import { cellAt, type CellGrid, lastRow } from '../../worksheet/cell-grid';
import { cell, number, text } from '../../worksheet/plan/cells';
import type { PlannedCell, SheetPlan, WorkbookPlan } from '../../worksheet/sheet-plan';
import { RESULT_TITLES } from '../../worksheet/vocabulary';
import { type Correction, type CorrectionProgress, progressOf, type Sender } from '../corrections';
import { NOTE_COLUMN, RESULT_SHEETS } from './result-words';
import { tableCells, type TableColumn, tableSheet } from './table';

const HEADER = 4;
const DONE_WORD = 'sudah diperbaiki';
const OPEN_WORD = 'belum diperbaiki';

const LINE_COLUMNS: readonly TableColumn[] = [
  { header: 'No', width: 6, style: 'number' },
  { header: 'Lembar', width: 14, style: 'text' },
  { header: 'Sel', width: 9, style: 'text' },
  { header: 'Indikator', width: 10, style: 'number' },
  { header: 'Yang perlu diperbaiki', width: 60, style: 'text' },
  { header: 'Yang diharapkan', width: 60, style: 'text' },
];
const COLUMNS: readonly TableColumn[] = [
  ...LINE_COLUMNS,
  { header: 'Keadaan', width: 18, style: 'text' },
  { header: 'Perangkat Daerah', width: 24, style: 'text' },
  { header: 'Instansi', width: 26, style: 'text' },
  { header: 'Berkas', width: 30, style: 'text' },
  { header: 'Jenis', width: 20, style: 'text' },
  { header: NOTE_COLUMN, width: 30, style: 'textInput' },
];

/** The sheet of the result that lists the lines of all senders. */
export function correctionsPlan(corrections: readonly Correction[]): SheetPlan {
  const progress = summaryOf(progressOf(corrections));
  const cells: PlannedCell[] = [
    cell(1, 1, 'title', text(RESULT_TITLES.corrections)),
    cell(2, 1, 'subtitle', text(progress === '' ? 'Tidak ada yang perlu diperbaiki.' : progress)),
    ...tableCells(
      HEADER,
      COLUMNS,
      corrections.map((line, index) => [
        number(index + 1),
        ...lineContents(line),
        text(line.done ? DONE_WORD : OPEN_WORD),
        text(line.sender.unit),
        text(line.sender.agency),
        text(line.sender.file),
        text(line.code),
        text(''),
      ]),
    ),
  ];
  return tableSheet(
    {
      name: RESULT_SHEETS.corrections,
      columnWidths: COLUMNS.map(({ width }) => width),
      headerRow: HEADER,
      lastRow: HEADER + corrections.length,
      frozenColumns: 0,
      tabColor: '#C50F1F',
    },
    cells,
  );
}

/** More senders than a line can name are counted: a thousand of them are more than a cell holds. */
const NAMED_SENDERS = 20;

function summaryOf(progress: readonly CorrectionProgress[]): string {
  const named = progress.slice(0, NAMED_SENDERS).map(progressText);
  const rest = progress.slice(NAMED_SENDERS);
  const sum = (pick: (each: CorrectionProgress) => number): number =>
    rest.reduce((total, each) => total + pick(each), 0);
  const others = `${String(rest.length)} pengirim lain: ${String(sum(({ done }) => done))} dari ${String(sum(({ total }) => total))} ${DONE_WORD}`;
  return [...named, ...(rest.length === 0 ? [] : [others])].join('; ');
}

/** Who is meant, and how far they have come: "Dinas Kominfo: 12 dari 14 sudah diperbaiki". */
function progressText({ sender, done, total }: CorrectionProgress): string {
  return `${nameOf(sender)}: ${String(done)} dari ${String(total)} ${DONE_WORD}`;
}

/** A letter to one sender, as a workbook of one sheet. */
export function letterPlan(sender: Sender, corrections: readonly Correction[], year: number | null): WorkbookPlan {
  const open = corrections.filter(({ done }) => !done);
  const done = corrections.length - open.length;
  const header = 9;
  const period = year === null ? '' : ` tahun ${String(year)}`;
  const opening =
    open.length === 0
      ? 'Seluruh hal yang pernah kami sampaikan sudah diperbaiki. Terima kasih.'
      : `Berdasarkan pemeriksaan atas lembar kerja evaluasi yang Saudara sampaikan, terdapat ${String(open.length)} hal yang perlu diperbaiki sebelum penilaian dapat dilanjutkan. Mohon diperbaiki langsung pada berkas tersebut, lalu dikirimkan kembali.`;
  const cells: PlannedCell[] = [
    cell(1, 1, 'title', text(RESULT_TITLES.corrections)),
    cell(3, 1, 'plain', text(`Kepada Yth. ${nameOf(sender)}`)),
    cell(4, 1, 'plain', text(`Perihal: Perbaikan penilaian mandiri SPBE${period}`)),
    cell(5, 1, 'plain', text(`Berkas: ${sender.file}`)),
    cell(6, 1, 'plain', text(opening)),
    ...(done === 0
      ? []
      : [cell(7, 1, 'plain', text(`${String(done)} dari ${String(corrections.length)} ${DONE_WORD}.`))]),
    ...tableCells(
      header,
      LINE_COLUMNS,
      open.map((line, index) => [number(index + 1), ...lineContents(line)]),
    ),
    cell(
      header + open.length + 2,
      1,
      'plain',
      text('Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.'),
    ),
  ];
  const sheet = tableSheet(
    {
      name: RESULT_SHEETS.corrections,
      columnWidths: LINE_COLUMNS.map(({ width }) => width),
      headerRow: header,
      lastRow: header + open.length,
      frozenColumns: 0,
      tabColor: '#C50F1F',
    },
    cells,
  );
  return { sheets: [sheet], names: [], show: { sheet: sheet.name, row: 1, column: 1 } };
}

function lineContents({ sheet, cell: address, indicator, problem, expected }: Correction): PlannedCell['content'][] {
  return [text(sheet), text(address), text(indicator), text(problem), text(expected)];
}

function nameOf({ unit, agency, file }: Sender): string {
  return [unit, agency, file].find((name) => name !== '') ?? '';
}

/** The lines of an earlier result, by its headers; none where the sheet is not among these. */
export function readCorrections(sheets: readonly CellGrid[]): readonly Correction[] {
  const grid = sheets.find((each) =>
    COLUMNS.every(({ header }, offset) => cellAt(each, HEADER, offset + 1)?.value === header),
  );
  if (grid === undefined) return [];
  const at = (row: number, header: string): string => {
    const value = cellAt(grid, row, COLUMNS.findIndex((column) => column.header === header) + 1)?.value ?? null;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const rows = Array.from({ length: Math.max(0, lastRow(grid) - HEADER) }, (_, down) => HEADER + 1 + down);
  return rows
    .filter((row) => at(row, 'Yang perlu diperbaiki') !== '')
    .map((row) => ({
      sender: { agency: at(row, 'Instansi'), unit: at(row, 'Perangkat Daerah'), file: at(row, 'Berkas') },
      code: at(row, 'Jenis'),
      sheet: at(row, 'Lembar'),
      cell: at(row, 'Sel'),
      indicator: at(row, 'Indikator'),
      problem: at(row, 'Yang perlu diperbaiki'),
      expected: at(row, 'Yang diharapkan'),
      done: at(row, 'Keadaan') === DONE_WORD,
    }));
}
