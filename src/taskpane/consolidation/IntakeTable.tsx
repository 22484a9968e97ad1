import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  ChevronDownRegular,
  ChevronRightRegular,
  CircleRegular,
  CopyRegular,
  DismissCircleFilled,
  WarningFilled,
} from '@fluentui/react-icons';
import { memo, type ReactNode } from 'react';
import type { Outcome } from '../../consolidation/intake';
import { useFigures, usePaneTexts } from '../parts/language';
import type { IntakeRow } from './protocol';
import { useConsolidationTexts } from './texts';

/** From this width on the rows stand in columns; below it each row is a small card. */
const WIDE = '@media (min-width: 760px)';

const useStyles = makeStyles({
  table: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    [WIDE]: {
      gridTemplateColumns: 'minmax(0, 2.4fr) minmax(0, 1.6fr) minmax(0, 1.6fr) 44px 72px 52px 104px 48px 128px',
      alignItems: 'start',
    },
  },
  // Out of sight, not away: it names the columns for those who hear the table.
  head: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    [WIDE]: {
      position: 'static',
      width: 'auto',
      height: 'auto',
      overflow: 'visible',
      clipPath: 'none',
      borderTop: 'none',
      fontWeight: tokens.fontWeightSemibold,
    },
  },
  headCause: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  // The fields that share a line in a small card stand in columns of their own in a wide table.
  line: {
    gridColumn: '1 / -1',
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
    [WIDE]: { display: 'contents' },
  },
  field: { ':empty': { display: 'none', [WIDE]: { display: 'block' } } },
  number: { fontVariantNumeric: 'tabular-nums', [WIDE]: { textAlign: 'right' } },
  index: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  file: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalXXS,
    width: '100%',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'left',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusSmall },
  },
  chevron: { flexShrink: 0, fontSize: '16px' },
  outcome: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalXXS, whiteSpace: 'nowrap' },
  outcomeCell: { gridRow: 1, gridColumn: 2, [WIDE]: { gridRow: 'auto', gridColumn: 'auto' } },
  icon: { flexShrink: 0, fontSize: '16px' },
  accepted: { color: tokens.colorPaletteGreenForeground1 },
  'needs-fixing': { color: tokens.colorPaletteDarkOrangeForeground1 },
  rejected: { color: tokens.colorPaletteRedForeground1 },
  duplicate: { color: tokens.colorNeutralForeground2 },
  empty: { color: tokens.colorNeutralForeground2 },
  cause: { gridColumn: '1 / -1', ':empty': { display: 'none' } },
  cut: { maxHeight: `calc(2 * ${tokens.lineHeightBase200})`, overflow: 'hidden' },
  details: { padding: `0 0 ${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
});

const ICONS = {
  accepted: CheckmarkCircleFilled,
  'needs-fixing': WarningFilled,
  rejected: DismissCircleFilled,
  duplicate: CopyRegular,
  empty: CircleRegular,
} as const satisfies Record<Outcome, unknown>;

interface Props {
  readonly rows: readonly IntakeRow[];
  /** The file whose details are open. */
  readonly opened: number | null;
  readonly details: ReactNode;
  readonly onOpen: (id: number | null) => void;
}

/** A row for each file; columns where there is room for them, small cards in the pane. */
export function IntakeTable({ rows, opened, details, onOpen }: Props) {
  const styles = useStyles();
  const texts = useConsolidationTexts();
  const { file, agency, unit, year, stage, filled, findings, index, outcome, cause } = texts.columns;
  const headers = [file, agency, unit, year, stage, filled, findings, index, outcome];
  const numbers = [year, filled, findings, index];
  return (
    <div role="table" aria-label={texts.table} className={styles.table}>
      <div role="row" className={mergeClasses(styles.row, styles.head)}>
        {headers.map((header) => (
          <div key={header} role="columnheader" className={mergeClasses(numbers.includes(header) && styles.number)}>
            {header}
          </div>
        ))}
        <div role="columnheader" className={styles.headCause}>
          {cause}
        </div>
      </div>
      {rows.map((row) => (
        <div key={row.id} role="rowgroup">
          <Row row={row} open={row.id === opened} onOpen={onOpen} />
          {row.id === opened && (
            <div role="row">
              <div role="cell" aria-colspan={headers.length + 1} className={styles.details}>
                {details}
              </div>
            </div>
          )}
        </div>
      ))}
    </div>
  );
}

interface RowProps {
  readonly row: IntakeRow;
  readonly open: boolean;
  readonly onOpen: (id: number | null) => void;
}

const Row = memo(IntakeTableRow, (before, now) => before.open === now.open && sameRow(before.row, now.row));

function IntakeTableRow({ row, open, onOpen }: RowProps) {
  const styles = useStyles();
  const texts = useConsolidationTexts();
  const pane = usePaneTexts();
  const figures = useFigures();
  const { id, file, outcome, agency, unit, year, stage, filled, assigned, index, findings, cause } = row;
  const Icon = ICONS[outcome];
  const Chevron = open ? ChevronDownRegular : ChevronRightRegular;
  const count = findings.error + findings.warning + findings.hint;
  return (
    <div role="row" className={styles.row}>
      <div role="cell">
        <button type="button" aria-expanded={open} className={styles.file} onClick={() => onOpen(open ? null : id)}>
          <Chevron className={styles.chevron} />
          {file}
        </button>
      </div>
      <div role="presentation" className={styles.line}>
        <div role="cell" className={styles.field}>
          {agency}
        </div>
        <div role="cell" className={styles.field}>
          {unit}
        </div>
        <div role="cell" className={mergeClasses(styles.field, styles.number)}>
          {year}
        </div>
        <div role="cell" className={styles.field}>
          {stage === null ? null : pane.stages[stage]}
        </div>
      </div>
      <div role="presentation" className={styles.line}>
        <div role="cell" className={mergeClasses(styles.field, styles.number)}>
          {filled === null ? null : `${filled}/${assigned ?? filled}`}
        </div>
        <div
          role="cell"
          className={mergeClasses(styles.field, styles.number)}
          title={count === 0 ? undefined : pane.findingsSummary(findings.error, findings.warning, findings.hint)}
        >
          {filled === null ? null : texts.findingsOf(findings.error, count)}
        </div>
        <div role="cell" className={mergeClasses(styles.field, styles.number, styles.index)}>
          {index === null ? null : figures(index)}
        </div>
      </div>
      <div role="cell" className={styles.outcomeCell}>
        <span className={styles.outcome}>
          <Icon className={mergeClasses(styles.icon, styles[outcome])} />
          {texts.outcome[outcome]}
        </span>
      </div>
      <div role="cell" className={mergeClasses(styles.cause, !open && styles.cut)}>
        {cause === '' ? null : <Text size={200}>{cause}</Text>}
      </div>
    </div>
  );
}

/** Rows come anew with every message; most of them say the same as before. */
function sameRow(one: IntakeRow, other: IntakeRow): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
