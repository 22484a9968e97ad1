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
  'column-passed-over': {
    title: 'Kolom tidak dibaca',
    message: ({ cell, found }) =>
      `Kolom “${found}” (${cell}) berisi tingkat, tetapi tidak dibaca: kolom lain menyebut tahapnya.`,
    remedy: () =>
      'Bila kolom itu yang berlaku, sebutkan tahapnya pada judul: Mandiri, Verifikasi, Eksternal, atau Akhir.',
  },
  'column-pointed-out': {
    title: 'Kolom ditunjuk sendiri',
    message: ({ cell, found, stage }) =>
      `${stage} dibaca dari kolom “${found}” (${cell}) karena seseorang menunjuknya; penunjukan itu tersimpan di buku kerja.`,
    remedy: () => 'Periksa pada “Kolom yang dikenali” bahwa kolom itu benar; di sana penunjukan dapat dihapus.',
  },
  'column-lost': {
    title: 'Kolom yang ditunjuk hilang',
    message: ({ found }) =>
      `Kolom yang pernah ditunjuk (nama ${found}) sudah tidak ada; kolomnya kini dikenali sendiri.`,
    remedy: () => 'Periksa “Kolom yang dikenali”, lalu tunjuk kolomnya lagi atau hapus penunjukan.',
  },
  'duplicate-undecided': {
    title: 'Berkas ganda belum diputuskan',
    message: ({ found }) =>
      `Ada berkas ganda dengan isi berbeda dan waktu simpan yang sama; untuk sementara dipakai ${found}.`,
    remedy: () => 'Pilih “Pakai berkas ini” di panel, atau keluarkan berkas yang tidak berlaku dari kumpulan berkas.',
  },
  'older-than-earlier': {
    title: 'Lebih lama daripada isi hasil sebelumnya',
    message: ({ found, expected }) =>
      `Duplikat; yang dipakai: ${found} dari hasil sebelumnya, yang disimpan lebih akhir (${expected}).`,
    remedy: () =>
      'Bila berkas ini yang berlaku, pilih “Pakai berkas ini” di panel, atau simpan ulang berkas ini lalu perbarui lagi.',
  },
  'older-taken': {
    title: 'Menggantikan berkas yang lebih baru',
    message: ({ found, expected }) =>
      `Menggantikan ${found} dari hasil sebelumnya, padahal berkas itu disimpan lebih akhir (${expected}).`,
    remedy: () => 'Pastikan berkas ini yang berlaku; jika tidak, kirim berkas yang berlaku lalu perbarui lagi.',
  },
  'age-unknown': {
    title: 'Belum pasti lebih baru',
    message: ({ found }) =>
      `Menggantikan ${found} dari hasil sebelumnya, tetapi waktu simpannya tidak menunjukkan mana yang lebih baru.`,
    remedy: () => 'Pastikan berkas ini yang berlaku; jika tidak, kirim berkas yang berlaku lalu perbarui lagi.',
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
  'identity-missing': {
    title: 'Identitas belum diisi',
    message: ({ expected, cell }) => `${expected} belum diisi${cell === '–' ? '' : ` (${cell})`}.`,
    remedy: ({ expected }) => `Isi ${expected} di bagian atas lembar.`,
  },
  'identity-label': {
    title: 'Label identitas hilang',
    message: ({ expected }) => `Label “${expected}” tidak ditemukan di bagian atas lembar, jadi isinya tidak terbaca.`,
    remedy: ({ expected }) => `Tulis kembali label persis “${expected}” di sebelah kiri isinya.`,
  },
  'external-stage-missing': {
    title: 'Tahap eksternal belum disebut',
    message: ({ cell }) => `Kolom Eksternal terisi, tetapi Tahap Eksternal kosong (${cell}).`,
    remedy: () => 'Pilih Dokumen, Interviu, atau Visitasi.',
  },
  'service-missing': {
    title: 'Nama layanan belum diisi',
    message: ({ indicator, expected, cell }) =>
      `Indikator ${indicator} sudah dinilai (${cell}), tetapi ${expected} belum diisi.`,
    remedy: ({ expected }) => `Isi ${expected} dengan layanan publik yang dipilih instansi.`,
  },
  'template-version': {
    title: 'Versi templat lain',
    message: ({ found, expected }) =>
      `Versi Templat ${found === '' ? 'tidak tercantum' : `adalah ${found}`}, sedangkan aplikasi ini memakai versi ${expected}.`,
    remedy: () => 'Angkanya tetap dibaca; pindahkan isian ke templat terbaru bila ada lembar yang kurang.',
  },
  'text-cut': {
    title: 'Teks terlalu panjang',
    message: ({ cell, expected }) =>
      `Teks di ${cell} lebih panjang daripada yang muat dalam satu sel Excel (${expected} karakter); akhirnya dipotong.`,
    remedy: () => 'Ringkas teksnya, atau simpan sebagai dokumen dan tulis nama serta tautannya di sini.',
  },
  'explanation-missing': {
    title: 'Penjelasan kosong',
    message: ({ cell, indicator }) => `Indikator ${indicator} sudah dinilai, tetapi Penjelasan kosong (${cell}).`,
    remedy: () => 'Tulis fakta dan analisis yang mendasari tingkatnya.',
  },
  'explanation-copied': {
    title: 'Penjelasan sama',
    message: ({ cell, indicator, found }) =>
      `Penjelasan indikator ${indicator} (${cell}) sama persis dengan indikator ${found}.`,
    remedy: () => 'Tulis penjelasan yang khusus untuk indikator ini.',
  },
  'evidence-missing': {
    title: 'Data dukung kosong',
    message: ({ cell, indicator, found }) => `Indikator ${indicator} bertingkat ${found} tanpa data dukung (${cell}).`,
    remedy: () => 'Sebutkan dokumennya: nama, nomor dan tanggal, halaman, tautan. Tanpa data dukung asesor menilai 1.',
  },
  'evidence-local': {
    title: 'Data dukung di komputer sendiri',
    message: ({ cell, found }) => `Data dukung di ${cell} menunjuk komputer atau jaringan sendiri: ${found}.`,
    remedy: () => 'Unggah berkasnya dan tulis tautan yang dapat dibuka asesor.',
  },
  'evidence-contradicting': {
    title: 'Data dukung sama, tingkat jauh berbeda',
    message: ({ cell, indicator, found }) =>
      `Data dukung indikator ${indicator} (${cell}) sama dengan indikator ${found}, padahal tingkatnya berbeda dua atau lebih.`,
    remedy: () => 'Periksa apakah dokumen itu memang membuktikan kedua tingkat.',
  },
  'level-discuss': {
    title: 'Wajib dibahas',
    message: ({ cell, indicator, found, expected }) =>
      `Indikator ${indicator} (${cell}): Mandiri ${found}, Verifikasi ${expected}.`,
    remedy: () => 'Bahas perbedaannya dan catat alasannya.',
  },
  'predicate-near': {
    title: 'Dekat batas predikat',
    message: ({ found, expected }) => `Indeks ${found} dekat dengan batas ${expected}.`,
    remedy: () => 'Periksa sekali lagi indikator yang bukti atau tingkatnya masih diperdebatkan.',
  },
  'validation-lost': {
    title: 'Daftar pilihan hilang',
    message: ({ cell, indicator }) =>
      `Daftar pilihan tingkat indikator ${indicator} di ${cell} hilang, mungkin tertimpa tempelan.`,
    remedy: () => 'Kembalikan lewat Perbaiki; tanpa itu salah ketik tidak ditolak.',
  },
  'format-text': {
    title: 'Sel tingkat berformat teks',
    message: ({ cell, indicator }) =>
      `Sel tingkat indikator ${indicator} di ${cell} berformat Teks: angka yang diketik di situ tidak dihitung.`,
    remedy: () => 'Ubah format sel menjadi Umum atau Angka, lalu ketik ulang.',
  },
  'cells-merged': {
    title: 'Sel digabung',
    message: ({ found }) => `Sel ${found} digabung; isi baris lain di dalamnya tersembunyi atau hilang.`,
    remedy: () => 'Pisahkan lagi lewat Beranda > Gabungkan, lalu isi tiap baris.',
  },
  'rows-hidden': {
    title: 'Baris tersembunyi',
    message: ({ cell, indicator }) =>
      `Baris indikator ${indicator} (${cell}) tersembunyi, tetapi tingkatnya tetap dihitung.`,
    remedy: () => 'Tampilkan barisnya atau hapus filternya.',
  },
  'worksheet-doubled': {
    title: 'Salinan lembar kerja',
    message: ({ found, expected }) =>
      `Lembar “${found}” adalah salinan persis “${expected}”; hanya “${expected}” yang dibaca.`,
    remedy: ({ found }) => `Hapus lembar “${found}”, supaya tidak ada yang mengisi salinannya.`,
  },
  'name-lost': {
    title: 'Nama sel hilang',
    message: ({ cell, expected, found }) =>
      `Nama ${expected} seharusnya menunjuk ${cell}, tetapi ${found === '' ? 'hilang' : `menunjuk ${found}`}.`,
    remedy: () => 'Kembalikan lewat Perbaiki.',
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
  'column-passed-over': {
    title: 'Column not read',
    message: ({ cell, found }) =>
      `The column “${found}” (${cell}) holds levels but is not read: another column names its stage.`,
    remedy: () =>
      'If that column is the one that counts, name its stage in the header: Mandiri, Verifikasi, Eksternal or Akhir.',
  },
  'column-pointed-out': {
    title: 'Column pointed out',
    message: ({ cell, found, stage }) =>
      `${stage} is read from the column “${found}” (${cell}) because someone pointed it out; the workbook remembers it.`,
    remedy: () =>
      'See under “Recognised columns” that the column is right; what was pointed out can be forgotten there.',
  },
  'column-lost': {
    title: 'Pointed-out column is gone',
    message: ({ found }) =>
      `A column that was pointed out (the name ${found}) is gone; its content is recognised by the headers again.`,
    remedy: () => 'Check “Recognised columns”, then point the column out again or forget it.',
  },
  'duplicate-undecided': {
    title: 'Duplicate not decided',
    message: ({ found }) => `Duplicates differ in content and were saved at the same time; for now ${found} is taken.`,
    remedy: () => 'Choose “Use this file” in the pane, or take the file that does not count out of the set.',
  },
  'older-than-earlier': {
    title: 'Older than what the earlier result holds',
    message: ({ found, expected }) =>
      `Duplicate; taken is ${found} of the earlier result, which was saved later (${expected}).`,
    remedy: () =>
      'If this file is the one that counts, choose “Use this file” in the pane, or save it anew and update again.',
  },
  'older-taken': {
    title: 'Takes the place of a newer file',
    message: ({ found, expected }) =>
      `It takes the place of ${found} of the earlier result, although that was saved later (${expected}).`,
    remedy: () => 'Make sure that this file counts; if not, send the one that does and update again.',
  },
  'age-unknown': {
    title: 'Not known to be newer',
    message: ({ found }) =>
      `It takes the place of ${found} of the earlier result, but the times of saving do not tell which is newer.`,
    remedy: () => 'Make sure that this file counts; if not, send the one that does and update again.',
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
  'identity-missing': {
    title: 'Identity not filled',
    message: ({ expected, cell }) => `${expected} is blank${cell === '–' ? '' : ` (${cell})`}.`,
    remedy: ({ expected }) => `Fill in ${expected} at the top of the sheet.`,
  },
  'identity-label': {
    title: 'Identity label gone',
    message: ({ expected }) =>
      `The label “${expected}” is not found at the top of the sheet, so its value is not read.`,
    remedy: ({ expected }) => `Write the label exactly as “${expected}” to the left of its value.`,
  },
  'external-stage-missing': {
    title: 'External stage not named',
    message: ({ cell }) => `The column Eksternal is filled, but Tahap Eksternal is blank (${cell}).`,
    remedy: () => 'Choose Dokumen, Interviu or Visitasi.',
  },
  'service-missing': {
    title: 'Service not named',
    message: ({ indicator, expected, cell }) =>
      `Indicator ${indicator} is assessed (${cell}), but ${expected} is blank.`,
    remedy: ({ expected }) => `Fill in ${expected} with the public service that the agency chose.`,
  },
  'template-version': {
    title: 'Other template version',
    message: ({ found, expected }) =>
      `Versi Templat ${found === '' ? 'is not stated' : `is ${found}`}, this app uses version ${expected}.`,
    remedy: () => 'The figures are read all the same; move the answers into the latest template if a sheet is missing.',
  },
  'text-cut': {
    title: 'Text too long',
    message: ({ cell, expected }) =>
      `The text in ${cell} is longer than a cell of Excel holds (${expected} characters); its end was cut off.`,
    remedy: () => 'Shorten it, or keep it as a document and write its name and link here.',
  },
  'explanation-missing': {
    title: 'Explanation blank',
    message: ({ cell, indicator }) => `Indicator ${indicator} is assessed, but its explanation is blank (${cell}).`,
    remedy: () => 'Write the facts and the analysis that the level rests on.',
  },
  'explanation-copied': {
    title: 'Same explanation',
    message: ({ cell, indicator, found }) =>
      `The explanation of indicator ${indicator} (${cell}) is word for word that of indicator ${found}.`,
    remedy: () => 'Write an explanation of this very indicator.',
  },
  'evidence-missing': {
    title: 'Evidence blank',
    message: ({ cell, indicator, found }) => `Indicator ${indicator} is at level ${found} without evidence (${cell}).`,
    remedy: () => 'Name the document: title, number and date, page, link. Without evidence assessors give 1.',
  },
  'evidence-local': {
    title: 'Evidence on one’s own computer',
    message: ({ cell, found }) => `The evidence in ${cell} points to one’s own computer or network: ${found}.`,
    remedy: () => 'Upload the file and write a link that the assessor can open.',
  },
  'evidence-contradicting': {
    title: 'Same evidence, levels far apart',
    message: ({ cell, indicator, found }) =>
      `Indicator ${indicator} (${cell}) has the same evidence as indicator ${found}, yet their levels differ by two or more.`,
    remedy: () => 'Check that the document really proves both levels.',
  },
  'level-discuss': {
    title: 'To be discussed',
    message: ({ cell, indicator, found, expected }) =>
      `Indicator ${indicator} (${cell}): Mandiri ${found}, Verifikasi ${expected}.`,
    remedy: () => 'Discuss the difference and note the reason.',
  },
  'predicate-near': {
    title: 'Near a predicate’s limit',
    message: ({ found, expected }) => `The index ${found} is near the limit of ${expected}.`,
    remedy: () => 'Look once more at indicators whose evidence or level is in doubt.',
  },
  'validation-lost': {
    title: 'List of choices gone',
    message: ({ cell, indicator }) =>
      `The list of levels of indicator ${indicator} in ${cell} is gone, perhaps pasted over.`,
    remedy: () => 'Bring it back with Perbaiki; without it a slip of the keyboard is not refused.',
  },
  'format-text': {
    title: 'Level cell formatted as text',
    message: ({ cell, indicator }) =>
      `The level cell of indicator ${indicator} in ${cell} is formatted as Text: a number typed there does not count.`,
    remedy: () => 'Set the cell’s format to General or Number and type it again.',
  },
  'cells-merged': {
    title: 'Merged cells',
    message: ({ found }) => `The cells ${found} are merged; what other rows held there is hidden or lost.`,
    remedy: () => 'Split them with Home > Merge, then fill each row.',
  },
  'rows-hidden': {
    title: 'Hidden row',
    message: ({ cell, indicator }) => `The row of indicator ${indicator} (${cell}) is hidden, yet its level counts.`,
    remedy: () => 'Show the row or clear the filter.',
  },
  'worksheet-doubled': {
    title: 'Copy of the worksheet',
    message: ({ found, expected }) =>
      `The sheet “${found}” is an exact copy of “${expected}”; only “${expected}” is read.`,
    remedy: ({ found }) => `Delete the sheet “${found}”, so that nobody fills in the copy.`,
  },
  'name-lost': {
    title: 'Cell name gone',
    message: ({ cell, expected, found }) =>
      `The name ${expected} should lead to ${cell}, but ${found === '' ? 'is gone' : `leads to ${found}`}.`,
    remedy: () => 'Bring it back with Perbaiki.',
  },
};

export const findingTexts: {
  readonly id: Record<keyof typeof id, FindingText>;
  readonly en: Record<keyof typeof id, FindingText>;
} = { id, en };
