/** The texts of the screen Konsolidasi, in the pane and on the page without Excel. */

const id = {
  title: 'Konsolidasi',
  intro:
    'Banyak berkas menjadi satu: LKE gabungan dari berkas OPD, atau rekap antarinstansi. Berkas yang diterima tidak pernah diubah.',
  dropHere: 'Lepaskan berkas atau folder di sini',
  dropText: 'Atau seret berkas maupun folder ke sini.',
  addFiles: 'Tambah berkas',
  addFolder: 'Tambah folder',
  nothingFound: 'Tidak ada berkas Excel atau sejenisnya di folder itu.',
  clear: 'Kosongkan',
  clearQuestion: 'Buang semua berkas dan keputusan dari daftar ini?',
  clearYes: 'Ya, kosongkan',
  no: 'Tidak',

  // Reading
  reading: 'Membaca berkas',
  progress: (done: number, total: number) => `${done} dari ${total} berkas`,
  remaining: (seconds: number) =>
    seconds < 60 ? `kira-kira ${seconds} detik lagi` : `kira-kira ${Math.ceil(seconds / 60)} menit lagi`,
  cancel: 'Batal',
  left: (count: number) => `Dibatalkan: ${count} berkas belum dibaca.`,
  resume: 'Lanjutkan membaca',
  spokenDone: (count: number) => `${count} berkas dibaca.`,

  // An earlier result in the open workbook
  earlierFound: (time: string, mode: string) =>
    `Buku kerja ini berisi hasil konsolidasi tertanggal ${time === '' ? '(tidak diketahui)' : time} (${mode}).`,
  earlierModes: { units: 'gabungan OPD', agencies: 'antarinstansi' },
  earlierChoice: 'Hasil yang dibuat',
  carryOn: 'Perbarui hasil ini: keputusan, alasan, Catatan, dan kolom tambahan dipertahankan',
  ownResult: 'Hasil baru',
  lostInExcel:
    'Di Excel, komentar, catatan sel (note), dan tautan pada lembar hasil hilang saat diperbarui; isi selnya tetap. Agar ikut, simpan buku kerja ini lalu perbarui berkasnya di Mode Berkas.',
  held: (count: number) => `${count} berkas dari hasil sebelumnya tidak dikirim ulang dan tetap dihitung.`,
  updateHere: 'Perbarui hasil ini',
  updateAgreed: 'Ya, perbarui',
  proposal: (count: number) =>
    `${count} sel akan berubah, karena kiriman baru atau karena pernah diketik di sana. Belum ada yang ditulis.`,
  changes: 'Sel yang berubah',
  changeColumns: { cell: 'Sel', before: 'Semula', after: 'Menjadi' },
  emptyCell: 'kosong',
  attached: {
    comment: (said: string) => `Komentar: ${said}`,
    link: (target: string) => `Tautan: ${target}`,
  },
  attachmentsLost: (count: number) =>
    `${count} komentar atau tautan akan hilang dari lembar hasil. Salin dulu yang masih diperlukan, lalu pasang lagi sesudahnya.`,
  updated: (count: number) =>
    count === 0 ? 'Hasil diperbarui; tidak ada isi yang berubah.' : `Hasil diperbarui: ${count} sel berubah.`,
  showChanges: (count: number) => `Lihat ${count} perubahan`,

  // Steps
  steps: 'Langkah konsolidasi',
  files: 'Berkas',
  conflicts: 'Konflik',
  result: 'Hasil',

  // Files
  mode: 'Cara konsolidasi',
  proposed: '(diusulkan)',
  outcome: {
    accepted: 'Diterima',
    'needs-fixing': 'Perlu perbaikan',
    rejected: 'Ditolak',
    duplicate: 'Duplikat',
    empty: 'Kosong',
  },
  filter: 'Saring menurut hasil',
  all: 'Semua',
  table: 'Berkas yang diterima',
  columns: {
    file: 'Berkas',
    agency: 'Instansi',
    unit: 'OPD',
    year: 'Tahun',
    stage: 'Tahap',
    filled: 'Terisi',
    findings: 'Temuan',
    index: 'Indeks',
    outcome: 'Hasil',
    cause: 'Sebab dan tindakan',
  },
  findingsOf: (errors: number, count: number) =>
    count === 0 ? 'tanpa temuan' : errors === 0 ? `${count} temuan` : `${errors} galat, ${count} temuan`,
  noRows: 'Tidak ada berkas dengan hasil ini.',
  pageOf: (from: number, to: number, total: number) => `${from}–${to} dari ${total}`,
  previousPage: 'Halaman sebelumnya',
  nextPage: 'Halaman berikutnya',
  noFindings: 'Tidak ada temuan.',
  moreFindings: (count: number) => `Dan ${count} temuan lain; buka berkasnya untuk melihat semua.`,
  prefer: 'Pakai berkas ini',
  remove: 'Keluarkan dari daftar',
  missing: (count: number) => `Belum diterima (${count})`,
  missingText: 'Ditunjuk sebagai penanggung jawab dalam LKE, tetapi berkasnya belum ada.',
  missingMore: (count: number) => `dan ${count} lainnya`,

  // Conflicts
  noConflicts: 'Tidak ada tingkat yang bertentangan.',
  noConflictsOfAgencies: 'Tiap instansi punya barisnya sendiri, jadi tidak ada yang bertentangan.',
  rule: 'Putuskan semua sekaligus',
  rules: {
    ask: 'Tidak: satu per satu',
    owner: 'Penanggung jawab utama',
    lowest: 'Terendah',
    highest: 'Tertinggi',
    median: 'Median',
  },
  ruleNote: 'Selisih dua tingkat atau lebih wajib dibahas: diputuskan satu per satu, dengan alasan.',
  openConflicts: (open: number, total: number) => `${open} dari ${total} belum diputuskan`,
  allDecided: (total: number) => `Semua ${total} sudah diputuskan`,
  toDiscuss: 'wajib dibahas',
  allConflicts: 'Semua konflik',
  previousConflict: 'Konflik sebelumnya',
  nextConflict: 'Konflik berikutnya',
  which: 'Tingkat yang berlaku',
  indexIf: (index: string) => `Indeks ${index} bila dipilih`,
  leads: 'penanggung jawab utama',
  noUnit: 'OPD tidak disebut',
  explanation: 'Penjelasan',
  evidence: 'Data dukung',
  none: 'tidak ada',
  showAll: 'Tampilkan seluruhnya',
  showLess: 'Ringkas',
  moreCandidates: (count: number) => `dan ${count} berkas lain`,
  reason: 'Alasan',
  reasonHint: 'Selisih dua tingkat atau lebih wajib beralasan.',
  levelMissing: 'Pilih tingkat yang berlaku.',
  reasonMissing: 'Isi alasannya: selisihnya dua tingkat atau lebih.',
  decide: 'Putuskan',
  undecide: 'Batalkan keputusan',

  // Result
  stillReading: 'Tunggu sampai semua berkas dibaca.',
  nothingTaken: 'Belum ada berkas yang dapat dipakai.',
  agencies: (count: number) => `${count} instansi dibandingkan`,
  blankConflicts: (count: number) =>
    `${count} konflik belum diputuskan: tingkatnya dikosongkan, sehingga indeks sementara.`,
  notTaken: (count: number) => `${count} berkas tidak ikut; sebabnya tercatat di lembar Sumber.`,
  writeHere: 'Tulis ke buku kerja ini',
  writeWindow: 'Tulis ke buku kerja baru',
  writeDownload: 'Tulis dan unduh',
  making: 'Menyusun hasil…',
  delivering: 'Menulis hasil…',
  writtenHere: 'Hasil ditulis ke buku kerja ini.',
  writtenWindow: 'Hasil dibuka sebagai buku kerja baru; simpanlah.',
  writtenDownload: (file: string) => `${file} diunduh.`,
  sheetsTaken:
    'Buku kerja ini sudah punya lembar atau nama yang sama, dan tidak ada yang ditimpa. Tulislah ke buku kerja baru.',
  resultName: {
    units: (agency: string, year: number | null) =>
      ['LKE SPBE', agency, year, 'konsolidasi'].filter((part) => part !== null && part !== '').join(' '),
    agencies: (_agency: string, year: number | null) =>
      ['Rekap Instansi SPBE', year].filter((part) => part !== null).join(' '),
  },

  // Errors
  earlierGone: {
    message: 'Hasil konsolidasi sebelumnya tidak ada lagi di buku kerja ini.',
    remedy: 'Buka buku kerja yang berisi hasil itu, atau buat hasil baru.',
  },
  tryAgain: 'Coba lagi',
  notMade: {
    message: 'Hasil tidak dapat disusun.',
    remedy: 'Mungkin memori komputer habis: tutup program lain, lalu ulangi. Berkas yang diterima masih ada di sini.',
  },
  standstill: {
    incomplete: {
      message: 'Sebagian program tidak termuat.',
      remedy: 'Periksa jaringan, lalu coba lagi. Berkas yang sudah dipilih dibaca ulang.',
    },
    broken: {
      message: 'Konsolidasi berhenti karena kesalahan di dalamnya.',
      remedy: 'Coba lagi: semua berkas dibaca ulang, dan keputusan Anda tetap.',
    },
  },
};

