/** What the command line says. Cell contents and file names are put in as text, never interpreted. */

const id = {
  usage: `Pemakaian: spbe PERINTAH …

  spbe new KELUARAN.xlsx [--agency NAMA] [--unit NAMA] [--year TTTT] [--instrument spbe-2020] [--force]
      menulis buku kerja resmi yang kosong
  spbe index BERKAS… [--stage akhir] [--year TTTT] [--sheet NAMA] [--json]
      menghitung indeks tiap berkas
  spbe check BERKAS… [--stage akhir] [--year TTTT] [--sheet NAMA] [--fix -o KELUARAN.xlsx [--force]] [--json]
      menampilkan semua temuan tiap berkas; --fix menulis salinan yang diperbaiki dari satu berkas

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
  details: 'Details: spbe check',
  severity: { error: 'error', warning: 'warning', hint: 'hint' },
};

export const cliTexts = { id, en };
export type CliTexts = typeof id;
