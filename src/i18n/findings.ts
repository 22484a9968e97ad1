/** A finding's sentence and what to do about it. Facts come from cells: they are shown as text, never interpreted. */
export interface FindingFacts {
  readonly cell: string;
  readonly indicator: string;
  readonly stage: string;
  readonly found: string;
  readonly expected: string;
}

interface FindingText {
  /** The kind's short name, for grouping. */
  readonly title: string;
  readonly message: (facts: FindingFacts) => string;
  readonly remedy: (facts: FindingFacts) => string;
}

const typeLevel = 'Ketik satu angka bulat dalam skala, atau kosongkan sel bila belum dinilai.';

const id = {
  'level-missing': {
    title: 'Indikator belum dinilai',
    message: ({ cell, indicator }) => `Indikator ${indicator} belum dinilai pada tahap mana pun (${cell}).`,
    remedy: () => 'Isi tingkat kematangannya; sel kosong bukan tingkat dan tidak dihitung.',
  },
  'level-text': {
    title: 'Tingkat berupa teks',
    message: ({ cell, found, expected, stage }) =>
      found === ''
        ? `Tingkat ${stage} di ${cell} ditulis sebagai teks; dibaca sebagai ${expected}.`
        : `Tingkat ${stage} di ${cell} berupa teks “${found}” dan tidak dihitung${expected === '' ? '' : `; maksudnya tampaknya ${expected}`}.`,
    remedy: ({ expected }) => (expected === '' ? typeLevel : `Ketik ulang sebagai angka ${expected}.`),
  },
  'level-fraction': {
    title: 'Tingkat pecahan',
    message: ({ cell, found, stage }) =>
      `Tingkat ${stage} di ${cell} adalah ${found}; tingkat harus bilangan bulat, jadi tidak dihitung.`,
    remedy: () => typeLevel,
  },
  'level-out-of-range': {
    title: 'Tingkat di luar skala',
    message: ({ cell, found, stage }) =>
      `Tingkat ${stage} di ${cell} adalah ${found}, di luar skala instrumen, jadi tidak dihitung.`,
    remedy: () => typeLevel,
  },
  'level-error-value': {
    title: 'Tingkat berisi nilai galat',
    message: ({ cell, found, stage }) =>
      `Tingkat ${stage} di ${cell} berisi nilai galat ${found}, jadi tidak dihitung.`,
    remedy: () => 'Hapus rumus yang galat, lalu ketik angka tingkatnya.',
  },
  'level-boolean': {
    title: 'Tingkat berisi TRUE/FALSE',
    message: ({ cell, found, stage }) =>
      `Tingkat ${stage} di ${cell} berisi ${found}, bukan angka, jadi tidak dihitung.`,
    remedy: () => typeLevel,
  },
  'level-date': {
    title: 'Tingkat berformat tanggal',
    message: ({ cell, found, expected, stage }) =>
      expected === ''
        ? `Tingkat ${stage} di ${cell} berisi tanggal (nilai ${found}), jadi tidak dihitung.`
        : `Tingkat ${stage} di ${cell} dihitung ${expected}, tetapi selnya berformat tanggal.`,
    remedy: () => 'Ketik ulang angka tingkatnya dan ubah format sel menjadi angka.',
  },
  'level-formula': {
    title: 'Tingkat dari rumus',
    message: ({ cell, expected, stage }) =>
      `Tingkat ${stage} di ${cell} adalah hasil rumus (${expected}), bukan angka yang diketik.`,
    remedy: () => 'Pastikan hasilnya benar, lalu ganti rumus dengan angkanya.',
  },
  'level-tick': {
    title: 'Tingkat berupa tanda',
    message: ({ cell, expected, stage }) => `Tingkat ${stage} ditandai di ${cell}; dibaca sebagai ${expected}.`,
    remedy: () => 'Pastikan tandanya di kolom yang benar.',
  },
  'level-ticks': {
    title: 'Tanda lebih dari satu',
    message: ({ cell, stage, found }) =>
      `Baris ${stage} mulai ${cell} berisi lebih dari satu tanda (${found}), jadi tidak dihitung.`,
    remedy: () => 'Sisakan satu tanda pada kolom tingkat yang benar.',
  },
  'indicator-missing': {
    title: 'Indikator tidak ada',
    message: ({ indicator, expected }) => `Indikator ${indicator} (${expected}) tidak punya baris di lembar ini.`,
    remedy: () =>
      'Kembalikan barisnya beserta nomor indikatornya, atau isi Perangkat Daerah bila lembar ini memang sebagian.',
  },
  'indicator-doubled': {
    title: 'Indikator ganda',
    message: ({ cell, indicator, found }) =>
      `Indikator ${indicator} ada lebih dari sekali (${cell}, ${found}); tidak satu pun dihitung.`,
    remedy: () => 'Hapus baris yang tidak berlaku sehingga tinggal satu.',
  },
  'indicator-unknown': {
    title: 'Indikator tidak dikenal',
    message: ({ cell, found }) =>
      `Baris di ${cell}${found === '' ? '' : ` (“${found}”)`} bukan indikator instrumen ini, jadi tidak dihitung.`,
    remedy: () => 'Perbaiki nomor indikatornya, atau hapus barisnya.',
  },
  'indicator-number': {
    title: 'Nomor indikator rusak',
    message: ({ cell, indicator }) =>
      `Nomor indikator ${indicator} di ${cell} berubah, sehingga rumus Rekap tidak menemukannya dan tingkatnya tidak dihitung.`,
    remedy: ({ expected }) => `Ketik ${expected} di sel itu.`,
  },
  'indicator-name': {
    title: 'Nama dan nomor indikator tidak cocok',
    message: ({ cell, indicator, found }) =>
      `Baris di ${cell} dibaca sebagai indikator ${indicator}, padahal ${found === '' ? 'namanya tidak dikenal' : `nomornya ${found}`}.`,
    remedy: () => 'Periksa apakah barisnya benar, lalu samakan nomor dan nama indikatornya.',
  },
  'column-missing': {
    title: 'Kolom tidak ada',
    message: ({ expected }) => `Kolom “${expected}” tidak ditemukan pada baris judul kolom.`,
    remedy: ({ expected }) => `Kembalikan kolom atau judulnya persis “${expected}”.`,
  },
  'weight-changed': {
    title: 'Bobot berubah',
    message: ({ cell, found, expected }) =>
      `Bobot di ${cell} adalah ${found === '' ? 'kosong' : found}, seharusnya ${expected}.`,
    remedy: ({ expected }) => `Kembalikan menjadi ${expected}. Indeks oleh aplikasi selalu memakai bobot peraturan.`,
  },
  'formula-changed': {
    title: 'Rumus berubah',
    message: ({ cell, found }) => `Rumus di ${cell} ${found === '' ? 'terhapus' : `diganti menjadi “${found}”`}.`,
    remedy: ({ expected }) => `Kembalikan rumusnya: ${expected}`,
  },
  'sheet-missing': {
    title: 'Lembar tidak ada',
    message: ({ expected }) => `Lembar ${expected} tidak ada, jadi indeks tidak terbukti di buku kerja ini.`,
    remedy: () => 'Pindahkan isian ke buku kerja baru dari templat.',
  },
  'sheet-disagrees': {
    title: 'Buku kerja berbeda dari kode',
    message: ({ cell, found, expected, stage }) =>
      `Rekap tahap ${stage} di ${cell} menunjukkan ${found}, menurut kode ${expected}: belum dihitung ulang, atau rumusnya berubah.`,
    remedy: () => 'Hitung ulang di Excel (Ctrl+Alt+F9) dan simpan; bila tetap berbeda, periksa rumus yang berubah.',
  },
} satisfies Record<string, FindingText>;

