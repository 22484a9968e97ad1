/** What the command line says. Cell contents and file names are put in as text, never interpreted. */

const id = {
  usage: `Pemakaian: spbe PERINTAH …

  spbe new KELUARAN.xlsx [--agency NAMA] [--unit NAMA] [--year TTTT] [--instrument spbe-2020] [--force]
      menulis buku kerja resmi yang kosong
  spbe index BERKAS… [--stage akhir] [--year TTTT] [--sheet NAMA] [--json]
      menghitung indeks tiap berkas
  spbe check BERKAS… [--stage akhir] [--year TTTT] [--sheet NAMA] [--fix -o KELUARAN.xlsx [--force]] [--json]
      menampilkan semua temuan tiap berkas; --fix menulis salinan yang diperbaiki dari satu berkas
  spbe split BERKAS -d FOLDER [--year TTTT] [--sheet NAMA] [--force] [--json]
      membagi LKE instansi menjadi satu buku kerja per perangkat daerah, menurut kolom Penanggung Jawab
  spbe consolidate JALUR… -o KELUARAN.xlsx [--mode units|agencies] [--conflicts ask|owner|lowest|highest|median]
                   [--letters FOLDER] [--update | --force] [--json]
      satu buku kerja dari banyak berkas dan folder: satu LKE dari banyak OPD (units), atau satu baris tiap instansi (agencies)

Tahap: mandiri, verifikasi, eksternal, akhir, target. Instrumen: spbe-2020, spbe-2018.
--lang en mengganti bahasa. --json menulis satu dokumen JSON. Berkas masukan tidak pernah diubah.
Status keluar: 0 selesai; 1 ada masukan yang tidak dapat dipakai; 2 pemakaian salah atau keluaran tidak dapat ditulis.`,
  unknownCommand: (command: string) => `Perintah “${command}” tidak dikenal.`,
  missingFiles: 'Sebutkan sekurang-kurangnya satu berkas.',
  oneOutput: 'Sebutkan tepat satu berkas keluaran.',
  badOption: (problem: string) => `Pilihan salah: ${problem}`,
  badValue: (option: string, value: string, allowed: string) =>
    `--${option} “${value}” tidak berlaku. Pilihan: ${allowed}.`,
  yearForm: 'tahun empat angka',
  exists: (path: string) => `${path} sudah ada dan tidak ditimpa. Pakai nama lain, atau --force untuk menggantinya.`,
  cannotWrite: (path: string) => `${path} tidak dapat ditulis. Periksa folder dan izinnya.`,
  written: (path: string) => `${path} ditulis.`,
  replaced: (path: string) => `${path} diganti.`,
  unstatedAgency: 'Instansi belum diisi',
  stage: (stage: string) => `tahap ${stage}`,
  index: 'Indeks SPBE',
  filled: (filled: number, total: number) => `${String(filled)} dari ${String(total)} indikator terisi`,
  provisional: (min: string, max: string) => `sementara, masih mungkin ${min} sampai ${max}`,
  empty: 'belum ada tingkat yang terisi',
  rounding: (predicate: string) =>
    `Pembulatan melewati batas: angka yang tampil berarti ${predicate}, predikat dari nilai tanpa pembulatan.`,
  domain: 'Domain',
  aspect: 'Aspek',
  findings: (error: number, warning: number, hint: number) =>
    `Temuan: ${String(error)} galat, ${String(warning)} peringatan, ${String(hint)} saran`,
  noFindings: 'Tidak ada temuan.',
  fixForm: '--fix memperbaiki tepat satu berkas ke satu keluaran: spbe check BERKAS --fix -o KELUARAN.xlsx',
  repaired: (count: number, path: string) =>
    `${String(count)} perbaikan ditulis ke ${path}; rinciannya di lembar Catatan Perbaikan.`,
  nothingToRepair: 'Tidak ada yang dapat diperbaiki dengan aman; tidak ada berkas yang ditulis.',
  consolidateForm:
    'Sebutkan berkas atau folder dan satu keluaran: spbe consolidate JALUR… -o KELUARAN.xlsx; --update dan --force tidak bersama.',
  outputIsInput: (path: string) =>
    `${path} adalah masukan; berkas masukan tidak pernah diubah. Pakai nama keluaran lain.`,
  reading: (done: number, total: number, file: string) => `${String(done)} dari ${String(total)}: ${file}`,
  decimal: ',' as ',' | '.',
  conflict: (indicator: string, levels: string, reason: string) =>
    `Konflik indikator ${indicator}: ${levels} – ${reason}`,
  changed: (cell: string, about: string, before: string, after: string) =>
    `${cell} ${about}: ${before === '' ? 'kosong' : before} → ${after === '' ? 'kosong' : after}`,
  attachmentLost: {
    comment: (cell: string, about: string, said: string) =>
      `${cell} ${about}: komentar “${said}” hilang karena selnya tidak ada lagi; tulis lagi bila masih perlu`,
    link: (cell: string, about: string, target: string) =>
      `${cell} ${about}: tautan ke ${target} hilang karena selnya tidak ada lagi; pasang lagi bila masih perlu`,
  },
  corrected: (sender: string, done: number, total: number) =>
    `${sender}: ${String(done)} dari ${String(total)} sudah diperbaiki`,
  lettersWritten: (count: number, folder: string) => `${String(count)} lembar perbaikan ditulis ke ${folder}.`,
  otherMode: (path: string, mode: string) =>
    `${path} adalah hasil dengan mode ${mode}, jadi tidak dilanjutkan dengan mode lain. Hapus --mode, atau pakai nama lain.`,
  notAResult: (path: string) =>
    `${path} bukan hasil konsolidasi dari aplikasi ini, jadi tidak diperbarui. Pakai nama lain, atau --force untuk menggantinya.`,
  missingUnits: (units: string) => `Belum diterima dari: ${units}`,
  consolidated: (files: number, results: number) => `${String(files)} berkas diterima, ${String(results)} hasil.`,
  splitForm: 'split membagi tepat satu berkas ke satu folder: spbe split BERKAS -d FOLDER',
  splitPart: (unit: string, count: number, indicators: string) =>
    `${unit} · indikator (${String(count)}): ${indicators}`,
  splitCount: (count: number) => `${String(count)} buku kerja dibuat.`,
  splitUnassigned: (count: number, indicators: string) =>
    `Indikator tanpa penanggung jawab, jadi tidak ada di buku kerja mana pun (${String(count)}): ${indicators}.`,
  splitTaken: (count: number, cells: string) =>
    `Tingkat yang dibaca sebagai angka dan terhitung di buku kerja baru (${String(count)}): ${cells}.`,
  splitUnusable: (count: number, cells: string) =>
    `Isian tingkat yang tidak dapat dipakai, dan ikut seperti ditulis agar diperbaiki (${String(count)}): ${cells}.`,
  splitLost: (count: number, cells: string) =>
    `Tingkat yang bukan milik satu indikator pun, jadi tidak ada di buku kerja mana pun (${String(count)}): ${cells}.`,
  splitDoubled: (count: number, indicators: string) =>
    `Indikator yang ada di beberapa baris, jadi barisnya ikut tanpa isi (${String(count)}): ${indicators}.`,
  splitStopped: 'Buku kerja yang disebut di atas sudah ditulis; sisanya belum.',
  outputErrors: {
    'output-exists': {
      message: (paths: string) => `Sudah ada dan tidak ditimpa: ${paths}.`,
      remedy: 'Pakai folder lain, atau --force untuk menggantinya.',
    },
    'output-is-input': {
      message: (paths: string) => `Keluaran ini adalah berkas masukannya sendiri: ${paths}.`,
      remedy: 'Pakai folder lain; berkas masukan tidak pernah diubah.',
    },
    'output-unwritable': {
      message: (paths: string) => `Tidak dapat ditulis: ${paths}.`,
      remedy: 'Periksa folder, izinnya, dan ruang penyimpanan.',
    },
  },
  details: 'Rinciannya: spbe check',
  severity: { error: 'galat', warning: 'peringatan', hint: 'saran' },
};

