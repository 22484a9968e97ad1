/** The texts that only the page without Excel says; the rest it shares with the pane. */

const id = {
  title: 'SPBE – Mode Berkas',
  intro: 'Indeks dan temuan lembar kerja evaluasi SPBE (.xlsx), tanpa Excel.',
  private: 'Berkas Anda tidak meninggalkan komputer ini.',
  openTitle: 'Buka berkas',
  openText: 'Pilih buku kerja .xlsx, atau seret ke halaman ini.',
  open: 'Pilih berkas',
  drop: 'Lepaskan berkas di sini',
  newTitle: 'Buat LKE baru',
  newText: 'Mengunduh buku kerja resmi yang kosong, siap diisi di Excel, LibreOffice, atau WPS.',
  create: 'Buat dan unduh',
  manyTitle: 'Banyak berkas',
  manyText: 'Kumpulkan kiriman OPD menjadi satu LKE, atau bandingkan banyak instansi.',
  exampleTitle: 'Belum punya berkas?',
  example: 'Coba contoh',
  exampleAgency: 'Kota Contoh',
  exampleFile: 'Contoh.xlsx',
  exampleService: (number: number) => `Layanan publik contoh ${number}`,
  exampleExplanation: (indicator: string) =>
    `FAKTA: dokumen indikator ${indicator} ditetapkan. ANALISIS: memenuhi kriteria tingkat ini.`,
  exampleEvidence: (indicator: string) => `Dokumen contoh ${indicator}, Nomor ${indicator} Tahun 2024, hlm. 3`,
  opening: (file: string) => `Membuka ${file}…`,
  openAnother: 'Buka berkas lain',
  close: 'Tutup berkas',
  download: 'Unduh',
  changed: 'Berkas yang dibuka tidak diubah. Simpan salinannya agar perbaikan tidak hilang.',
  saveCopy: 'Simpan salinan',
  repairedMark: 'diperbaiki',
  file: 'Berkas yang dibuka',
  fileName: (agency: string, year: number | null) =>
    ['LKE SPBE', agency, year].filter((part) => part !== null).join(' '),
  failedTitle: (file: string) => `${file} tidak dapat dibuka.`,
  incomplete: {
    message: 'Sebagian halaman ini belum termuat.',
    remedy: 'Periksa jaringan, muat ulang halaman, lalu pilih berkasnya lagi.',
  },
};

export type PageTexts = typeof id;

const en: PageTexts = {
  title: 'SPBE – File mode',
  intro: 'Index and findings of SPBE evaluation workbooks (.xlsx), without Excel.',
  private: 'Your files do not leave this computer.',
  openTitle: 'Open a file',
  openText: 'Choose an .xlsx workbook, or drag it onto this page.',
  open: 'Choose a file',
  drop: 'Drop the file here',
  newTitle: 'Make a new LKE',
  newText: 'Downloads the official workbook, blank, to be filled in Excel, LibreOffice or WPS.',
  create: 'Make and download',
  exampleTitle: 'No file yet?',
  example: 'Try an example',
  exampleAgency: 'Kota Contoh',
  exampleFile: 'Contoh.xlsx',
  // A workbook is written in Indonesian, whatever the language of the page.
  exampleService: id.exampleService,
  exampleExplanation: id.exampleExplanation,
  exampleEvidence: id.exampleEvidence,
  opening: (file) => `Opening ${file}…`,
  openAnother: 'Open another file',
  close: 'Close the file',
  manyTitle: 'Many files',
  manyText: 'Merge the units’ workbooks into one LKE, or compare many agencies.',
  download: 'Download',
  changed: 'The opened file is unchanged. Save a copy, or the repairs are lost.',
  saveCopy: 'Save a copy',
  repairedMark: 'repaired',
  file: 'Open file',
  fileName: id.fileName,
  failedTitle: (file) => `${file} cannot be opened.`,
  incomplete: {
    message: 'Part of this page did not load.',
    remedy: 'Check the network, reload the page and choose the file again.',
  },
};

export const pageTexts: { readonly id: PageTexts; readonly en: PageTexts } = { id, en };
