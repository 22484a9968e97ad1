/** The texts of the pane, which the page without Excel shares. Official Indonesian words stay as they are in English. */

const id = {
  title: 'SPBE',
  loading: 'Membaca buku kerja…',
  busy: 'Sebentar…',

  // Header
  agencyMissing: 'Instansi belum diisi',
  stages: {
    akhir: 'Akhir',
    mandiri: 'Mandiri',
    verifikasi: 'Verifikasi',
    eksternal: 'Eksternal',
    target: 'Target',
  },
  status: { official: 'lengkap', provisional: 'sementara', empty: 'belum diisi' },
  spokenIndex: (index: string, predicate: string) => `Indeks ${index}, ${predicate}.`,
  spokenFilled: (filled: number, total: number) => `${filled} dari ${total} indikator terisi.`,
  range: (min: string, max: string) => `Masih mungkin ${min} sampai ${max}`,

  // Menu
  menu: 'Menu: bahasa, bantuan, tentang',
  language: 'Bahasa',
  otherSheet: 'Pilih lembar penilaian lain',
  back: 'Kembali',

  // Places
  places: 'Bagian panel',
  index: 'Indeks',
  findings: 'Periksa',
  moreWork: 'Lainnya',

  // Indeks
  stage: 'Tahap',
  record: 'Hitung & catat',
  recordHint: 'Menghitung ulang, mencatat hasilnya di Rekap SPBE, dan menampilkan lembar itu.',
  refresh: 'Hitung ulang',
  overall: 'Indeks SPBE',
  domains: 'Domain',
  aspectsOf: (domain: string) => `Aspek ${domain}`,
  indicatorsOf: (aspect: string) => `Indikator ${aspect}`,
  notAssessed: 'belum dinilai',
  level: (level: number) => `Tingkat ${level}`,
  partSpoken: (value: string, filled: number, total: number) => `${value}, ${filled} dari ${total} indikator terisi`,
  proofEqual: (index: string) => `Kode ${index} = buku kerja ${index}`,
  proofDiffers: (code: string, workbook: string) => `Kode ${code} ≠ buku kerja ${workbook}`,
  proofDiffersRemedy:
    'Buku kerja belum dihitung ulang atau rumusnya berubah. Yang berlaku adalah hitungan kode; lihat Periksa.',
  proofNone: 'Buku kerja ini tidak punya Rekap SPBE, jadi tidak ada angka pembanding.',
  proofEmpty: 'Belum ada indeks: tahap ini belum diisi.',
  roundingCrosses: (shown: string, predicate: string, predicateAsShown: string) =>
    `Predikat memakai indeks sebelum dibulatkan: ${predicate}. Angka ${shown} sendiri akan berarti ${predicateAsShown}.`,
  instrument: (title: string) => `Instrumen: ${title}`,
  instrumentRevoked: (by: string) => `Dicabut oleh ${by}.`,

  // Periksa
  severity: { error: 'Galat', warning: 'Peringatan', hint: 'Saran' },
  noFindings: 'Tidak ada temuan',
  noFindingsText: 'Semua tingkat, bobot, dan rumus yang diperiksa sudah sesuai.',
  findingsSummary: (error: number, warning: number, hint: number) =>
    `${error} galat, ${warning} peringatan, ${hint} saran`,
  recheck: 'Periksa ulang',
  progress: (done: number, total: number) => `${done} dari ${total} selesai`,
  responsible: 'Penanggung jawab',
  everyUnit: 'Semua',
  noFindingsOf: (unit: string) => `Tidak ada temuan untuk ${unit}`,

  // Safe repairs
  repair: (count: number) => `Perbaiki yang aman (${count})`,
  repairTitle: 'Perbaikan yang aman',
  repairText:
    'Makna jawaban tidak berubah. Setiap perbaikan dicatat di lembar Catatan Perbaikan, dan isi sel dapat dikembalikan dari sini.',
  repairDetails: 'Rincian',
  repairChange: (before: string, after: string) => `${before} → ${after}`,
  repairApply: (count: number) => `Terapkan (${count})`,
  repaired: (count: number) =>
    count === 0
      ? 'Tidak ada yang diperbaiki: buku kerja sudah berubah sejak diperiksa.'
      : `${count} perbaikan diterapkan; rinciannya di lembar Catatan Perbaikan.`,
  undoRepairs: (count: number) => `Batalkan perbaikan (${count} sel)`,
  undone: (count: number) =>
    count === 0
      ? 'Tidak ada yang dibatalkan: isi selnya sudah berubah sejak diperbaiki.'
      : `${count} sel dikembalikan ke isi sebelum perbaikan.`,

  // Recognised columns
  columnsTitle: 'Kolom yang dikenali',
  columnsOrigin: {
    template: (sheet: string) => `Lembar ${sheet}: templat kami.`,
    foreign: (sheet: string) => `Lembar ${sheet}: tata letak lain.`,
  },
  columnsContent: 'Isi',
  columnsColumn: 'Kolom',
  columnsHeader: 'Judul',
  columnsCorrect: 'Ubah kolom',
  columnsPointedOut: 'Sebagian kolom ditunjuk sendiri.',
  columnsForget: 'Kenali otomatis lagi',
  columnsRemembered: 'Pilihan disimpan di buku kerja ini sebagai nama (SPBE_KOLOM_…), bukan di sel.',
  columnsNone: 'tidak ada',
  columnsTwice: (other: string) => `Sudah dipakai untuk ${other}.`,
  columnsApply: 'Terapkan',
  columnsCancel: 'Batal',
  columnAt: (letters: string) => `kolom ${letters}`,
  columnsKept: 'Pilihan kolom disimpan di buku kerja ini.',
  columnsForgotten: 'Kolom dikenali otomatis lagi.',

  // A new worksheet
  insertTitle: 'Sisipkan LKE SPBE',
  insertText: 'Menambahkan lembar LKE, Rekap, dan Kriteria SPBE. Lembar lain tidak diubah.',
  agency: 'Instansi',
  agencyExample: 'mis. Kota Contoh',
  agencyRequired: 'Isi nama instansi yang dinilai.',
  year: 'Tahun',
  yearInvalid: (min: number, max: number) => `Empat angka, ${min}–${max}.`,
  more: 'OPD dan instrumen',
  unit: 'Perangkat daerah (OPD)',
  unitHint: 'Kosongkan untuk penilaian seluruh instansi.',
  instrumentLabel: 'Instrumen',
  insert: 'Sisipkan LKE SPBE',
  recogniseTitle: 'Sudah punya lembar penilaian?',
  recognise: 'Kenali lembar ini',
  manyTitle: 'Mengumpulkan banyak berkas?',
  consolidate: 'Konsolidasi',
  split: 'Bagi per OPD',
  newWorkbook: 'Buat buku kerja baru',
  newWorkbookText: 'Membuka buku kerja baru berisi LKE SPBE; buku kerja ini tidak diubah.',
  cancel: 'Batal',

  // Which of several
  severalTitle: 'Lembar mana yang dinilai?',
  severalText: 'Ada lebih dari satu lembar penilaian. Pilih satu; tidak ada yang ditebak.',
  severalColumnsTitle: 'Kolom mana yang dinilai?',
  severalYearsText: (sheet: string) =>
    `Di lembar ${sheet} ada tingkat dari beberapa tahun. Pilih satu; tidak ada yang ditebak.`,
  severalColumnsText: (sheet: string, stage: string) =>
    `Beberapa kolom di lembar ${sheet} dapat berisi tingkat ${stage}. Pilih satu; pilihan disimpan di buku kerja ini.`,
  readAgain: 'Baca lagi',

  // Notices
  inserted: (sheet: string) => `${sheet} siap diisi: ketik tingkat di kolom Mandiri, lalu pilih Hitung ulang.`,
  alreadyThere: (sheet: string) =>
    `Buku kerja ini sudah berisi lembar penilaian (${sheet}), jadi tidak ada yang disisipkan.`,
  recorded: 'Tercatat di Rekap SPBE.',
  notRecorded:
    'Indeks dihitung tetapi tidak dicatat, karena buku kerja ini tidak punya Rekap SPBE. Buat buku kerja baru dari templat bila perlu bukti hitungan.',
  notRecognised:
    'Belum ada lembar yang dikenali. Lembar penilaian perlu baris judul (No, Indikator, Tingkat atau Mandiri) dengan nomor atau nama indikator di bawahnya.',
  created: 'Buku kerja baru dibuka di jendela Excel lain.',
  dismiss: 'Tutup pesan',

  // Errors
  tryAgain: 'Coba lagi',
  partMissing: 'Sebagian program tidak termuat. Periksa jaringan, lalu coba lagi.',
  reload: 'Muat ulang panel',
  openPage: 'Buka halaman tanpa Excel',
  noOffice: {
    message: 'Panel tidak dapat terhubung ke Excel: Office.js dari Microsoft tidak termuat.',
    remedy:
      'Periksa jaringan (alamat appsforoffice.microsoft.com harus dapat dibuka), lalu muat ulang. Tanpa jaringan, pakai halaman tanpa Excel.',
  },
  noAnswer: {
    message: 'Excel belum menjawab.',
    remedy: 'Selesaikan isian sel atau kotak dialog yang terbuka, lalu muat ulang panel.',
  },
  notInExcel: {
    message: 'Panel ini bekerja di dalam Excel.',
    remedy: 'Pasang add-in di Excel, atau pakai halaman tanpa Excel di peramban ini.',
  },
  broken: {
    message: 'Panel berhenti karena kesalahan di dalamnya.',
    remedy: 'Muat ulang. Isian Anda aman: semuanya tersimpan di buku kerja, bukan di panel.',
  },

  // Menu screen
  help: 'Bantuan',
  helpParagraphs: [
    'Ketik tingkat kematangan di lembar LKE SPBE. Indeks dihitung dua kali, oleh rumus di Rekap SPBE dan oleh panel ini; keduanya harus sama.',
    'Sel kosong bukan tingkat. Selama masih ada yang kosong, indeks disebut sementara dan rentang yang masih mungkin ditunjukkan.',
    'Predikat ditentukan dari indeks sebelum dibulatkan.',
  ],
  privacyTitle: 'Privasi',
  privacy:
    'Data penilaian tidak meninggalkan komputer Anda: tidak ada server, akun, atau pelacakan. Di Excel, satu-satunya berkas luar adalah Office.js dari Microsoft, yang diwajibkan Excel; halaman tanpa Excel tidak memuat apa pun dari luar.',
  version: (version: string) => `Versi ${version}`,
};

