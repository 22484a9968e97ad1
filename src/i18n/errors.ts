interface ErrorText {
  /** The cause; `subject` is untrusted text (a file, a sheet, a name), possibly empty. */
  readonly message: (subject: string) => string;
  readonly remedy: string;
}

/** "kata (subjek)" where there is a subject. */
const about = (words: string, subject: string): string => (subject === '' ? `${words}.` : `${words}: ${subject}.`);

const id = {
  'empty-file': { message: (subject) => about('Berkas kosong', subject), remedy: 'Minta berkasnya dikirim ulang.' },
  'not-a-workbook': {
    message: (subject) => about('Bukan buku kerja Excel (.xlsx)', subject),
    remedy: 'Buka dengan aplikasi asalnya dan simpan sebagai .xlsx.',
  },
  archive: {
    message: (subject) => about('Arsip berkas (.zip), bukan buku kerja', subject),
    remedy: 'Ekstrak dahulu, lalu serahkan buku kerja (.xlsx) di dalamnya.',
  },
  'html-file': {
    message: (subject) => about('Isinya halaman web, bukan buku kerja', subject),
    remedy: 'Buka di Excel, lalu Simpan Sebagai .xlsx.',
  },
  'old-xls': {
    message: (subject) => about('Format lama .xls', subject),
    remedy: 'Buka di Excel, lalu Simpan Sebagai .xlsx.',
  },
  'binary-xlsb': {
    message: (subject) => about('Format biner .xlsb', subject),
    remedy: 'Buka di Excel, lalu Simpan Sebagai .xlsx.',
  },
  'password-protected': {
    message: (subject) => about('Berkas dilindungi kata sandi', subject),
    remedy: 'Buka di Excel, hapus sandinya (File > Info > Protect Workbook), lalu simpan.',
  },
  damaged: {
    message: (subject) => about('Berkas rusak', subject),
    remedy: 'Minta berkasnya dikirim ulang; bila masih bisa dibuka di Excel, simpan ulang sebagai .xlsx.',
  },
  'too-large': {
    message: (subject) => about('Berkas atau salah satu bagiannya terlalu besar', subject),
    remedy: 'Pindahkan lembar penilaian ke buku kerja tersendiri.',
  },
  'not-found': {
    message: (subject) => about('Berkas tidak ditemukan', subject),
    remedy: 'Periksa nama dan foldernya.',
  },
  'unreadable-file': {
    message: (subject) => about('Berkas tidak dapat dibaca', subject),
    remedy: 'Periksa izin berkas, dan tutup bila sedang dibuka program lain.',
  },
  'cell-edit-mode': {
    message: () => 'Sebuah sel sedang diisi.',
    remedy: 'Tekan Enter untuk menyelesaikan isian sel, lalu ulangi.',
  },
  protected: {
    message: (subject) => about('Lembar atau sel dilindungi', subject),
    remedy: 'Buka perlindungan lewat Review > Unprotect Sheet, lalu ulangi.',
  },
  'read-only': {
    message: (subject) => about('Buku kerja hanya dapat dibaca', subject),
    remedy: 'Pilih Enable Editing atau simpan salinannya, lalu buka panel ini lagi.',
  },
  'item-not-found': {
    message: (subject) => about('Tidak ditemukan di buku kerja', subject),
    remedy: 'Periksa apakah lembarnya baru saja dihapus atau diganti namanya, lalu ulangi.',
  },
  'sheet-name-taken': {
    message: (subject) => about('Nama lembar sudah dipakai', subject),
    remedy: 'Ganti nama lembar itu, lalu ulangi.',
  },
  'name-clash': {
    message: (subject) => about('Nama sel yang kami perlukan sudah dipakai di buku kerja ini', subject),
    remedy: 'Hapus atau ganti nama itu di Formulas > Name Manager, atau buat buku kerja baru. Tidak ada yang ditulis.',
  },
  busy: { message: () => 'Excel sedang sibuk.', remedy: 'Tunggu sebentar, lalu ulangi.' },
  'unsupported-host': {
    message: () => 'Versi Excel ini belum mendukung.',
    remedy: 'Pakai Excel 2021 atau yang lebih baru, atau halaman tanpa Excel (Mode Berkas).',
  },
  'write-mismatch': {
    message: (subject) => about('Hasil tulisan tidak sama setelah dibaca kembali', subject),
    remedy: 'Periksa sel itu, lalu ulangi.',
  },
  'unsupported-change': {
    message: (subject) => about('Berkas ini tidak dapat diubah dengan aman', subject),
    remedy: 'Buat buku kerja baru dari templat; berkas asal tidak disentuh.',
  },
  'host-failure': {
    message: (subject) => about('Excel menolak permintaan', subject),
    remedy: 'Ulangi; bila tetap gagal, simpan, tutup, dan buka lagi buku kerjanya.',
  },
  'not-an-assessment': {
    message: (subject) => about('Tidak ada lembar penilaian SPBE di buku kerja ini', subject),
    remedy: 'Buka berkas yang berisi LKE, atau sisipkan LKE baru.',
  },
  ambiguous: {
    message: (subject) => about('Ada lebih dari satu lembar penilaian', subject),
    remedy: 'Pilih salah satu lembarnya (--sheet atau --year pada baris perintah).',
  },
  'other-instrument': {
    message: (subject) => about('Instrumen lain daripada kebanyakan berkas', subject),
    remedy: 'Konsolidasikan secara terpisah, atau minta penilaian dengan instrumen yang sama.',
  },
  'other-year': {
    message: (subject) => about('Tahun lain daripada kebanyakan berkas', subject),
    remedy: 'Periksa tahun di blok identitas; berkas tahun lain dikonsolidasikan secara terpisah.',
  },
  'other-agency': {
    message: (subject) => about('Instansi lain daripada kebanyakan berkas', subject),
    remedy: 'Periksa nama instansi di blok identitas; berkas instansi lain tidak digabungkan ke LKE ini.',
  },
  'timed-out': {
    message: (subject) => about('Berkas terlalu lama dibaca', subject),
    remedy: 'Buka di Excel, salin lembar LKE ke buku kerja baru, lalu kirim ulang.',
  },
  'no-units': {
    message: () => 'Tidak satu indikator pun punya penanggung jawab, jadi tidak ada yang dapat dibagi.',
    remedy: 'Isi kolom Penanggung Jawab: satu perangkat daerah per baris di dalam selnya.',
  },
  'too-many-units': {
    message: (subject) => about('Terlalu banyak perangkat daerah di kolom Penanggung Jawab', subject),
    remedy: 'Tulis hanya nama perangkat daerah di kolom itu, satu per baris di dalam selnya.',
  },
} satisfies Record<string, ErrorText>;

