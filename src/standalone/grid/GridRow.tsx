import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';
import type { GridTexts } from '../../i18n/grid';
import type { Severity } from '../../worksheet/finding';
import { a1 } from '../../worksheet/address';
import { alignOf, boxStyle, fittingText, linesOf, PAPER, spillWidth, textStyle } from './cell-look';
import { closedBecause, type Editable } from './entries';
import { type Mark, markKey } from './marks';
import { mergeAt } from './selection';

/** Width of the row numbers, and height of the column letters. */
export const HEADING = { width: 46, height: 24 } as const;
/** Excel's blue of this product on white paper, in every theme. */
const ACCENT = '#0F6CBD';

const useStyles = makeStyles({
  row: { display: 'flex', width: '100%' },
  frozen: { position: 'sticky', left: 0, flexShrink: 0, zIndex: 2, backgroundColor: PAPER },
  edge: { borderRight: '1px solid #8A8A8A', boxSizing: 'border-box' },
  rest: { position: 'relative', flexShrink: 0 },
  cell: {
    position: 'absolute',
    top: 0,
    display: 'flex',
    boxSizing: 'border-box',
    padding: '0 3px',
    overflow: 'hidden',
    cursor: 'cell',
    outlineStyle: 'none',
    lineHeight: 1.25,
    overflowWrap: 'break-word',
  },
  text: { flexGrow: 1, minWidth: 0 },
  spill: { overflow: 'visible', zIndex: 1 },
  spilt: { flexShrink: 0, overflow: 'hidden' },
  chosen: {
    '::after': {
      content: '""',
      position: 'absolute',
      inset: 0,
      backgroundColor: 'rgba(15, 108, 189, 0.16)',
      pointerEvents: 'none',
      '@media (forced-colors: active)': { backgroundColor: 'transparent', border: '1px dashed Highlight' },
    },
  },
  active: {
    zIndex: 2,
    outline: `2px solid ${ACCENT}`,
    outlineOffset: '-2px',
    ':focus-visible': { outline: `2px solid ${ACCENT}`, boxShadow: `0 0 0 1px ${PAPER}` },
    '@media (forced-colors: active)': { outline: '3px solid Highlight' },
  },
  edited: { overflow: 'visible', zIndex: 5 },
  marked: { paddingRight: '11px' },
  corner: { position: 'absolute', top: 0, right: 0, width: '10px', height: '10px', pointerEvents: 'none' },
  stale: { fontStyle: 'italic', opacity: 0.75 },
  staleMark: {
    position: 'absolute',
    left: '2px',
    top: 0,
    fontSize: '10px',
    lineHeight: '12px',
    color: '#424242',
    pointerEvents: 'none',
    '@media (forced-colors: active)': { color: 'CanvasText' },
  },
});

/** The numbers and letters around a sheet: of the page, not of the paper. */
export const useHeadingStyles = makeStyles({
  heading: {
    position: 'absolute',
    top: 0,
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    cursor: 'default',
  },
  here: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { textDecorationLine: 'underline' },
  },
});

/** Where columns begin, and which are drawn. */
export interface Geometry {
  readonly columnOffsets: readonly number[];
  readonly frozenColumns: number;
  readonly leftColumns: readonly number[];
  readonly rightColumns: readonly number[];
  readonly rowOffsets: readonly number[];
}

interface Props {
  readonly row: number;
  /** Null for a frozen row, which follows the one above it. */
  readonly top: number | null;
  readonly geometry: Geometry;
  readonly sheet: Editable;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly uncalculated: ReadonlySet<string>;
  readonly texts: GridTexts;
  /** The chosen columns of this row; 0 for none. */
  readonly firstChosen: number;
  readonly lastChosen: number;
  readonly activeColumn: number;
  /** What the active cell is edited with, where it is in this row. */
  readonly editor: ReactNode;
}