export type PaneTexts = typeof id;

const en: PaneTexts = {
  title: 'SPBE',
  loading: 'Reading the workbook…',
  busy: 'One moment…',

  agencyMissing: 'No agency yet',
  stages: {
    akhir: 'Akhir (final)',
    mandiri: 'Mandiri (self)',
    verifikasi: 'Verifikasi (verified)',
    eksternal: 'Eksternal (external)',
    target: 'Target',
  },
  status: { official: 'complete', provisional: 'provisional', empty: 'nothing filled' },
  spokenIndex: (index, predicate) => `Index ${index}, ${predicate}.`,
  spokenFilled: (filled, total) => `${filled} of ${total} indicators filled.`,
  range: (min, max) => `Still possible ${min} to ${max}`,

  menu: 'Menu: language, help, about',
  language: 'Language',
  otherSheet: 'Choose another assessment sheet',
  back: 'Back',

  places: 'Parts of the pane',
  index: 'Index',
  findings: 'Check',
  moreWork: 'More',

  stage: 'Stage',
  record: 'Compute & record',
  recordHint: 'Computes again, records the result in Rekap SPBE and shows that sheet.',
  refresh: 'Compute again',
  overall: 'SPBE index',
  domains: 'Domains',
  aspectsOf: (domain) => `Aspects of ${domain}`,
  indicatorsOf: (aspect) => `Indicators of ${aspect}`,
  notAssessed: 'not assessed',
  level: (level) => `Level ${level}`,
  partSpoken: (value, filled, total) => `${value}, ${filled} of ${total} indicators filled`,
  proofEqual: (index) => `Code ${index} = workbook ${index}`,
  proofDiffers: (code, workbook) => `Code ${code} ≠ workbook ${workbook}`,
  proofDiffersRemedy:
    'The workbook is not recalculated yet, or a formula was altered. The code’s figure holds; see Check.',
  proofNone: 'This workbook has no Rekap SPBE, so there is no figure to compare with.',
  proofEmpty: 'No index yet: nothing is filled at this stage.',
  roundingCrosses: (shown, predicate, predicateAsShown) =>
    `The predicate follows the index before rounding: ${predicate}. The figure ${shown} by itself would mean ${predicateAsShown}.`,
  instrument: (title) => `Instrument: ${title}`,
  instrumentRevoked: (by) => `Revoked by ${by}.`,

  severity: { error: 'Error', warning: 'Warning', hint: 'Hint' },
  noFindings: 'No findings',
  noFindingsText: 'All levels, weights and formulas that were checked are in order.',
  findingsSummary: (error, warning, hint) => `${error} errors, ${warning} warnings, ${hint} hints`,
  recheck: 'Check again',
  progress: (done, total) => `${done} of ${total} done`,
  responsible: 'Responsible unit',
  everyUnit: 'All',
  noFindingsOf: (unit) => `No findings for ${unit}`,

  repair: (count) => `Apply safe repairs (${count})`,
  repairTitle: 'Safe repairs',
  repairText:
    'No answer changes its meaning. Every repair is written into the sheet Catatan Perbaikan, and cells can be put back from here.',
  repairDetails: 'Details',
  repairChange: (before, after) => `${before} → ${after}`,
  repairApply: (count) => `Apply (${count})`,
  repaired: (count) =>
    count === 0
      ? 'Nothing was repaired: the workbook has changed since it was checked.'
      : `${count} repairs applied; see the sheet Catatan Perbaikan.`,
  undoRepairs: (count) => `Undo repairs (${count} cells)`,
  undone: (count) =>
    count === 0
      ? 'Nothing was undone: the cells have changed since they were repaired.'
      : `${count} cells hold again what they held before the repair.`,

  columnsTitle: 'Recognised columns',
  columnsOrigin: {
    template: (sheet) => `Sheet ${sheet}: our template.`,
    foreign: (sheet) => `Sheet ${sheet}: another layout.`,
  },
  columnsContent: 'Content',
  columnsColumn: 'Column',
  columnsHeader: 'Header',
  columnsCorrect: 'Change columns',
  columnsPointedOut: 'Some columns were pointed out.',
  columnsForget: 'Recognise them again',
  columnsRemembered: 'Your choice is kept in this workbook as names (SPBE_KOLOM_…), not in its cells.',
  columnsNone: 'none',
  columnsTwice: (other) => `Already used for ${other}.`,
  columnsApply: 'Apply',
  columnsCancel: 'Cancel',
  columnAt: (letters) => `column ${letters}`,
  columnsKept: 'The choice of columns is kept in this workbook.',
  columnsForgotten: 'Columns are recognised by their headers again.',

  insertTitle: 'Insert the SPBE worksheet',
  insertText: 'Adds the sheets LKE, Rekap and Kriteria SPBE. Other sheets stay as they are.',
  agency: 'Agency',
  agencyExample: 'e.g. Kota Contoh',
  agencyRequired: 'Enter the agency that is assessed.',
  year: 'Year',
  yearInvalid: (min, max) => `Four digits, ${min}–${max}.`,
  more: 'Unit and instrument',
  unit: 'Unit (OPD)',
  unitHint: 'Leave blank to assess the whole agency.',
  instrumentLabel: 'Instrument',
  insert: 'Insert the SPBE worksheet',
  recogniseTitle: 'Have an assessment sheet already?',
  recognise: 'Recognise this sheet',
  manyTitle: 'Collecting many files?',
  consolidate: 'Consolidation',
  split: 'Split by OPD',
  newWorkbook: 'Make a new workbook',
  newWorkbookText: 'Opens a new workbook with the SPBE worksheet; this workbook stays as it is.',
  cancel: 'Cancel',

  severalTitle: 'Which sheet is assessed?',
  severalText: 'There is more than one assessment sheet. Choose one; nothing is guessed.',
  severalColumnsTitle: 'Which column is assessed?',
  severalYearsText: (sheet) => `The sheet ${sheet} holds levels of several years. Choose one; nothing is guessed.`,
  severalColumnsText: (sheet, stage) =>
    `Several columns of the sheet ${sheet} may hold the levels of ${stage}. Choose one; the workbook remembers it.`,
  readAgain: 'Read again',

  inserted: (sheet) => `${sheet} is ready: type levels in the column Mandiri, then choose Compute again.`,
  alreadyThere: (sheet) => `This workbook already holds an assessment sheet (${sheet}), so nothing was inserted.`,
  recorded: 'Recorded in Rekap SPBE.',
  notRecorded:
    'The index was computed but not recorded, since this workbook has no Rekap SPBE. Make a new workbook from the template if you need the proof.',
  notRecognised:
    'No sheet was recognised yet. An assessment sheet needs a header row (No, Indikator, Tingkat or Mandiri) with indicator numbers or names below it.',
  created: 'The new workbook was opened in another Excel window.',
  dismiss: 'Close the message',

  tryAgain: 'Try again',
  partMissing: 'Part of the program did not load. Check the network and try again.',
  reload: 'Reload the pane',
  openPage: 'Open the page without Excel',
  noOffice: {
    message: 'The pane cannot reach Excel: Microsoft’s Office.js did not load.',
    remedy:
      'Check the network (appsforoffice.microsoft.com must be reachable) and reload. Without a network, use the page without Excel.',
  },
  noAnswer: {
    message: 'Excel has not answered yet.',
    remedy: 'Finish the cell you are editing or close an open dialog, then reload the pane.',
  },
  notInExcel: {
    message: 'This pane works inside Excel.',
    remedy: 'Install the add-in in Excel, or use the page without Excel in this browser.',
  },
  broken: {
    message: 'The pane stopped because of an error of its own.',
    remedy: 'Reload it. Your work is safe: everything is kept in the workbook, not in the pane.',
  },

  help: 'Help',
  helpParagraphs: [
    'Type maturity levels into the sheet LKE SPBE. The index is computed twice, by formulas in Rekap SPBE and by this pane; both must agree.',
    'A blank cell is not a level. While any are blank, the index is called provisional and the range still possible is shown.',
    'The predicate is decided on the index before rounding.',
  ],
  privacyTitle: 'Privacy',
  privacy:
    'Assessment data never leaves your computer: no server, no account, no tracking. In Excel the only outside file is Microsoft’s Office.js, which Excel requires; the page without Excel loads nothing from outside.',
  version: (version) => `Version ${version}`,
};

export const paneTexts: { readonly id: PaneTexts; readonly en: PaneTexts } = { id, en };
