import { fieldErrors } from '../../src/taskpane/parts/use-new-worksheet-form';

const fields = { agency: 'Kota Contoh', unit: '', year: '2024', instrument: 'spbe-2020' } as const;

it.each([
  [{}, []],
  [{ agency: '  ' }, ['agency']],
  [{ year: '' }, ['year']],
  [{ year: '24' }, ['year']],
  [{ year: '2017' }, ['year']],
  [{ year: '2018' }, []],
  [{ year: ' 2099 ' }, []],
  [{ year: '2100' }, ['year']],
  [{ year: '2e03' }, ['year']],
  [{ agency: '', year: 'x' }, ['agency', 'year']],
])('asks for an agency and a year of four digits: %j → %j', (change, errors) => {
  expect(fieldErrors({ ...fields, ...change })).toEqual(errors);
});
