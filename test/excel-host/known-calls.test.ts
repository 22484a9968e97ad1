/** The emulated Excel knows what it knows and nothing else. */
import { createExcelHost, type ExcelHost } from './excel-host';

/** One path after the other below the workbook: properties by name, methods with their arguments. */
type Step = string | readonly [string, ...unknown[]];

function request(steps: readonly Step[], action: object): string {
  const paths: Record<string, object> = { 1: { Id: 1, ObjectPathType: 1, Name: '' } };
  steps.forEach((step, index) => {
    const [name, ...args] = typeof step === 'string' ? [step] : step;
    const method = typeof step !== 'string';
    paths[String(index + 2)] = {
      ObjectPathType: method ? 3 : 4,
      Name: name,
      ParentObjectPathId: index + 1,
      ...(method && { ArgumentInfo: { Arguments: args } }),
    };
  });
  const last = steps.length + 1;
  return JSON.stringify({ Actions: [{ Id: 1, ObjectPathId: last, ...action }], ObjectPaths: paths });
}

const A1: readonly Step[] = ['Worksheets', ['GetItemOrNullObject', 'Sheet1'], ['GetRange', 'A1']];

let host: ExcelHost;
beforeEach(async () => {
  host = await createExcelHost({ api: '1.9', locale: 'en-US', readOnly: false });
});

test.each<[string, readonly Step[], object, string]>([
  ['a property', [...A1, 'Hyperlink'], { ActionType: 1 }, 'Range.Hyperlink'],
  ['a method', A1, { ActionType: 3, Name: 'Insert', ArgumentInfo: { Arguments: ['Down'] } }, 'Range.Insert()'],
  ['a method that gives an object', ['Worksheets', ['GetLast']], { ActionType: 1 }, 'WorksheetCollection.GetLast()'],
  ['an argument', ['Worksheets', ['Add', 'Baru', 'Akhir']], { ActionType: 1 }, 'WorksheetCollection.Add: argument 1'],
  [
    'a value that an enumeration does not list',
    [...A1, 'Format'],
    { ActionType: 4, Name: 'HorizontalAlignment', ArgumentInfo: { Arguments: ['Distributed'] } },
    'horizontalAlignment: "Distributed"',
  ],
  [
    'a field of an object argument',
    [...A1, 'DataValidation'],
    { ActionType: 4, Name: 'Rule', ArgumentInfo: { Arguments: [{ wholeNumber: { formula1: 1 } }] } },
    'validation rule: field wholeNumber',
  ],
  ['a property to set', A1, { ActionType: 4, Name: 'Address', ArgumentInfo: { Arguments: ['B2'] } }, 'Range.Address ='],
  ['a property to load', A1, { ActionType: 2, QueryInfo: { Select: ['values', 'text'] } }, 'Range.Text'],
  ['loading everything', A1, { ActionType: 2, QueryInfo: {} }, 'Range.load() without names'],
  ['a kind of action', A1, { ActionType: 9 }, 'action type 9'],
])('%s that is not emulated fails and is noted', (_, steps, action, call) => {
  const response = JSON.parse(host.process(request(steps, action))) as { Error?: { Code: string } };
  expect(response.Error?.Code).toBe('NotImplemented');
  expect(host.unknownCalls).toEqual([call]);
});

test('a service of Office that is not emulated fails and is noted', () => {
  const service = { Id: 1, ObjectPathType: 2, Name: 'Microsoft.DynamicRibbon.DynamicRibbon' };
  host.process(JSON.stringify({ Actions: [{ Id: 1, ActionType: 1, ObjectPathId: 1 }], ObjectPaths: { 1: service } }));
  expect(host.unknownCalls).toEqual(['new Microsoft.DynamicRibbon.DynamicRibbon']);
});

test('an error of Excel itself is no unknown call', () => {
  const response = JSON.parse(host.process(request(['Worksheets', ['Add', 'Sheet1']], { ActionType: 1 }))) as {
    Error?: { Code: string };
  };
  expect(response.Error?.Code).toBe('ItemAlreadyExists');
  expect(host.unknownCalls).toEqual([]);
});
