import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ChangedCell } from '../../consolidation/carry-over';
import { a1 } from '../../worksheet/address';
import { Pager } from './Pager';
import { useConsolidationTexts } from './texts';

/** As many as can be looked through at once. */
const PAGE = 50;
/** What is read at a glance; a cell can hold pages of text. */
const LONGEST = 300;

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  cell: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'left',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
  },
  address: { display: 'block' },
  about: { display: 'block', fontWeight: tokens.fontWeightRegular },
  none: { color: tokens.colorNeutralForeground3, fontStyle: 'italic' },
});

/** Each cell that changes, with what stood there and what comes instead. */
export function ChangedCells({ changes }: { readonly changes: readonly ChangedCell[] }) {
  const styles = useStyles();
  const texts = useConsolidationTexts();
  const [wanted, setWanted] = useState(0);
  const pages = Math.max(1, Math.ceil(changes.length / PAGE));
  const page = Math.min(wanted, pages - 1);
  const from = page * PAGE;
  const shown = changes.slice(from, from + PAGE);
  const { cell, before, after } = texts.changeColumns;
  const value = (held: string) => (held === '' ? <span className={styles.none}>{texts.emptyCell}</span> : cut(held));
  return (
    <>
      <table className={styles.table} aria-label={texts.changes}>
        <thead>
          <tr>
            {[cell, before, after].map((header) => (
              <th key={header} scope="col" className={styles.cell}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((each, index) => (
            <tr key={from + index}>
              <th scope="row" className={styles.cell}>
                <span className={styles.address}>{`${each.sheet}!${a1(each.row, each.column)}`}</span>
                <span className={styles.about}>
                  {cut([each.about, each.header].filter((part) => part !== '').join(' · '))}
                </span>
              </th>
              <td className={styles.cell}>
                {value(each.attached === undefined ? each.before : texts.attached[each.attached](each.before))}
              </td>
              <td className={styles.cell}>{value(each.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {pages > 1 && (
        <Pager
          page={page}
          pages={pages}
          first={from + 1}
          last={from + shown.length}
          total={changes.length}
          onPage={setWanted}
        />
      )}
    </>
  );
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