const typeLevelEn = 'Type one whole number within the scale, or clear the cell if it is not assessed yet.';

const en: Record<keyof typeof id, FindingText> = {
  'level-missing': {
    title: 'Indicator not assessed',
    message: ({ cell, indicator }) => `Indicator ${indicator} is not assessed at any stage (${cell}).`,
    remedy: () => 'Enter its maturity level; a blank cell is not a level and is not counted.',
  },
  'level-text': {
    title: 'Level is text',
    message: ({ cell, found, expected, stage }) =>
      found === ''
        ? `The ${stage} level in ${cell} is written as text; read as ${expected}.`
        : `The ${stage} level in ${cell} is the text “${found}” and is not counted${expected === '' ? '' : `; it seems to mean ${expected}`}.`,
    remedy: ({ expected }) => (expected === '' ? typeLevelEn : `Type it again as the number ${expected}.`),
  },
  'level-fraction': {
    title: 'Level is a fraction',
    message: ({ cell, found, stage }) =>
      `The ${stage} level in ${cell} is ${found}; a level is a whole number, so it is not counted.`,
    remedy: () => typeLevelEn,
  },
  'level-out-of-range': {
    title: 'Level outside the scale',
    message: ({ cell, found, stage }) =>
      `The ${stage} level in ${cell} is ${found}, outside the instrument's scale, so it is not counted.`,
    remedy: () => typeLevelEn,
  },
  'level-error-value': {
    title: 'Level is an error value',
    message: ({ cell, found, stage }) =>
      `The ${stage} level in ${cell} is the error value ${found}, so it is not counted.`,
    remedy: () => 'Remove the failing formula and type the level as a number.',
  },
  'level-boolean': {
    title: 'Level is TRUE/FALSE',
    message: ({ cell, found, stage }) =>
      `The ${stage} level in ${cell} is ${found}, not a number, so it is not counted.`,
    remedy: () => typeLevelEn,
  },
  'level-date': {
    title: 'Level formatted as a date',
    message: ({ cell, found, expected, stage }) =>
      expected === ''
        ? `The ${stage} level in ${cell} is a date (value ${found}), so it is not counted.`
        : `The ${stage} level in ${cell} counts as ${expected}, but its cell is formatted as a date.`,
    remedy: () => 'Type the level again and set the cell’s format to a number.',
  },
  'level-formula': {
    title: 'Level from a formula',
    message: ({ cell, expected, stage }) =>
      `The ${stage} level in ${cell} is a formula’s result (${expected}), not a typed number.`,
    remedy: () => 'Make sure the result is right, then replace the formula with the number.',
  },
  'level-tick': {
    title: 'Level is a mark',
    message: ({ cell, expected, stage }) => `The ${stage} level is marked in ${cell}; read as ${expected}.`,
    remedy: () => 'Make sure the mark is in the right column.',
  },
  'level-ticks': {
    title: 'More than one mark',
    message: ({ cell, stage, found }) =>
      `The ${stage} row from ${cell} holds more than one mark (${found}), so it is not counted.`,
    remedy: () => 'Leave one mark, in the column of the right level.',
  },
  'indicator-missing': {
    title: 'Indicator missing',
    message: ({ indicator, expected }) => `Indicator ${indicator} (${expected}) has no row on this sheet.`,
    remedy: () =>
      'Bring back its row with its number, or fill in Perangkat Daerah if the sheet is meant to be partial.',
  },
  'indicator-doubled': {
    title: 'Indicator doubled',
    message: ({ cell, indicator, found }) =>
      `Indicator ${indicator} stands more than once (${cell}, ${found}); none of them is counted.`,
    remedy: () => 'Delete the rows that do not apply so that one remains.',
  },
  'indicator-unknown': {
    title: 'Unknown indicator',
    message: ({ cell, found }) =>
      `The row at ${cell}${found === '' ? '' : ` (“${found}”)`} is no indicator of this instrument, so it is not counted.`,
    remedy: () => 'Correct its indicator number, or delete the row.',
  },
  'indicator-number': {
    title: 'Indicator number damaged',
    message: ({ cell, indicator }) =>
      `The number of indicator ${indicator} in ${cell} was changed, so the summary’s formulas cannot find it and its level is not counted.`,
    remedy: ({ expected }) => `Type ${expected} into that cell.`,
  },
  'indicator-name': {
    title: 'Indicator name and number differ',
    message: ({ cell, indicator, found }) =>
      `The row at ${cell} is read as indicator ${indicator}, although ${found === '' ? 'its name is not known' : `its number says ${found}`}.`,
    remedy: () => 'Check that the row is right, then make its number and name agree.',
  },
  'column-missing': {
    title: 'Column missing',
    message: ({ expected }) => `The column “${expected}” was not found in the header row.`,
    remedy: ({ expected }) => `Bring back the column, or its header exactly as “${expected}”.`,
  },
  'weight-changed': {
    title: 'Weight changed',
    message: ({ cell, found, expected }) =>
      `The weight in ${cell} is ${found === '' ? 'blank' : found}, it should be ${expected}.`,
    remedy: ({ expected }) => `Set it back to ${expected}. The app always computes with the regulation’s weights.`,
  },
  'formula-changed': {
    title: 'Formula changed',
    message: ({ cell, found }) => `The formula in ${cell} was ${found === '' ? 'deleted' : `replaced by “${found}”`}.`,
    remedy: ({ expected }) => `Bring back the formula: ${expected}`,
  },
  'sheet-missing': {
    title: 'Sheet missing',
    message: ({ expected }) => `The sheet ${expected} is missing, so nothing in this workbook proves the index.`,
    remedy: () => 'Move the answers into a new workbook made from the template.',
  },
  'sheet-disagrees': {
    title: 'Workbook differs from the code',
    message: ({ cell, found, expected, stage }) =>
      `The summary of stage ${stage} in ${cell} shows ${found}, the code ${expected}: not recalculated yet, or its formula was altered.`,
    remedy: () => 'Recalculate in Excel (Ctrl+Alt+F9) and save; if it still differs, look for changed formulas.',
  },
};

export const findingTexts: {
  readonly id: Record<keyof typeof id, FindingText>;
  readonly en: Record<keyof typeof id, FindingText>;
} = { id, en };
