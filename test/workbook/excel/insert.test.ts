/** @jest-environment jsdom */
import { excelWorkbook } from '../../../src/workbook/excel/excel-workbook';
import { startExcel } from '../../excel-host/jest';
import { samplePlan } from './sample-plan';

describe.each(['1.9', '1.14'] as const)('insert on ExcelApi %s', (api) => {
  test('puts the whole plan into the workbook in one round trip', async () => {
    const { host, workbook } = await startExcel({ api, locale: 'id-ID' });
    expect(await excelWorkbook().insert(samplePlan)).toEqual({ ok: true, value: undefined });
    expect(host.roundTrips).toBe(1);
    expect(workbook.value('LKE SPBE', 'B6')).toBe('35-1');
    expect(workbook.value('Rekap SPBE', 'B2')).toBe(3);
  });
});