const en: typeof id = {
  usage: `Usage: spbe COMMAND …

  spbe new OUT.xlsx [--agency NAME] [--unit NAME] [--year YYYY] [--instrument spbe-2020] [--force]
      writes the official workbook, empty
  spbe index FILE… [--stage akhir] [--year YYYY] [--sheet NAME] [--json]
      computes the indexes of each file
  spbe check FILE… [--stage akhir] [--year YYYY] [--sheet NAME] [--fix -o OUT.xlsx [--force]] [--json]
      shows every finding of each file; --fix writes a repaired copy of one file
  spbe split FILE -d FOLDER [--year YYYY] [--sheet NAME] [--force] [--json]
      splits an agency's LKE into one workbook for each unit, by the column Penanggung Jawab
  spbe consolidate PATH… -o OUT.xlsx [--mode units|agencies] [--conflicts ask|owner|lowest|highest|median]
                   [--letters FOLDER] [--update | --force] [--json]
      one workbook out of many files and folders: one LKE out of many units, or one row for each agency

Stages: mandiri, verifikasi, eksternal, akhir, target. Instruments: spbe-2020, spbe-2018.
--lang en switches the language. --json writes one JSON document. Input files are never changed.
Exit status: 0 done; 1 an input could not be used; 2 wrong usage, or the output cannot be written.`,
  unknownCommand: (command) => `Unknown command “${command}”.`,
  missingFiles: 'Name at least one file.',
  oneOutput: 'Name exactly one output file.',
  badOption: (problem) => `Wrong option: ${problem}`,
  badValue: (option, value, allowed) => `--${option} “${value}” does not apply. Choose: ${allowed}.`,
  yearForm: 'a year of four digits',
  exists: (path) => `${path} exists and is not overwritten. Take another name, or --force to replace it.`,
  cannotWrite: (path) => `${path} cannot be written. Check the folder and its permissions.`,
  written: (path) => `${path} written.`,
  replaced: (path) => `${path} replaced.`,
  unstatedAgency: 'No agency stated',
  stage: (stage) => `stage ${stage}`,
  index: 'SPBE index',
  filled: (filled, total) => `${String(filled)} of ${String(total)} indicators filled`,
  provisional: (min, max) => `provisional, still possible ${min} to ${max}`,
  empty: 'no level filled yet',
  rounding: (predicate) =>
    `Rounding crosses a limit: the figure shown would mean ${predicate}; the predicate comes from the unrounded value.`,
  domain: 'Domain',
  aspect: 'Aspect',
  findings: (error, warning, hint) =>
    `Findings: ${String(error)} errors, ${String(warning)} warnings, ${String(hint)} hints`,
  noFindings: 'No findings.',
  fixForm: '--fix mends exactly one file into one output: spbe check FILE --fix -o OUT.xlsx',
  repaired: (count, path) => `${String(count)} repairs written to ${path}; details on the sheet Catatan Perbaikan.`,
  nothingToRepair: 'Nothing can be mended safely; no file was written.',
  consolidateForm:
    'Name files or folders and one output: spbe consolidate PATH… -o OUT.xlsx; --update and --force exclude each other.',
  outputIsInput: (path) => `${path} is an input; input files are never changed. Take another output.`,
  reading: (done, total, file) => `${String(done)} of ${String(total)}: ${file}`,
  decimal: '.',
  conflict: (indicator, levels, reason) => `Conflict of indicator ${indicator}: ${levels} – ${reason}`,
  changed: (cell, about, before, after) =>
    `${cell} ${about}: ${before === '' ? 'blank' : before} → ${after === '' ? 'blank' : after}`,
  attachmentLost: {
    comment: (cell, about, said) =>
      `${cell} ${about}: the comment “${said}” goes, for its cell is there no more; write it again if it is still needed`,
    link: (cell, about, target) =>
      `${cell} ${about}: the link to ${target} goes, for its cell is there no more; set it again if it is still needed`,
  },
  corrected: (sender, done, total) => `${sender}: ${String(done)} of ${String(total)} corrected`,
  lettersWritten: (count, folder) => `Return letters written to ${folder}: ${String(count)}.`,
  otherMode: (path, mode) =>
    `${path} is a result of the mode ${mode}, so it is not carried on in another. Leave --mode out, or take another name.`,
  notAResult: (path) =>
    `${path} is no result of a consolidation by this program, so it is not updated. Take another name, or --force to replace it.`,
  missingUnits: (units) => `Nothing received from: ${units}`,
  consolidated: (files, results) => `Files received: ${String(files)}; results: ${String(results)}.`,
  splitForm: 'split splits exactly one file into one folder: spbe split FILE -d FOLDER',
  splitPart: (unit, count, indicators) => `${unit} · indicators (${String(count)}): ${indicators}`,
  splitCount: (count) => `Workbooks made: ${String(count)}.`,
  splitUnassigned: (count, indicators) =>
    `Indicators without a responsible unit, so in none of the workbooks (${String(count)}): ${indicators}.`,
  splitTaken: (count, cells) =>
    `Levels that were read as numbers and count in the new workbooks (${String(count)}): ${cells}.`,
  splitUnusable: (count, cells) =>
    `Level entries that cannot be used and are as written in the new workbooks, to be mended (${String(count)}): ${cells}.`,
  splitLost: (count, cells) =>
    `Levels that belong to no indicator and are in none of the workbooks (${String(count)}): ${cells}.`,
  splitDoubled: (count, indicators) =>
    `Indicators that stand in several rows and get an empty one (${String(count)}): ${indicators}.`,
  splitStopped: 'The workbooks named above are written; the others are not.',
  outputErrors: {
    'output-exists': {
      message: (paths) => `Exists and is not overwritten: ${paths}.`,
      remedy: 'Take another folder, or --force to replace it.',
    },
    'output-is-input': {
      message: (paths) => `This output is the input itself: ${paths}.`,
      remedy: 'Take another folder; an input file is never changed.',
    },
    'output-unwritable': {
      message: (paths) => `Cannot be written: ${paths}.`,
      remedy: 'Check the folder, its permissions and the space that is left.',
    },
  },
  details: 'Details: spbe check',
  severity: { error: 'error', warning: 'warning', hint: 'hint' },
};

export const cliTexts = { id, en };
export type CliTexts = typeof id;
