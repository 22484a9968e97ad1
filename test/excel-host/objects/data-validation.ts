import { asFlag, asText, changing, fields, type HostObject, hostObject, type Json } from '../host-object';
import { type Area, cellsOf } from '../model/area';
import type { Sheet } from '../model/sheet';
import { assertWithinLimits, NO_VALIDATION, type Validation } from '../model/validation';

/** `Excel.DataValidation` of a range: lists only. */
export function dataValidation(sheet: Sheet, area: Area): HostObject {
  const first = (): Validation => sheet.cell(area.firstRow, area.firstColumn).validation ?? NO_VALIDATION;
  const change = (edit: (validation: Validation) => Validation | null): void => {
    sheet.requireAllowed(null);
    for (const { row, column, cell } of sheet.cellsIn(area)) {
      const validation = edit(cell.validation ?? NO_VALIDATION);
      if (validation) assertWithinLimits(validation);
      sheet.setCell(row, column, { ...cell, validation });
    }
  };
  return hostObject({
    type: 'DataValidation',
    properties: {
      Type: { get: () => typeOf() },
      Rule: {
        get: () => {
          const { list } = first();
          return list === null ? {} : { list: { inCellDropDown: true, source: list } };
        },
        set: (value) => {
          const list = listSource(value);
          change((validation) => ({ ...validation, list }));
        },
      },
      IgnoreBlanks: {
        get: () => first().ignoreBlanks,
        set: (value) => {
          const ignoreBlanks = asFlag(value, 'ignoreBlanks');
          change((validation) => ({ ...validation, ignoreBlanks }));
        },
      },
      Prompt: {
        get: () => ({ ...first().prompt }),
        set: (value) => {
          const { title, message, showPrompt } = fields(value, ['title', 'message', 'showPrompt'], 'prompt');
          const prompt = {
            title: text(title),
            message: text(message),
            showPrompt: asFlag(showPrompt ?? null, 'showPrompt'),
          };
          change((validation) => ({ ...validation, prompt }));
        },
      },
      ErrorAlert: {
        get: () => ({ ...first().errorAlert }),
        set: (value) => {
          const { title, message, style, showAlert } = fields(
            value,
            ['title', 'message', 'style', 'showAlert'],
            'errorAlert',
          );
          const errorAlert = {
            title: text(title),
            message: text(message),
            style: text(style),
            showAlert: asFlag(showAlert ?? null, 'showAlert'),
          };
          change((validation) => ({ ...validation, errorAlert }));
        },
      },
    },
    methods: {
      Clear: changing(() => {
        change(() => null);
        return null;
      }),
    },
  });

  /** One word for all cells: none restricted, all by lists, by different lists, or only some of them. */
  function typeOf(): string {
    const lists = [...cellsOf(area)].map(({ row, column }) => sheet.cell(row, column).validation?.list ?? null);
    if (lists.every((list) => list === null)) return 'None';
    if (lists.includes(null)) return 'MixedCriteria';
    return new Set(lists).size === 1 ? 'List' : 'Inconsistent';
  }
}

const text = (value: Json | undefined): string => asText(value ?? null, 'validation text');

function listSource(value: Json): string {
  const { list } = fields(value, ['list'], 'validation rule');
  const { source, inCellDropDown } = fields(list ?? null, ['source', 'inCellDropDown'], 'validation list');
  asFlag(inCellDropDown ?? null, 'inCellDropDown');
  return text(source);
}
