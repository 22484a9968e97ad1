/** The texts of the screen Bagi per OPD, in the pane and on the page without Excel. */

const id = {
  title: 'Bagi per OPD',
  intro: 'Tiap OPD mendapat buku kerja sendiri, hanya dengan indikatornya. Buku kerja ini tidak diubah.',
  units: (count: number) => `${count} OPD`,
  indicators: (count: number, numbers: string) => `${count} indikator: ${numbers}`,

  // What is in none of the workbooks, or not as it was
  unassigned: (count: number) =>
    `${count} indikator belum punya penanggung jawab, jadi tidak masuk buku kerja mana pun.`,
  unassignedRemedy: {
    window: 'Isi kolom Penanggung Jawab, satu OPD per baris di dalam selnya, lalu baca ulang.',
    download: 'Isi kolom Penanggung Jawab, satu OPD per baris di dalam selnya, lalu buka berkasnya lagi di sini.',
  },
  lost: (count: number, cells: string) =>
    `${count} tingkat bukan milik satu indikator pun, jadi tidak masuk buku kerja mana pun: ${cells}.`,
  lostRemedy: 'Periksa nomor indikator di barisnya.',
  taken: (count: number, cells: string) =>
    `${count} tingkat dibaca sebagai angka dan terhitung di buku kerja baru: ${cells}.`,
  unusable: (count: number, cells: string) =>
    `${count} isian bukan tingkat; ikut seperti ditulis, agar OPD-nya memperbaiki: ${cells}.`,
  doubled: (count: number, indicators: string) =>
    `${count} indikator ada di beberapa baris, jadi barisnya ikut tanpa isi: ${indicators}.`,
  doubledRemedy: 'Sisakan satu baris untuk tiap indikator.',
  numbers: (numbers: string) => `Indikator ${numbers}`,
  more: (count: number) => `dan ${count} lainnya`,

  // Nothing to split
  noUnitsTitle: 'Belum ada penanggung jawab',
  noUnitsSteps: [
    'Isi kolom Penanggung Jawab di lembar LKE: nama OPD yang menjawab tiap indikator.',
    'Beberapa OPD untuk satu indikator: satu per baris di dalam sel (Alt+Enter). Yang pertama memimpin; semuanya mendapat indikator itu.',
  ],
  lastStep: { window: 'Kembali ke sini dan baca ulang.', download: 'Simpan, lalu buka berkasnya lagi di sini.' },
  readAgain: 'Baca ulang',

  // Making
  open: 'Buka',
  openUnit: (unit: string) => `Buka buku kerja ${unit}`,
  download: 'Unduh',
  downloadUnit: (unit: string) => `Unduh buku kerja ${unit}`,
  downloadAll: (count: number) => `Unduh semua dalam satu ZIP (${count})`,
  archive: (agency: string, year: string) => `LKE SPBE per OPD ${agency} ${year}`,
  making: 'Menyusun buku kerja',
  progress: (done: number, total: number) => `${done} dari ${total} buku kerja`,
  cancel: 'Batal',
  cancelled: 'Dibatalkan; tidak ada yang diunduh.',
  opened: (unit: string) => `Buku kerja ${unit} dibuka di jendela Excel lain.`,
  openedRemedy: (file: string) => `Simpanlah, misalnya sebagai ${file}.`,
  downloaded: (file: string) => `${file} diunduh.`,
  handedOver: (file: string) => `${file} diserahkan untuk diunduh.`,
  handedOverRemedy:
    'Panel Excel kadang menolak unduhan. Bila berkasnya tidak ada di folder Unduhan, buka OPD satu per satu, atau pakai halaman tanpa Excel.',
  downloadAgain: 'Unduh lagi',
  notDownloaded: {
    message: 'Peramban menolak unduhan.',
    remedy: 'Izinkan unduhan dari halaman ini di pengaturan peramban, lalu ulangi.',
  },
  notDownloadedInPane: {
    message: 'Panel Excel ini menolak unduhan.',
    remedy: 'Buka OPD satu per satu, atau bagi berkasnya di halaman tanpa Excel.',
  },
  gone: (unit: string) => `${unit} tidak lagi menjadi penanggung jawab.`,
  goneRemedy: 'Daftar sudah dibaca ulang dari buku kerja.',
  done: 'sudah',
};

