/** What stands in a cell before a repair and after it, in words. Facts come from cells: shown as text, never interpreted. */

const id = {
  blank: 'kosong',
  text: (text: string) => `teks “${text}”`,
  formula: (formula: string) => `rumus ${formula}`,
  /** A boolean or an error value. */
  formatBefore: 'format teks',
  formatAfter: 'format angka, isi tetap',
  lookBefore: 'tampilan berubah',
  lookAfter: 'tampilan templat, isi tetap',
  ruleBefore: 'tanpa daftar pilihan',
  ruleAfter: (choices: string) => `daftar pilihan ${choices}`,
  nameBefore: 'nama tidak ada',
  nameAt: (place: string) => `menunjuk ${place}`,
  rowBefore: 'tidak ada barisnya',
  rowAfter: 'baris indikator kembali, kosong',
  indicator: (indicator: string) => `indikator ${indicator}`,
};

type RepairTexts = typeof id;

const en: RepairTexts = {
  blank: 'blank',
  text: (text) => `text “${text}”`,
  formula: (formula) => `formula ${formula}`,
  formatBefore: 'formatted as text',
  formatAfter: 'formatted as number, content kept',
  lookBefore: 'look altered',
  lookAfter: 'look of the template, content kept',
  ruleBefore: 'no list of choices',
  ruleAfter: (choices) => `list of choices ${choices}`,
  nameBefore: 'name missing',
  nameAt: (place) => `leads to ${place}`,
  rowBefore: 'has no row',
  rowAfter: 'indicator row back in, blank',
  indicator: (indicator) => `indicator ${indicator}`,
};

export const repairTexts: { readonly id: RepairTexts; readonly en: RepairTexts } = { id, en };
