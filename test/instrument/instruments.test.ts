import Ajv2020 from 'ajv/dist/2020';
import schema from '../../src/instrument/instrument.schema.json';
import type { Indicator, Instrument } from '../../src/instrument/instrument';
import { INSTRUMENTS, indicatorById, instrumentById, levelName } from '../../src/instrument/instruments';
import { DEFAULT_INSTRUMENT_ID } from '../../src/instrument/instrument';

/** The percentages of the regulations' own tables, written down here a second time on purpose. */
const OFFICIAL = {
  'spbe-2020': {
    units: 2000,
    rows: 47,
    domains: { 1: 13, 2: 25, 3: 16.5, 4: 45.5 },
    aspects: { 1: 13, 2: 10, 3: 10, 4: 5, 5: 12, 6: 4.5, 7: 27.5, 8: 18 },
    indicatorsOfAspect: { 1: 10, 2: 4, 3: 4, 4: 2, 5: 8, 6: 3, 7: 10, 8: 6 },
    lastProcessRow: 31,
  },
  'spbe-2018': {
    units: 300,
    rows: 37,
    domains: { 1: 17, 2: 28, 3: 55 },
    aspects: { 1: 7, 2: 10, 3: 8, 4: 8, 5: 12, 6: 35, 7: 20 },
    indicatorsOfAspect: { 1: 7, 2: 10, 3: 2, 4: 2, 5: 3, 6: 7, 7: 6 },
    lastProcessRow: 24,
  },
} as const;

const named = INSTRUMENTS.map((instrument) => [instrument.id, instrument] as const);
const weightOf = (indicators: readonly Indicator[]): number => indicators.reduce((sum, { weight }) => sum + weight, 0);
const levelsOf = ({ minLevel, maxLevel }: Instrument): number[] =>
  Array.from({ length: maxLevel - minLevel + 1 }, (_, step) => minLevel + step);

/** Text as a careless reader compares it. */
const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

describe('the schema', () => {
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

  test.each(named)('%s follows it', (_, instrument) => {
    validate(instrument);
    expect(validate.errors).toBeNull();
  });

  test('refuses a key it does not know and a fractional weight', () => {
    const [first] = INSTRUMENTS;
    expect(validate({ ...first, colour: 'blue' })).toBe(false);
    expect(validate({ ...first, indicators: [{ ...first?.indicators[0], weight: 1.3 }] })).toBe(false);
  });
});

describe.each(named)('the arithmetic of %s', (id, instrument) => {
  const official = OFFICIAL[id];

  test('integer weights add up to the whole', () => {
    expect(weightOf(instrument.indicators)).toBe(official.units);
    expect(100 * instrument.unitsPerPercent).toBe(official.units);
  });

  test('each aspect and each domain has its official percentage', () => {
    const percentOf = (indicators: readonly Indicator[]): number => weightOf(indicators) / instrument.unitsPerPercent;
    const aspects = instrument.aspects.map(({ id: aspect }) => [
      aspect,
      percentOf(instrument.indicators.filter((indicator) => indicator.aspect === aspect)),
    ]);
    const domains = instrument.domains.map(({ id: domain }) => [
      domain,
      percentOf(instrument.indicators.filter((indicator) => indicator.domain === domain)),
    ]);
    expect(Object.fromEntries(aspects)).toEqual(official.aspects);
    expect(Object.fromEntries(domains)).toEqual(official.domains);
  });

  test('indicators of one aspect weigh the same', () => {
    for (const { id: aspect } of instrument.aspects) {
      const weights = instrument.indicators.filter((row) => row.aspect === aspect).map(({ weight }) => weight);
      expect(new Set(weights).size).toBe(1);
    }
  });

  test('aspects hold the official number of indicators, in the official order', () => {
    const counts = instrument.aspects.map(({ id: aspect }) => [
      aspect,
      instrument.indicators.filter((indicator) => indicator.aspect === aspect).length,
    ]);
    expect(Object.fromEntries(counts)).toEqual(official.indicatorsOfAspect);
    const aspectsInOrder = instrument.indicators.map(({ aspect }) => aspect);
    expect(aspectsInOrder).toEqual([...aspectsInOrder].sort((a, b) => a - b));
  });

  test('ids are unique and contiguous, and each row knows its own number', () => {
    expect(instrument.indicators).toHaveLength(official.rows);
    expect(new Set(instrument.indicators.map((indicator) => indicator.id)).size).toBe(official.rows);
    const whole = instrument.indicators.map((indicator) => Number(indicator.id.split('-')[0]));
    expect([...new Set(whole)]).toEqual(Array.from({ length: Math.max(...whole) }, (_, index) => index + 1));
    for (const indicator of instrument.indicators) expect(String(indicator.number)).toBe(indicator.id);
    expect(instrument.domains.map((domain) => domain.id)).toEqual(instrument.domains.map((_, index) => index + 1));
    expect(instrument.aspects.map((aspect) => aspect.id)).toEqual(instrument.aspects.map((_, index) => index + 1));
  });

  test('an indicator stands in the domain of its aspect', () => {
    for (const indicator of instrument.indicators) {
      expect(instrument.aspects.find(({ id: aspect }) => aspect === indicator.aspect)?.domain).toBe(indicator.domain);
    }
  });

  test('both scales name every level, and rows change scale where the regulation does', () => {
    for (const scale of Object.values(instrument.levelNames)) {
      expect(scale.map(({ level }) => level)).toEqual(levelsOf(instrument));
    }
    const process = instrument.indicators.filter(({ scale }) => scale === 'process');
    expect(process.map(({ number }) => number)).toEqual(
      Array.from({ length: official.lastProcessRow }, (_, index) => index + 1),
    );
  });

  test('every level of every indicator has its criteria and a list of evidence', () => {
    const keys = levelsOf(instrument).map(String);
    for (const indicator of instrument.indicators) {
      expect(Object.keys(indicator.criteria)).toEqual(keys);
      expect(Object.keys(indicator.evidence)).toEqual(keys);
    }
  });

  test('predicates start at zero and rise', () => {
    const limits = instrument.predicates.map(({ fromTenths }) => fromTenths);
    expect(limits).toEqual([0, 18, 26, 35, 42]);
  });

  test('no name or alias belongs to two indicators, nor twice to one', () => {
    const all = instrument.indicators.flatMap(({ name, aliases }) => [name, ...aliases].map(folded));
    expect(all.filter((text, index) => all.indexOf(text) !== index)).toEqual([]);
  });

  test('no name or alias belongs to two domains, two aspects or two levels of a scale', () => {
    for (const group of [instrument.domains, instrument.aspects, ...Object.values(instrument.levelNames)]) {
      const all = group.flatMap(({ name, aliases }) => [name, ...aliases].map(folded));
      expect(new Set(all).size).toBe(all.length);
    }
  });
});

