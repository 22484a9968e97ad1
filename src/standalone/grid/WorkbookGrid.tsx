import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DismissRegular, ErrorCircleFilled, InfoFilled, WarningFilled } from '@fluentui/react-icons';
import { type PointerEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { describeError } from '../../app/describe';
import type { GridTexts } from '../../i18n/grid';
import { useLanguage } from '../../taskpane/parts/language';
import { PlaceButtons } from '../../taskpane/parts/PlaceButtons';
import { columnLetters, parseA1, rangeAddress } from '../../worksheet/address';
import { FONT_NAME } from '../../worksheet/styles';
import type { Finding } from '../../worksheet/finding';
import { cellKey, type LiveFile } from '../live-file';
import { CellEditor } from './CellEditor';
import { PAPER } from './cell-look';
import { ContentLine } from './ContentLine';
import type { Editable } from './entries';
import { type Geometry, GridRow, HEADING, useHeadingStyles } from './GridRow';
import { type Message, messageOf, useGridTexts } from './grid-texts';
import { commandOf } from './keys';
import { markKey, marksOf } from './marks';
import { type SheetControl, useSheet } from './use-sheet';
import { frozenCount, frozenLines, offsetsOf, scrollTo, visibleLines } from './visible-range';

const useStyles = makeStyles({
  whole: {
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    height: '100%',
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  stage: { position: 'relative', flexGrow: 1, minHeight: 0, display: 'flex' },
  scroller: { flexGrow: 1, minWidth: 0, overflow: 'auto', backgroundColor: '#E6E6E6', overscrollBehavior: 'contain' },
  sheet: {
    position: 'relative',
    backgroundColor: PAPER,
    color: '#000000',
    colorScheme: 'light',
    fontFamily: `${FONT_NAME}, Carlito, 'Segoe UI', system-ui, sans-serif`,
    userSelect: 'none',
    outlineStyle: 'none',
  },
  top: { position: 'sticky', top: 0, zIndex: 3, backgroundColor: PAPER },
  frozenEdge: { boxShadow: '0 1px 0 #8A8A8A' },
  headings: { display: 'flex' },
  left: { position: 'sticky', left: 0, flexShrink: 0, zIndex: 2 },
  right: { position: 'relative', flexShrink: 0 },
  all: { width: '100%', height: '100%', padding: 0, border: 'none', backgroundColor: 'transparent', cursor: 'pointer' },
  body: { position: 'relative' },
  bottom: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `2px ${tokens.spacingHorizontalXS}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  status: {
    flexGrow: 1,
    minWidth: 0,
    textAlign: 'right',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  message: {
    position: 'absolute',
    zIndex: 8,
    bottom: '20px',
    left: '56px',
    right: '20px',
    maxWidth: '560px',
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    overflowWrap: 'anywhere',
  },
  words: { flexGrow: 1, minWidth: 0 },
  title: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0, fontSize: '20px' },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  info: { color: tokens.colorBrandForeground1 },
  unreadable: { padding: tokens.spacingHorizontalL },
});

const NO_FINDINGS: readonly Finding[] = [];

interface Props {
  readonly file: LiveFile;
  /** What was found in the file, or nothing where it holds no assessment. */
  readonly findings?: readonly Finding[];
}

/** The open file's sheets, to look at and to type into. */
export function WorkbookGrid({ file, findings = NO_FINDINGS }: Props) {
  const styles = useStyles();
  const texts = useGridTexts();
  const { language } = useLanguage();
  const control = useSheet(file);
  const { sheet, editable, live, selection, range, said } = control;
  const { row, column } = selection.active;
  const marks = useMemo(() => marksOf(findings, sheet, language), [findings, sheet, language]);
  const [returns, setReturns] = useState(0);
  const whole = useRef<HTMLDivElement>(null);
  const { shown } = live;
  useEffect(() => {
    // On a narrow screen the sheet lies below the pane.
    if (shown !== null) whole.current?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  /** The message's button goes with it: the keyboard is back on the sheet. */
  const dismiss = (): void => {
    control.dismiss();
    setReturns(returns + 1);
  };
  const names = file.workbook.sheetNames();
  const message =
    live.refused === null
      ? said === null
        ? null
        : messageOf(said, texts)
      : refusalOf(describeError(live.refused, language));
  const quiet = message?.intent === 'info' ? message.text : null;
  const count = (range.lastRow - range.firstRow + 1) * (range.lastColumn - range.firstColumn + 1);
  const status = [
    quiet ?? (selection.active === selection.end ? '' : texts.selected(rangeAddress(range), count)),
    live.uncalculated.size > 0 ? texts.uncalculatedCount(live.uncalculated.size) : '',
    editable?.view.hasDrawings === true ? texts.drawings : '',
  ];
  return (
    <div ref={whole} className={styles.whole}>
      <ContentLine
        control={control}
        texts={texts}
        mark={marks.get(markKey(row, column))}
        isUncalculated={live.uncalculated.has(cellKey({ sheet, row, column }))}
        onReturn={() => setReturns(returns + 1)}
      />
      <div className={styles.stage}>
        {editable === null ? (
          <div className={styles.unreadable}>{texts.cannotShow}</div>
        ) : (
          <Sheet key={sheet} control={control} editable={editable} texts={texts} marks={marks} returns={returns} />
        )}
        {message !== null && quiet === null && (
          <MessageStrip message={message} dismiss={texts.dismiss} onDismiss={dismiss} />
        )}
      </div>
      <div className={styles.bottom}>
        <PlaceButtons
          label={texts.sheets}
          places={(names.includes(sheet) ? names : [...names, sheet]).map((name) => [name, name] as const)}
          place={sheet}
          onGo={control.goTo}
        />
        <div role="status" className={styles.status}>
          {status.filter((sentence) => sentence !== '').join(' · ')}
        </div>
      </div>
    </div>
  );
}

function refusalOf({ message, remedy }: { readonly message: string; readonly remedy: string }): Message {
  return { intent: 'error', title: message, text: remedy };
}

const ICONS = { error: ErrorCircleFilled, warning: WarningFilled, info: InfoFilled } as const;

interface MessageStripProps {
  readonly message: Message;
  readonly dismiss: string;
  readonly onDismiss: () => void;
}

/** Over the sheet, so that nothing below it moves. */
function MessageStrip({ message, dismiss, onDismiss }: MessageStripProps) {
  const styles = useStyles();
  const Icon = ICONS[message.intent];
  return (
    <div role="alert" className={styles.message}>
      <Icon className={mergeClasses(styles.icon, styles[message.intent])} />
      <div className={styles.words}>
        {message.title !== null && <span className={styles.title}>{message.title}</span>}
        {message.text}
      </div>
      <Button
        size="small"
        appearance="transparent"
        aria-label={dismiss}
        icon={<DismissRegular />}
        onClick={onDismiss}
      />
    </div>
  );
}

interface SheetProps {
  readonly control: SheetControl;
  readonly editable: Editable;
  readonly texts: GridTexts;
  readonly marks: ReturnType<typeof marksOf>;
  /** Counted up whenever the focus is to come back to the sheet. */
  readonly returns: number;
}

/** What a view without a size (before the first measure) is taken for. */
const ASSUMED = { width: 480, height: 300 };

function Sheet({ control, editable, texts, marks, returns }: SheetProps) {
  const styles = useStyles();
  const headings = useHeadingStyles();
  const { view } = editable;
  const { selection, range, editing, live } = control;
  const { active, end } = selection;
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  /** Escape was pressed: the next tabulator leaves the sheet. */
  const leaving = useRef(false);
  const [size, setSize] = useState(ASSUMED);
  const [scroll, setScroll] = useState({ left: 0, top: 0 });
  const follow = useCallback(({ scrollLeft: left, scrollTop: top }: Element): void => {
    setScroll((known) => (known.left === left && known.top === top ? known : { left, top }));
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0)
        setSize((known) => (known.width === width && known.height === height ? known : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const rowOffsets = useMemo(() => offsetsOf(view.rowHeights), [view.rowHeights]);
  const columnOffsets = useMemo(() => offsetsOf(view.columnWidths), [view.columnWidths]);
  const inner = { width: size.width - HEADING.width, height: size.height - HEADING.height };
  const frozenRows = frozenCount(rowOffsets, view.frozenRows, inner.height);
  const frozenColumns = frozenCount(columnOffsets, view.frozenColumns, inner.width);
  const across = {
    scroll: scroll.left,
    size: inner.width - (columnOffsets[frozenColumns] ?? 0),
    frozen: frozenColumns,
  };
  const down = { scroll: scroll.top, size: inner.height - (rowOffsets[frozenRows] ?? 0), frozen: frozenRows };
  // The active cell is drawn wherever it is, to keep the focus; so are the beginnings of merged cells that reach into view.
  const rows = visibleLines(rowOffsets, down, [
    active.row,
    ...view.merges
      .filter(({ lastRow }) => (rowOffsets[lastRow] ?? 0) >= down.scroll)
      .map(({ firstRow }) => firstRow)
      .slice(0, MAX_MERGES_DRAWN),
  ]);
  const columns = visibleLines(columnOffsets, across, [
    active.column,
    ...view.merges.slice(0, MAX_MERGES_DRAWN).map(({ firstColumn }) => firstColumn),
  ]);
  const geometry = useGeometry(columnOffsets, rowOffsets, frozenColumns, columns.join());
  const [totalWidth, totalHeight] = [columnOffsets.at(-1) ?? 0, rowOffsets.at(-1) ?? 0];
  const frozenWidth = columnOffsets[frozenColumns] ?? 0;

  // The end that moves is kept in view.
  const aim = useRef({ across, down });
  useLayoutEffect(() => {
    aim.current = { across, down };
  });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    element.scrollLeft = scrollTo(columnOffsets, end.column, { ...aim.current.across, scroll: element.scrollLeft });
    element.scrollTop = scrollTo(rowOffsets, end.row, { ...aim.current.down, scroll: element.scrollTop });
    // Not by the event, which comes a frame later: nothing is seen half drawn.
    follow(element);
  }, [end, columnOffsets, rowOffsets, size, follow]);

  // Roving focus: it follows the active cell as long as it is on the sheet at all, and comes back when asked to.
  const isEditing = editing?.where === 'cell';
  const hasFocus = useRef(false);
  useEffect(() => {
    if (isEditing || !hasFocus.current) return;
    grid.current?.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]')?.focus({ preventScroll: true });
  }, [active, isEditing]);
  useEffect(() => {
    if (returns === 0) return;
    hasFocus.current = true;
    const cell = '[role=gridcell][tabindex="0"]';
    const held =
      grid.current?.querySelector<HTMLElement>('[data-editor]') ?? grid.current?.querySelector<HTMLElement>(cell);
    held?.focus({ preventScroll: true });
  }, [returns]);

  const cellOf = (target: EventTarget): ReturnType<typeof parseA1> => {
    const element = target instanceof Element ? target.closest('[data-cell], [data-editor]') : null;
    return element === null ? null : parseA1(element.getAttribute('data-cell') ?? '');
  };
  const point = (event: PointerEvent, extend: boolean): void => {
    const cell = cellOf(event.target);
    if (cell !== null) control.choose(cell, extend);
  };

  const rowProps = (row: number) => {
    const isIn = row >= range.firstRow && row <= range.lastRow;
    const isActive = row === active.row;
    return {
      row,
      geometry,
      sheet: editable,
      marks,
      uncalculated: live.uncalculated,
      texts,
      firstChosen: isIn ? range.firstColumn : 0,
      lastChosen: isIn ? range.lastColumn : 0,
      activeColumn: isActive ? active.column : 0,
      editor: isActive && isEditing ? <CellEditor control={control} texts={texts} /> : null,
    };
  };
  const columnHeading = (column: number, left: number) => (
    <div
      key={column}
      role="columnheader"
      aria-colindex={column}
      className={mergeClasses(
        headings.heading,
        column >= range.firstColumn && column <= range.lastColumn && headings.here,
      )}
      style={{ left, width: view.columnWidths[column - 1] ?? 0, height: HEADING.height }}
    >
      {columnLetters(column)}
    </div>
  );

  return (
    <div ref={scroller} className={styles.scroller} onScroll={({ currentTarget }) => follow(currentTarget)}>
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={texts.sheet(view.sheet)}
        aria-rowcount={view.rowHeights.length}
        aria-colcount={view.columnWidths.length}
        aria-multiselectable
        aria-describedby="cell-note"
        className={styles.sheet}
        style={{ width: HEADING.width + totalWidth, height: HEADING.height + totalHeight }}
        onFocus={() => {
          hasFocus.current = true;
        }}
        onBlur={({ currentTarget, relatedTarget }) => {
          // A cell that is scrolled away takes the focus along, and gets it back when it is drawn again.
          if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) hasFocus.current = false;
        }}
        onPointerDown={(event) => {
          if (event.button === 0) point(event, event.shiftKey);
        }}
        onMouseDown={(event) => {
          // Here still open only where it is refused: the keyboard stays in it.
          if (isEditing && cellOf(event.target) !== null) event.preventDefault();
        }}
        onPointerMove={(event) => {
          if (event.buttons === 1 && event.pointerType === 'mouse' && !isEditing) point(event, true);
        }}
        onDoubleClick={({ target }) => {
          if (cellOf(target) !== null) control.beginEditing('cell');
        }}
        onKeyDown={(event) => {
          const command = commandOf(event);
          if (command === null || isEditing) return;
          const leaves = command.kind === 'tab' && leaving.current;
          leaving.current = command.kind === 'leave';
          if (leaves) return;
          const page = Math.max(1, Math.floor(down.size / (view.rowHeights[active.row - 1] || 20)) - 1);
          if (control.act(command, page)) event.preventDefault();
        }}
        onCopy={(event) => {
          if (isEditing) return;
          event.preventDefault();
          event.clipboardData.setData('text/plain', control.copy(false));
        }}
        onCut={(event) => {
          if (isEditing) return;
          event.preventDefault();
          event.clipboardData.setData('text/plain', control.copy(true));
        }}
        onPaste={(event) => {
          if (isEditing) return;
          event.preventDefault();
          control.paste(event.clipboardData.getData('text/plain'));
        }}
      >
        <div role="rowgroup" className={mergeClasses(styles.top, frozenRows > 0 && styles.frozenEdge)}>
          <div role="row" className={styles.headings} style={{ height: HEADING.height }}>
            <div
              role="presentation"
              className={styles.left}
              style={{ width: HEADING.width + frozenWidth, height: HEADING.height }}
            >
              <div
                role="columnheader"
                className={headings.heading}
                style={{ left: 0, width: HEADING.width, height: HEADING.height }}
              >
                <button
                  type="button"
                  tabIndex={-1}
                  aria-label={texts.selectAll}
                  className={styles.all}
                  onClick={() => control.act({ kind: 'select-all' }, 1)}
                />
              </div>
              {geometry.leftColumns.map((column) =>
                columnHeading(column, HEADING.width + (columnOffsets[column - 1] ?? 0)),
              )}
            </div>
            <div
              role="presentation"
              className={styles.right}
              style={{ width: totalWidth - frozenWidth, height: HEADING.height }}
            >
              {geometry.rightColumns.map((column) =>
                columnHeading(column, (columnOffsets[column - 1] ?? 0) - frozenWidth),
              )}
            </div>
          </div>
          {frozenLines(rowOffsets, frozenRows).map((row) => (
            <GridRow key={row} {...rowProps(row)} top={null} />
          ))}
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: totalHeight - (rowOffsets[frozenRows] ?? 0) }}>
          {rows.map((row) => (
            <GridRow key={row} {...rowProps(row)} top={(rowOffsets[row - 1] ?? 0) - (rowOffsets[frozenRows] ?? 0)} />
          ))}
        </div>
      </div>
    </div>
  );
}

/** The same object as long as nothing in it changes, so that rows are not drawn again; `drawn` lists columns as text. */
function useGeometry(
  columnOffsets: readonly number[],
  rowOffsets: readonly number[],
  frozenColumns: number,
  drawn: string,
): Geometry {
  return useMemo(
    () => ({
      columnOffsets,
      rowOffsets,
      frozenColumns,
      leftColumns: frozenLines(columnOffsets, frozenColumns),
      rightColumns: drawn === '' ? [] : drawn.split(',').map(Number),
    }),
    [columnOffsets, rowOffsets, frozenColumns, drawn],
  );
}

/** Merged cells beyond these are drawn only while their first cell is in view. */
const MAX_MERGES_DRAWN = 50;
