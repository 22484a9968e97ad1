import {
  asColor,
  asFlag,
  asText,
  changing,
  type HostObject,
  hostObject,
  type Json,
  oneOf,
  type Property,
} from '../host-object';
import { invalidArgument, UnknownCall } from '../errors';
import { type Area, intersection, sameArea } from '../model/area';
import type { Book } from '../model/book';
import type { ConditionalFormat, Sheet } from '../model/sheet';

/** `Excel.ConditionalFormatCollection` of a range: rules by formula only. */
export function conditionalFormats(book: Book, sheet: Sheet, area: Area): HostObject {
  return hostObject({
    type: 'ConditionalFormatCollection',
    item: (id) => {
      const rule = sheet.conditionalFormats.find((candidate) => candidate.id === id);
      return rule ? conditionalFormat(sheet, rule) : null;
    },
    methods: {
      Add: changing((args) => {
        oneOf(args.json(0), ['Custom'], 'conditional format');
        sheet.requireAllowed('allowFormatCells');
        const rule: ConditionalFormat = {
          id: book.newId(),
          area,
          formula: '',
          fontColor: null,
          bold: null,
          fill: null,
          numberFormat: null,
          borders: { Top: null, Bottom: null, Left: null, Right: null },
        };
        sheet.conditionalFormats.push(rule);
        return conditionalFormat(sheet, rule);
      }),
      ClearAll: changing(() => {
        sheet.requireAllowed('allowFormatCells');
        sheet.conditionalFormats = sheet.conditionalFormats.filter((rule) => {
          const cut = intersection(rule.area, area);
          if (cut !== null && !sameArea(cut, rule.area)) throw new UnknownCall('cutting a conditional format');
          return cut === null;
        });
        return null;
      }),
    },
  });
}

function conditionalFormat(sheet: Sheet, rule: ConditionalFormat): HostObject {
  return hostObject({
    type: 'ConditionalFormat',
    id: rule.id,
    children: {
      Custom: () =>
        hostObject({
          type: 'CustomConditionalFormat',
          children: {
            Rule: () =>
              hostObject({ type: 'ConditionalFormatRule', properties: { Formula: property('formula', asFormula) } }),
            Format: () => look(),
          },
        }),
    },
  });

  function property<Field extends 'formula' | 'fontColor' | 'bold' | 'fill' | 'numberFormat'>(
    field: Field,
    parse: (value: Json) => ConditionalFormat[Field],
  ): Property {
    return {
      get: () => rule[field],
      set: (value) => {
        sheet.requireAllowed('allowFormatCells');
        rule[field] = parse(value);
      },
    };
  }

  function look(): HostObject {
    return hostObject({
      type: 'ConditionalRangeFormat',
      properties: { NumberFormat: property('numberFormat', (value) => asText(value, 'number format')) },
      children: {
        Font: () =>
          hostObject({
            type: 'ConditionalRangeFont',
            properties: {
              Color: property('fontColor', (value) => asColor(value, 'font colour')),
              Bold: property('bold', (value) => asFlag(value, 'bold')),
            },
          }),
        Fill: () =>
          hostObject({
            type: 'ConditionalRangeFill',
            properties: { Color: property('fill', (value) => asColor(value, 'fill')) },
          }),
        Borders: () =>
          hostObject({
            type: 'ConditionalRangeBorderCollection',
            children: {
              Top: () => border('Top'),
              Bottom: () => border('Bottom'),
              Left: () => border('Left'),
              Right: () => border('Right'),
            },
          }),
      },
    });
  }

  function border(side: keyof ConditionalFormat['borders']): HostObject {
    return hostObject({
      type: 'ConditionalRangeBorder',
      properties: {
        Style: {
          get: () => (rule.borders[side] === null ? 'None' : 'Continuous'),
          set: (value) => {
            oneOf(value, ['Continuous'], 'border style');
            rule.borders[side] ??= '#000000';
          },
        },
        Color: {
          get: () => rule.borders[side],
          set: (value) => {
            rule.borders[side] = asColor(value, 'border colour');
          },
        },
      },
    });
  }
}

function asFormula(value: Json): string {
  const formula = asText(value, 'formula');
  if (!formula.startsWith('=')) throw invalidArgument('conditional format formula');
  return formula;
}