const en: Record<keyof typeof id, ErrorText> = {
  'empty-file': { message: (subject) => about('The file is empty', subject), remedy: 'Ask for the file again.' },
  'not-a-workbook': {
    message: (subject) => about('Not an Excel workbook (.xlsx)', subject),
    remedy: 'Open it in its own application and save it as .xlsx.',
  },
  archive: {
    message: (subject) => about('An archive of files (.zip), not a workbook', subject),
    remedy: 'Extract it first, then hand over the workbooks (.xlsx) inside.',
  },
  'html-file': {
    message: (subject) => about('A web page, not a workbook', subject),
    remedy: 'Open it in Excel and save it as .xlsx.',
  },
  'old-xls': {
    message: (subject) => about('The old .xls format', subject),
    remedy: 'Open it in Excel and save it as .xlsx.',
  },
  'binary-xlsb': {
    message: (subject) => about('The binary .xlsb format', subject),
    remedy: 'Open it in Excel and save it as .xlsx.',
  },
  'password-protected': {
    message: (subject) => about('The file is protected by a password', subject),
    remedy: 'Open it in Excel, remove the password (File > Info > Protect Workbook) and save it.',
  },
  damaged: {
    message: (subject) => about('The file is damaged', subject),
    remedy: 'Ask for the file again; if Excel still opens it, save it anew as .xlsx.',
  },
  'too-large': {
    message: (subject) => about('The file or one of its parts is too large', subject),
    remedy: 'Move the assessment sheet into a workbook of its own.',
  },
  'not-found': { message: (subject) => about('File not found', subject), remedy: 'Check its name and folder.' },
  'unreadable-file': {
    message: (subject) => about('The file cannot be read', subject),
    remedy: 'Check its permissions, and close it in other programs.',
  },
  'cell-edit-mode': {
    message: () => 'A cell is being edited.',
    remedy: 'Press Enter to finish the cell, then try again.',
  },
  protected: {
    message: (subject) => about('The sheet or cell is protected', subject),
    remedy: 'Unprotect it with Review > Unprotect Sheet, then try again.',
  },
  'read-only': {
    message: (subject) => about('The workbook is read-only', subject),
    remedy: 'Choose Enable Editing or save a copy, then open this panel again.',
  },
  'item-not-found': {
    message: (subject) => about('Not found in the workbook', subject),
    remedy: 'Check whether the sheet was just deleted or renamed, then try again.',
  },
  'sheet-name-taken': {
    message: (subject) => about('The sheet name is taken', subject),
    remedy: 'Rename that sheet, then try again.',
  },
  'name-clash': {
    message: (subject) => about('A cell name that we need is taken in this workbook', subject),
    remedy: 'Delete or rename it in Formulas > Name Manager, or make a new workbook. Nothing was written.',
  },
  busy: { message: () => 'Excel is busy.', remedy: 'Wait a moment, then try again.' },
  'unsupported-host': {
    message: () => 'This version of Excel does not support it.',
    remedy: 'Use Excel 2021 or newer, or the page without Excel (Mode Berkas).',
  },
  'write-mismatch': {
    message: (subject) => about('What was written reads back differently', subject),
    remedy: 'Check that cell, then try again.',
  },
  'unsupported-change': {
    message: (subject) => about('This file cannot be changed safely', subject),
    remedy: 'Make a new workbook from the template; the original is not touched.',
  },
  'host-failure': {
    message: (subject) => about('Excel refused the request', subject),
    remedy: 'Try again; if it still fails, save, close and reopen the workbook.',
  },
  'not-an-assessment': {
    message: (subject) => about('There is no SPBE assessment sheet in this workbook', subject),
    remedy: 'Open the file that holds the LKE, or insert a new LKE.',
  },
  ambiguous: {
    message: (subject) => about('There is more than one assessment sheet', subject),
    remedy: 'Choose one of the sheets (--sheet or --year on the command line).',
  },
  'other-instrument': {
    message: (subject) => about('Another instrument than most files have', subject),
    remedy: 'Consolidate it on its own, or ask for an assessment by the same instrument.',
  },
  'other-year': {
    message: (subject) => about('Another year than most files have', subject),
    remedy: 'Check the year in the identity block; files of other years are consolidated on their own.',
  },
  'other-agency': {
    message: (subject) => about('Another agency than most files have', subject),
    remedy: "Check the agency's name in the identity block; files of other agencies do not go into this LKE.",
  },
  'timed-out': {
    message: (subject) => about('Reading the file takes too long', subject),
    remedy: 'Open it in Excel, copy the LKE sheet into a new workbook, and send it again.',
  },
  'no-units': {
    message: () => 'No indicator has a responsible unit, so there is nothing to split.',
    remedy: 'Fill the column Penanggung Jawab: one unit on each line of the cell.',
  },
  'too-many-units': {
    message: (subject) => about('Too many units in the column Penanggung Jawab', subject),
    remedy: 'Write nothing but the names of units there, one on each line of the cell.',
  },
};

export const errorTexts: {
  readonly id: Record<keyof typeof id, ErrorText>;
  readonly en: Record<keyof typeof id, ErrorText>;
} = { id, en };