/** One row: its number, its frozen cells, and those of the others that are in view. */
export const GridRow = memo(function GridRow(props: Props) {
  const styles = useStyles();
  const { row, top, geometry, lastChosen } = props;
  const headings = useHeadingStyles();
  const { columnOffsets, frozenColumns, leftColumns, rightColumns, rowOffsets } = geometry;
  const frozenWidth = columnOffsets[frozenColumns] ?? 0;
  const height = (rowOffsets[row] ?? 0) - (rowOffsets[row - 1] ?? 0);
  const total = columnOffsets.at(-1) ?? 0;
  return (
    <div
      role="row"
      aria-rowindex={row}
      className={styles.row}
      style={top === null ? { height, position: 'relative' } : { height, position: 'absolute', top, left: 0 }}
    >
      <div
        role="presentation"
        className={mergeClasses(styles.frozen, frozenColumns > 0 && styles.edge)}
        style={{ width: HEADING.width + frozenWidth, height }}
      >
        <div
          role="rowheader"
          className={mergeClasses(headings.heading, lastChosen > 0 && headings.here)}
          style={{ left: 0, width: HEADING.width, height }}
        >
          {row}
        </div>
        {leftColumns.map((column) => (
          <GridCell key={column} {...props} column={column} left={HEADING.width + (columnOffsets[column - 1] ?? 0)} />
        ))}
      </div>
      <div role="presentation" className={styles.rest} style={{ width: total - frozenWidth, height }}>
        {rightColumns.map((column) => (
          <GridCell key={column} {...props} column={column} left={(columnOffsets[column - 1] ?? 0) - frozenWidth} />
        ))}
      </div>
    </div>
  );
});

function GridCell({
  row,
  column,
  left,
  geometry,
  sheet,
  marks,
  uncalculated,
  texts,
  firstChosen,
  lastChosen,
  activeColumn,
  editor,
}: Props & { readonly column: number; readonly left: number }) {
  const styles = useStyles();
  const merge = mergeAt(sheet.view, { row, column });
  // Only the first of merged cells is drawn, over all of them.
  if (merge !== undefined && (merge.firstRow !== row || merge.firstColumn !== column)) return null;
  const { columnOffsets, rowOffsets } = geometry;
  const [lastRow, lastColumn] = [merge?.lastRow ?? row, merge?.lastColumn ?? column];
  const width = (columnOffsets[Math.min(lastColumn, columnOffsets.length - 1)] ?? 0) - (columnOffsets[column - 1] ?? 0);
  const height = (rowOffsets[Math.min(lastRow, rowOffsets.length - 1)] ?? 0) - (rowOffsets[row - 1] ?? 0);
  const held = sheet.cell(row, column);
  const active = column === activeColumn;
  const chosen = column >= firstChosen && column <= lastChosen;
  const mark = marks.get(markKey(row, column));
  const stale = uncalculated.has(`${sheet.view.sheet}!${a1(row, column)}`);
  const closed = closedBecause(sheet, { row, column });
  const align = alignOf(held);
  const reach = merge === undefined ? spillWidth(held, sheet, row, column, width) : width;
  const spills = reach > width;
  const notes = [...(mark?.sentences ?? []), ...(stale ? [texts.uncalculated] : [])].join(' ');
  const edited = active && editor !== null;
  return (
    <div
      role="gridcell"
      data-cell={a1(row, column)}
      tabIndex={active ? 0 : -1}
      aria-colindex={column}
      aria-selected={chosen}
      aria-readonly={closed !== null}
      {...(lastColumn > column && { 'aria-colspan': lastColumn - column + 1 })}
      {...(lastRow > row && { 'aria-rowspan': lastRow - row + 1 })}
      {...(notes !== '' && { 'aria-description': notes, title: notes })}
      className={mergeClasses(
        styles.cell,
        spills && styles.spill,
        mark !== undefined && align === 'right' && styles.marked,
        chosen && !active && styles.chosen,
        active && styles.active,
        edited && styles.edited,
      )}
      style={{ left, width, height, ...boxStyle(held.look, linesOf(sheet, lastRow, lastColumn)) }}
    >
      {edited ? (
        editor
      ) : (
        <span
          className={mergeClasses(spills ? styles.spilt : styles.text, stale && styles.stale)}
          style={{
            ...textStyle(held.look, align),
            // Over the gridlines of the blank cells that it reaches over.
            ...(spills && { maxWidth: reach - 6, ...(held.look.fill === null && { backgroundColor: PAPER }) }),
          }}
        >
          {fittingText(held, sheet, width)}
        </span>
      )}
      {stale && (
        <span aria-hidden className={styles.staleMark}>
          ↻
        </span>
      )}
      {mark !== undefined && <Corner severity={mark.severity} />}
    </div>
  );
}

/** A form for each severity, so that no colour has to be told from another. */
const CORNERS: Readonly<Record<Severity, ReactNode>> = {
  error: <path d="M0 0H10V10Z" fill="#C50F1F" />,
  warning: <path d="M1.5 .8H9.2V8.5Z" fill="#FFFFFF" stroke="#BC4B09" strokeWidth="1.6" />,
  hint: <circle cx="6.8" cy="3.2" r="2.6" fill="#0F6CBD" />,
};

function Corner({ severity }: { readonly severity: Severity }) {
  const styles = useStyles();
  return (
    <svg aria-hidden viewBox="0 0 10 10" className={styles.corner}>
      {CORNERS[severity]}
    </svg>
  );
}
