/** What the consolidated sheets and the command line say of received files. */
const id = {
  duplicateOf: (file: string) => `Duplikat; yang dipakai: ${file}.`,
  emptyFile: {
    cause: 'Belum ada tingkat yang terisi.',
    words: 'Belum ada tingkat yang terisi; penjelasan, data dukung, dan catatannya masuk ke LKE.',
    passedOver: (file: string) => `Belum ada tingkat yang terisi; dari perangkat daerah ini yang dipakai: ${file}.`,
    remedy: 'Isi tingkat tiap indikator, lalu kirim kembali.',
  },
  firstErrors: (sentences: readonly string[], more: number) =>
    `${sentences.join(' ')}${more > 0 ? ` Dan ${String(more)} galat lain.` : ''}`,
  outcome: {
    accepted: 'diterima',
    'needs-fixing': 'perlu perbaikan',
    rejected: 'ditolak',
    duplicate: 'duplikat',
    empty: 'kosong',
  },
  modes: { units: 'OPD: satu LKE dari banyak berkas', agencies: 'Instansi: satu baris tiap instansi' },
  settled: {
    person: 'diputuskan',
    owner: 'aturan: penanggung jawab utama',
    lowest: 'aturan: terendah',
    highest: 'aturan: tertinggi',
    median: 'aturan: median',
  },
  open: {
    undecided: 'belum diputuskan',
    'reason-missing': 'wajib dibahas: selisih dua tingkat atau lebih perlu alasan',
    'no-leader': 'tidak ada berkas dari penanggung jawab utama',
    'leader-divided': 'berkas penanggung jawab utama sendiri menyebut tingkat yang berbeda',
    'leaders-differ': 'penanggung jawab utama tidak sepakat: tiap berkas menyebut unit yang berbeda sebagai yang utama',
    'unclear-mark': 'kolom Dipilih di Konflik belum menunjuk satu tingkat: tulis “ya” pada satu tingkat saja',
  },
};

const en: typeof id = {
  duplicateOf: (file) => `Duplicate; taken is ${file}.`,
  emptyFile: {
    cause: 'No level is filled yet.',
    words: 'No level is filled yet; its explanations, evidence and notes go into the LKE.',
    passedOver: (file) => `No level is filled yet; taken of this unit is ${file}.`,
    remedy: 'Fill the level of each indicator, then send it again.',
  },
  firstErrors: (sentences, more) => `${sentences.join(' ')}${more > 0 ? ` And ${String(more)} more errors.` : ''}`,
  outcome: {
    accepted: 'accepted',
    'needs-fixing': 'needs fixing',
    rejected: 'rejected',
    duplicate: 'duplicate',
    empty: 'empty',
  },
  modes: { units: 'units: one LKE out of many files', agencies: 'agencies: one row for each agency' },
  settled: {
    person: 'decided',
    owner: 'rule: leading unit',
    lowest: 'rule: lowest',
    highest: 'rule: highest',
    median: 'rule: median',
  },
  open: {
    undecided: 'not decided yet',
    'reason-missing': 'to be discussed: a difference of two levels or more needs a reason',
    'no-leader': 'no file of the leading unit',
    'leader-divided': "the leading unit's own files state different levels",
    'leaders-differ': 'the leading units disagree: the files name different units as the leading one',
    'unclear-mark': 'the column Dipilih in Konflik names no single level: write “ya” at one level only',
  },
};

export const consolidationTexts = { id, en };
export type ConsolidationTexts = typeof id;
