import { commandOf } from '../../../src/standalone/grid/keys';

const NO_MODIFIERS = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const press = (key: string, modifiers: Partial<typeof NO_MODIFIERS> = {}) =>
  commandOf({ key, ...NO_MODIFIERS, ...modifiers });

it.each([
  [press('ArrowDown'), { kind: 'move', rows: 1, columns: 0, extend: false }],
  [press('ArrowLeft', { shiftKey: true }), { kind: 'move', rows: 0, columns: -1, extend: true }],
  [press('ArrowRight', { ctrlKey: true }), { kind: 'leap', rows: 0, columns: 1, extend: false }],
  [press('ArrowDown', { altKey: true }), { kind: 'edit' }],
  [press('F2'), { kind: 'edit' }],
  [press('Enter', { shiftKey: true }), { kind: 'enter', back: true }],
  [press('Tab'), { kind: 'tab', back: false }],
  [press('PageDown'), { kind: 'page', direction: 1, extend: false }],
  [press('Home', { ctrlKey: true }), { kind: 'sheet-start', extend: false }],
  [press('3'), { kind: 'type', text: '3' }],
  [press('ä'), { kind: 'type', text: 'ä' }],
  [press('z', { metaKey: true }), { kind: 'undo' }],
  [press('Z', { ctrlKey: true, shiftKey: true }), { kind: 'redo' }],
  [press('y', { ctrlKey: true }), { kind: 'redo' }],
  [press('d', { ctrlKey: true }), { kind: 'fill-down' }],
  [press('a', { ctrlKey: true }), { kind: 'select-all' }],
  // AltGr, which Windows reports as both, writes "@" on many keyboards.
  [press('@', { ctrlKey: true, altKey: true }), { kind: 'type', text: '@' }],
])('means %#', (command, expected) => {
  expect(command).toEqual(expected);
});

it('leaves to the browser what is the browser’s', () => {
  const keys = [
    press('F5'),
    press('Shift', { shiftKey: true }),
    press('c', { ctrlKey: true }),
    press('Tab', { ctrlKey: true }),
  ];
  expect([...keys, press('r', { ctrlKey: true }), press('d', { altKey: true })]).toEqual(Array(6).fill(null));
});