describe('what the regulations say of single rows', () => {
  const of = (id: string): Instrument => {
    const instrument = instrumentById(id);
    if (!instrument) throw new Error(`no ${id}`);
    return instrument;
  };

  test('the official name leads, the short one is an alias', () => {
    const first = indicatorById(of('spbe-2020'), '1');
    expect(first?.name).toBe('Tingkat Kematangan Kebijakan Internal Arsitektur SPBE Instansi Pusat/Pemerintah Daerah');
    expect(first?.aliases).toContain('Kebijakan Internal Arsitektur SPBE Instansi Pusat/Pemerintah Daerah');
  });

  test('three public services are chosen by the agency', () => {
    const chosen = (id: string) =>
      of(id)
        .indicators.filter(({ chosenService }) => chosenService !== null)
        .map((indicator) => [indicator.id, indicator.chosenService]);
    expect(chosen('spbe-2020')).toEqual([
      ['45', 1],
      ['46', 2],
      ['47', 3],
    ]);
    expect(chosen('spbe-2018')).toEqual([
      ['35-1', 1],
      ['35-2', 2],
      ['35-3', 3],
    ]);
  });

  test('levels carry the names of their own scale', () => {
    expect(levelName(of('spbe-2020'), 'process', 3)).toBe('Terdefinisi');
    expect(levelName(of('spbe-2020'), 'service', 4)).toBe('Kolaborasi');
    expect(levelName(of('spbe-2020'), 'process', 0)).toBeNull();
    expect(levelName(of('spbe-2018'), 'service', 0)).toBe('–');
    expect(levelName(of('spbe-2018'), 'process', 6)).toBeNull();
  });

  test('evidence is known for every level of 2020 and for none of 2018', () => {
    const lists = (id: string) => of(id).indicators.flatMap(({ evidence }) => Object.values(evidence));
    expect(lists('spbe-2020').every((list) => list.length > 0)).toBe(true);
    expect(lists('spbe-2018').every((list) => list.length === 0)).toBe(true);
  });

  test('the unseen successor is reported, not asserted', () => {
    const { inForceSince, revokedBy, note } = of('spbe-2020').legalStatus;
    expect(inForceSince).toBe('2021-01-01');
    expect(revokedBy).toMatch(/PermenPANRB 8\/2026.*sumber sekunder/);
    expect(note).toMatch(/teks resminya tidak tersedia/);
  });
});

describe('looking things up', () => {
  test('the default instrument exists', () => {
    expect(instrumentById(DEFAULT_INSTRUMENT_ID)?.title).toBe('PermenPANRB 59/2020');
  });

  test('the unknown is null', () => {
    expect(instrumentById('spbe-1999')).toBeNull();
    const [newest] = INSTRUMENTS;
    if (!newest) throw new Error('no instrument');
    expect(indicatorById(newest, '35-1')).toBeNull();
    expect(indicatorById(newest, '48')).toBeNull();
  });
});