export type ConsolidationPaneTexts = typeof id;

const en: ConsolidationPaneTexts = {
  title: 'Consolidation',
  intro:
    'Many files become one: a merged LKE out of the units’ files, or a comparison of agencies. Received files are never changed.',
  dropHere: 'Drop files or a folder here',
  dropText: 'Or drag files or a folder here.',
  addFiles: 'Add files',
  addFolder: 'Add a folder',
  nothingFound: 'There is no Excel file, or anything like one, in that folder.',
  clear: 'Clear',
  clearQuestion: 'Remove all files and decisions from this list?',
  clearYes: 'Yes, clear',
  no: 'No',

  reading: 'Reading files',
  progress: (done, total) => `${done} of ${total} files`,
  remaining: (seconds) =>
    seconds < 60 ? `about ${seconds} seconds left` : `about ${Math.ceil(seconds / 60)} minutes left`,
  cancel: 'Cancel',
  left: (count) => `Cancelled: ${count} files are not read.`,
  resume: 'Go on reading',
  spokenDone: (count) => `${count} files read.`,

  earlierFound: (time, mode) =>
    `This workbook holds a consolidation result of ${time === '' ? '(unknown date)' : time} (${mode}).`,
  earlierModes: { units: 'merged units', agencies: 'comparison of agencies' },
  earlierChoice: 'Result to make',
  carryOn: 'Update this result: decisions, reasons, Catatan and added columns are kept',
  ownResult: 'A new result',
  lostInExcel:
    'In Excel, comments, notes and links on the sheets of the result go when it is updated; what the cells hold stays. To keep them, save this workbook and update the file in Mode Berkas.',
  held: (count) => `${count} files of the earlier result were not sent again and still count.`,
  updateHere: 'Update this result',
  updateAgreed: 'Yes, update',
  proposal: (count) =>
    `${count} cells will change, because of what was received or because somebody typed there. Nothing is written yet.`,
  changes: 'Cells that change',
  changeColumns: { cell: 'Cell', before: 'Before', after: 'After' },
  emptyCell: 'empty',
  attached: {
    comment: (said) => `Comment: ${said}`,
    link: (target) => `Link: ${target}`,
  },
  attachmentsLost: (count) =>
    `${count} comments or links will go from the sheets of the result. Copy what is still needed first, and set it again afterwards.`,
  updated: (count) => (count === 0 ? 'The result is updated; nothing changed.' : `Updated: ${count} cells changed.`),
  showChanges: (count) => `Show ${count} changes`,

  steps: 'Steps of the consolidation',
  files: 'Files',
  conflicts: 'Conflicts',
  result: 'Result',

  mode: 'Kind of consolidation',
  proposed: '(proposed)',
  outcome: {
    accepted: 'Accepted',
    'needs-fixing': 'Needs fixing',
    rejected: 'Rejected',
    duplicate: 'Duplicate',
    empty: 'Empty',
  },
  filter: 'Filter by outcome',
  all: 'All',
  table: 'Received files',
  columns: {
    file: 'File',
    agency: 'Agency',
    unit: 'Unit',
    year: 'Year',
    stage: 'Stage',
    filled: 'Filled',
    findings: 'Findings',
    index: 'Index',
    outcome: 'Outcome',
    cause: 'Cause and remedy',
  },
  findingsOf: (errors, count) =>
    count === 0 ? 'no findings' : errors === 0 ? `${count} findings` : `${errors} errors, ${count} findings`,
  noRows: 'No file has this outcome.',
  pageOf: (from, to, total) => `${from}–${to} of ${total}`,
  previousPage: 'Previous page',
  nextPage: 'Next page',
  noFindings: 'No findings.',
  moreFindings: (count) => `And ${count} more findings; open the file to see all of them.`,
  prefer: 'Use this file',
  remove: 'Take out of the list',
  missing: (count) => `Not received (${count})`,
  missingText: 'Named as responsible in the LKE, but no file of theirs is here.',
  missingMore: (count) => `and ${count} more`,

  noConflicts: 'No levels contradict each other.',
  noConflictsOfAgencies: 'Each agency has a row of its own, so nothing contradicts.',
  rule: 'Settle all at once',
  rules: {
    ask: 'No: one by one',
    owner: 'Leading unit',
    lowest: 'Lowest',
    highest: 'Highest',
    median: 'Median',
  },
  ruleNote: 'A difference of two levels or more has to be discussed: one by one, with a reason.',
  openConflicts: (open, total) => `${open} of ${total} undecided`,
  allDecided: (total) => `All ${total} are decided`,
  toDiscuss: 'to be discussed',
  allConflicts: 'All conflicts',
  previousConflict: 'Previous conflict',
  nextConflict: 'Next conflict',
  which: 'The level that holds',
  indexIf: (index) => `Index ${index} if chosen`,
  leads: 'leading unit',
  noUnit: 'no unit named',
  explanation: 'Explanation',
  evidence: 'Evidence',
  none: 'none',
  showAll: 'Show all of it',
  showLess: 'Shorten',
  moreCandidates: (count) => `and ${count} more files`,
  reason: 'Reason',
  reasonHint: 'A difference of two levels or more needs a reason.',
  levelMissing: 'Choose the level that holds.',
  reasonMissing: 'Enter the reason: the difference is two levels or more.',
  decide: 'Decide',
  undecide: 'Undo the decision',

  stillReading: 'Wait until all files are read.',
  nothingTaken: 'There is no usable file yet.',
  agencies: (count) => `${count} agencies compared`,
  blankConflicts: (count) => `${count} conflicts are undecided: their levels stay blank, and the index provisional.`,
  notTaken: (count) => `${count} files are left out; the sheet Sumber says why.`,
  writeHere: 'Write into this workbook',
  writeWindow: 'Write a new workbook',
  writeDownload: 'Write and download',
  making: 'Making the result…',
  delivering: 'Writing the result…',
  writtenHere: 'The result stands in this workbook.',
  writtenWindow: 'The result was opened as a new workbook; save it.',
  writtenDownload: (file) => `${file} was downloaded.`,
  sheetsTaken: 'This workbook has a sheet or name like ours already, and nothing is overwritten. Write a new workbook.',
  resultName: {
    units: (agency, year) =>
      ['LKE SPBE', agency, year, 'consolidated'].filter((part) => part !== null && part !== '').join(' '),
    agencies: id.resultName.agencies,
  },

  earlierGone: {
    message: 'The earlier result is no longer in this workbook.',
    remedy: 'Open the workbook that holds it, or make a new result.',
  },
  tryAgain: 'Try again',
  notMade: {
    message: 'The result cannot be made.',
    remedy: 'Memory may have run out: close other programs and try again. What was received is still here.',
  },
  standstill: {
    incomplete: {
      message: 'Part of the program did not load.',
      remedy: 'Check the network and try again. The files that you chose are read once more.',
    },
    broken: {
      message: 'The consolidation stopped because of an error of its own.',
      remedy: 'Try again: all files are read once more, and your decisions stay.',
    },
  },
};

export const consolidationPaneTexts = { id, en };
