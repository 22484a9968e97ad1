/** However a program writes a sheet's tags, the same cells are read. */
import fc from 'fast-check';
import { a1 } from '../../../src/worksheet/address';
import { container, foreignParts, PLAIN_STYLES } from './foreign-workbook';
import { snapshotOf } from './reading';

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly type: string | null;
  readonly format: number | null;
  readonly content: string;
}

/** How one program writes a tag. */
interface Style {
  readonly prefix: string;
  readonly quote: string;
  readonly gap: string;
  readonly order: readonly ('r' | 's' | 't')[];
  readonly address: (address: string) => string;
  /** A blank cell in one tag or in two. */
  readonly short: boolean;
  readonly between: string;
}

const PLAIN: Style = {
  prefix: '',
  quote: '"',
  gap: ' ',
  order: ['r', 's', 't'],
  address: (address) => address,
  short: true,
  between: '',
};

const FORMATS = ['General', '0.00', 'dd/mm/yyyy'];
const STYLES = `<numFmts>${FORMATS.map((code, index) => `<numFmt numFmtId="${String(200 + index)}" formatCode="${code}"/>`).join('')}</numFmts>${PLAIN_STYLES.replace(
  /<cellXfs.*<\/cellXfs>/,
  '',
)}<cellXfs>${FORMATS.map((_, index) => `<xf numFmtId="${String(200 + index)}"/>`).join('')}</cellXfs>`;
const SHARED = '<si><t>satu</t></si><si><r><t>du</t></r><r><t>a</t></r></si><si/>';

const cell = fc.record<Cell>({
  row: fc.integer({ min: 1, max: 12 }),
  column: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(26, 27, 99, 100, 101, 703)),
  type: fc.constantFrom(null, 'n', 's', 'str', 'b', 'e', 'inlineStr'),
  format: fc.constantFrom(null, 0, 1, 2, 7),
  content: fc.constantFrom(
    ...['', '<v>3</v>', '<v>0</v>', '<v>1</v>', '<v>1.3</v>', '<v>12345678</v>', '<v>-2</v>', '<v/>', '<v> 2 </v>'],
    ...['<v>a &amp;amp; &lt;b&gt;</v>', '<f>B1&lt;&gt;""</f><v>1</v>', '<f t="shared" si="0"/><v>2</v>', '<f>A1</f>'],
    ...[
      '<is><t>teks</t></is>',
      '<is><t xml:space="preserve"> a </t></is>',
      '<is/>',
      '<is><t/></is>',
      '<is><t></t></is>',
    ],
    '<is><r><t>te</t></r><r><rPr><b/></rPr><t>ks</t></r><rPh><t>bunyi</t></rPh></is>',
    '<is><t><![CDATA[<1>&amp;</1>]]><!-- bukan --></t></is>',
  ),
});

const style = fc.record<Style>({
  prefix: fc.constantFrom('', 'x:'),
  quote: fc.constantFrom('"', "'"),
  gap: fc.constantFrom(' ', '  ', '\n', '\t'),
  order: fc.constantFrom(['r', 's', 't'], ['t', 's', 'r'], ['s', 'r', 't']),
  address: fc.constantFrom<Style['address']>(
    (address) => address,
    (address) => address.toLowerCase(),
    (address) => address.replace(/(?=\d)/, '$'),
    (address) => address.replace('1', '&#49;'),
  ),
  short: fc.boolean(),
  between: fc.constantFrom('', '\n  ', '<!-- c r="Z9" -->', '<?pi?>'),
});

function written(cells: readonly Cell[], style: Style): string {
  const { prefix, quote, gap, between } = style;
  const attribute = (name: string, value: string | number | null): string =>
    value === null ? '' : `${gap}${name}=${quote}${String(value)}${quote}`;
  const tag = ({ row, column, type, format, content }: Cell): string => {
    const values = { r: style.address(a1(row, column)), s: format, t: type };
    const attributes = style.order.map((name) => attribute(name, values[name])).join('');
    if (content === '' && style.short) return `<${prefix}c${attributes}/>`;
    const inside = content.replaceAll(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`);
    return `<${prefix}c${attributes}>${inside}</${prefix}c>`;
  };
  const rows = [...new Set(cells.map(({ row }) => row))].sort((one, other) => one - other);
  return rows
    .map((row) => {
      const own = cells.filter((each) => each.row === row).map(tag);
      return `<${prefix}row${attribute('r', row)}>${own.join(between)}</${prefix}row>${between}`;
    })
    .join('');
}

async function read(cells: readonly Cell[], style: Style): Promise<unknown> {
  const { prefix } = style;
  const prefixed = (xml: string) => xml.replaceAll(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`);
  const parts = foreignParts({
    prefix,
    sheets: { Satu: written(cells, style) },
    sharedStrings: prefixed(SHARED),
    styles: prefixed(STYLES),
  });
  return snapshotOf(container(parts)).catch((error: unknown) => String(error));
}

test('prefixes, quotes, gaps, the order of attributes and the spelling of addresses change nothing', async () => {
  const cells = fc.uniqueArray(cell, {
    selector: ({ row, column }) => `${String(row)} ${String(column)}`,
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(cells, style, async (some, other) => {
      expect(await read(some, other)).toEqual(await read(some, PLAIN));
    }),
    { numRuns: 400 },
  );
});