export type SplitTexts = typeof id;

const en: SplitTexts = {
  title: 'Split by OPD',
  intro: 'Each unit (OPD) gets a workbook of its own, with its indicators only. This workbook stays as it is.',
  units: (count) => (count === 1 ? '1 unit' : `${count} units`),
  indicators: (count, numbers) => `${count === 1 ? '1 indicator' : `${count} indicators`}: ${numbers}`,

  unassigned: (count) =>
    count === 1
      ? '1 indicator has no responsible unit and goes into none of the workbooks.'
      : `${count} indicators have no responsible unit and go into none of the workbooks.`,
  unassignedRemedy: {
    window: 'Fill the column Penanggung Jawab, one unit a line inside its cell, then read again.',
    download: 'Fill the column Penanggung Jawab, one unit a line inside its cell, then open the file here again.',
  },
  lost: (count, cells) => `Levels that belong to no indicator and go into none of the workbooks (${count}): ${cells}.`,
  lostRemedy: 'Check the indicator number of the row.',
  taken: (count, cells) => `Levels read as numbers, which count in the new workbooks (${count}): ${cells}.`,
  unusable: (count, cells) =>
    `Entries that are no level, carried over as written for the unit to mend (${count}): ${cells}.`,
  doubled: (count, indicators) =>
    `Indicators that stand in several rows and get an empty one (${count}): ${indicators}.`,
  doubledRemedy: 'Keep one row for each indicator.',
  numbers: (numbers) => `Indicators ${numbers}`,
  more: (count) => `and ${count} more`,

  noUnitsTitle: 'No responsible units yet',
  noUnitsSteps: [
    'Fill the column Penanggung Jawab of the sheet LKE: the unit that answers for each indicator.',
    'Several units for one indicator: one a line inside the cell (Alt+Enter). The first leads; all of them get the indicator.',
  ],
  lastStep: { window: 'Come back here and read again.', download: 'Save it, then open the file here again.' },
  readAgain: 'Read again',

  open: 'Open',
  openUnit: (unit) => `Open the workbook of ${unit}`,
  download: 'Download',
  downloadUnit: (unit) => `Download the workbook of ${unit}`,
  downloadAll: (count) => `Download all as one ZIP (${count})`,
  archive: (agency, year) => `LKE SPBE per OPD ${agency} ${year}`,
  making: 'Making workbooks',
  progress: (done, total) => `${done} of ${total} workbooks`,
  cancel: 'Cancel',
  cancelled: 'Cancelled; nothing was downloaded.',
  opened: (unit) => `The workbook of ${unit} is open in another Excel window.`,
  openedRemedy: (file) => `Save it, for instance as ${file}.`,
  downloaded: (file) => `${file} is downloaded.`,
  handedOver: (file) => `${file} was handed over for download.`,
  handedOverRemedy:
    'Excel’s pane sometimes refuses downloads. If the file is not among your downloads, open the units one by one, or use the page without Excel.',
  downloadAgain: 'Download again',
  notDownloaded: {
    message: 'The browser refused the download.',
    remedy: 'Allow downloads from this page in the browser’s settings, then try again.',
  },
  notDownloadedInPane: {
    message: 'This Excel pane refuses downloads.',
    remedy: 'Open the units one by one, or split the file on the page without Excel.',
  },
  gone: (unit) => `${unit} is no longer responsible.`,
  goneRemedy: 'The list was read again from the workbook.',
  done: 'done',
};

export const splitTexts = { id, en };
