import { dateSerial, isDateFormat, plainNumber, shownText } from '../../../../src/workbook/xlsx/view/number-format';

describe('a number as an Indonesian Excel shows it', () => {
  it.each([
    ['General', 3, '3'],
    ['General', 2.87, '2,87'],
    ['General', 0.1 + 0.2, '0,3'],
    ['General', 1234567.125, '1234567,125'],
    ['General', 123456789012, '1,23457E+11'],
    ['General', 0, '0'],
    ['General', -2.5, '-2,5'],
    ['0', 2.5, '3'],
    ['0.00', 1.005, '1,01'],
    ['0.00', 2.6, '2,60'],
    ['0.0#', 2, '2,0'],
    ['#,##0', 1234567, '1.234.567'],
    ['#,##0.00', -1234.5, '-1.234,50'],
    ['#,##0 ;(#,##0)', -1234, '(1.234)'],
    ['0%', 0.275, '28%'],
    ['0.00%', 0.0275, '2,75%'],
    ['"! "0', 7, '! 7'],
    ['"! "0;"! "-0;"! "0;"! "@', -7, '! -7'],
    ['"! "0;"! "-0;"! "0;"! "@', 0, '! 0'],
    ['[Red]0;[Blue]0', 4, '4'],
    ['[$Rp-421]\\ #,##0', 1500, 'Rp 1.500'],
    ['0,', 12345, '12'],
    ['00', 7, '07'],
    ['#', 0, ''],
    ['0;-0;;@', 0, ''],
    ['0" poin"', 4, '4 poin'],
    ['@', 3, '3'],
  ])('%s of %d', (format, value, shown) => {
    expect(shownText(value, format)).toBe(shown);
  });

  it.each([['# ?/?'], ['0.00E+00'], ['[>=100]0;0.0'], ['00-00'], ['q'], ['0;0;0;0;0'], ['"'], ['0'.repeat(300)]])(
    'what %s says is not understood: the plain number',
    (format) => {
      expect(shownText(12.5, format)).toBe('12,5');
    },
  );
});

describe('a date', () => {
  it.each([
    ['dd/mm/yyyy', 45521, '17/08/2024'],
    ['mm-dd-yy', 45521, '17/08/2024'],
    ['d mmmm yyyy', 45521, '17 Agustus 2024'],
    ['dddd, d mmm yy', 45521, 'Sabtu, 17 Agu 24'],
    ['[$-421]dd mmmm yyyy;@', 45521, '17 Agustus 2024'],
    ['h:mm', 0.75, '18.00'],
    ['h:mm AM/PM', 0.75, '6.00 PM'],
    ['yyyy-mm-dd hh:mm:ss', 45521.5, '2024-08-17 12.00.00'],
    ['mm:ss', 0.5 / 1440, '00.30'],
    ['[h]:mm', 1.5, '36.00'],
    ['d/m/yyyy', 1, '1/1/1900'],
    ['d/m/yyyy', 61, '1/3/1900'],
  ])('as %s', (format, serial, shown) => {
    expect(shownText(serial, format)).toBe(shown);
  });

  it('counts from 1904 where the workbook does', () => {
    expect(shownText(44059, 'dd/mm/yyyy', { from1904: true })).toBe('17/08/2024');
  });

  it('of no calendar is a plain number', () => {
    expect(shownText(-1, 'dd/mm/yyyy')).toBe('-1');
    expect(shownText(1e9, 'dd/mm/yyyy')).toBe('1000000000');
  });

  it('that is typed is the day that Excel stores, and no day stays no day', () => {
    expect(dateSerial('17/8/2024')).toBe(45521);
    expect(dateSerial('17-08-2024', { from1904: true })).toBe(44059);
    expect(dateSerial('31/2/2024')).toBeNull();
    expect(dateSerial('12/2023')).toBeNull();
  });

  it('is told from a time and from a number', () => {
    expect(isDateFormat('dd/mm/yyyy')).toBe(true);
    expect(isDateFormat('0.00')).toBe(false);
    expect(isDateFormat('"d"0')).toBe(false);
  });
});

it('shows what is no number as it is', () => {
  expect(shownText(null, '0.00')).toBe('');
  expect(shownText('halo', '0.00')).toBe('halo');
  expect(shownText('3', '"! "0;"! "-0;"! "0;"! "@')).toBe('! 3');
  expect(shownText(true, '0')).toBe('TRUE');
  expect(shownText({ error: '#N/A' }, '0')).toBe('#N/A');
  expect(plainNumber(1e-12)).toBe('1E-12');
});
