import { itemNotFound } from '../errors';
import { asFlag, asNumber, asText, changing, type HostObject, hostObject, oneOf, reading } from '../host-object';
import { boundingArea } from '../model/area';
import type { Book } from '../model/book';
import type { Chart, Sheet } from '../model/sheet';
import { rangeArgument } from './range';

/** `Excel.ChartCollection` of a sheet. */
export function charts(book: Book, sheet: Sheet): HostObject {
  const find = (key: string): HostObject | null => {
    const found = sheet.charts.find((candidate) => candidate.id === key || candidate.name === key);
    return found ? chart(book, sheet, found) : null;
  };
  return hostObject({
    type: 'ChartCollection',
    items: () => sheet.charts.map((each) => chart(book, sheet, each)),
    item: find,
    methods: {
      // Of several with one name the first.
      GetItem: reading((args) => {
        const found = find(args.text(0));
        if (found === null) throw itemNotFound(args.text(0));
        return found;
      }),
      Add: changing((args) => {
        sheet.requireAllowed('allowEditObjects');
        const added: Chart = {
          id: book.newId(),
          type: oneOf(args.json(0), ['Radar', 'BarClustered'], 'chart type'),
          source: rangeArgument(book, sheet, args, 1),
          seriesBy: oneOf(args.json(2), ['Columns', 'Rows'], 'seriesBy'),
          name: `Chart ${String(sheet.charts.length + 1)}`,
          title: '',
          legendVisible: true,
          position: null,
          axisMinimum: null,
          axisMaximum: null,
        };
        sheet.charts.push(added);
        return chart(book, sheet, added);
      }),
    },
  });
}

function chart(book: Book, sheet: Sheet, state: Chart): HostObject {
  const change = (edit: () => void): void => {
    sheet.requireAllowed('allowEditObjects');
    edit();
  };
  return hostObject({
    type: 'Chart',
    id: state.id,
    properties: {
      Name: {
        get: () => state.name,
        set: (value) => {
          change(() => (state.name = asText(value, 'chart name')));
        },
      },
    },
    children: {
      Title: () =>
        hostObject({
          type: 'ChartTitle',
          properties: {
            Text: {
              get: () => state.title,
              set: (value) => {
                change(() => (state.title = asText(value, 'chart title')));
              },
            },
          },
        }),
      Legend: () =>
        hostObject({
          type: 'ChartLegend',
          properties: {
            Visible: {
              get: () => state.legendVisible,
              set: (value) => {
                change(() => (state.legendVisible = asFlag(value, 'legend')));
              },
            },
          },
        }),
      Axes: () => hostObject({ type: 'ChartAxes', children: { ValueAxis: () => valueAxis() } }),
    },
    methods: {
      SetPosition: changing((args) => {
        const position = boundingArea(rangeArgument(book, sheet, args, 0), rangeArgument(book, sheet, args, 1));
        change(() => (state.position = position));
        return null;
      }),
      Delete: changing(() => {
        change(() => (sheet.charts = sheet.charts.filter((other) => other !== state)));
        return null;
      }),
    },
  });

  function valueAxis(): HostObject {
    return hostObject({
      type: 'ChartAxis',
      properties: {
        Minimum: {
          get: () => state.axisMinimum,
          set: (value) => {
            change(() => (state.axisMinimum = asNumber(value, 'axis minimum')));
          },
        },
        Maximum: {
          get: () => state.axisMaximum,
          set: (value) => {
            change(() => (state.axisMaximum = asNumber(value, 'axis maximum')));
          },
        },
      },
    });
  }
}
