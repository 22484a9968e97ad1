import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Examination } from '../../app/examine';
import { columnLetters } from '../../worksheet/address';
import { cellAt } from '../../worksheet/cell-grid';
import { shownValue } from '../../worksheet/finding';
import { COLUMN_KEYS, COLUMN_LABELS, type ColumnKey } from '../../worksheet/vocabulary';
import { ColumnForm } from './ColumnForm';
import { usePaneTexts } from './language';
import type { Session } from './session';

const useStyles = makeStyles({
  summary: { cursor: 'pointer' },
  table: { width: '100%', borderCollapse: 'collapse', marginTop: tokens.spacingVerticalXS },
  cell: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'left',
    verticalAlign: 'top',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

interface Props {
  readonly session: Session;
  readonly examination: Examination;
}

/** In which column each thing was found, and by which header, so that a person can judge and correct it. */
export function RecognisedColumns({ session, examination }: Props) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const [correcting, setCorrecting] = useState(false);
  const { origin, sheet, pointedOut } = examination.assessment;
  return (
    <details>
      <summary className={styles.summary}>{texts.columnsTitle}</summary>
      <Text size={200} block>
        {texts.columnsOrigin[origin](sheet)} {pointedOut.length > 0 && texts.columnsPointedOut}
      </Text>
      {correcting ? (
        <ColumnForm session={session} examination={examination} onDone={() => setCorrecting(false)} />
      ) : (
        <>
          <ColumnTable examination={examination} />
          {origin === 'foreign' && (
            <div className={styles.actions}>
              <Button size="small" onClick={() => setCorrecting(true)}>
                {texts.columnsCorrect}
              </Button>
              {pointedOut.length > 0 && (
                <Button size="small" onClick={() => void session.pointOutColumns(null)}>
                  {texts.columnsForget}
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </details>
  );
}

function ColumnTable({ examination }: { readonly examination: Examination }) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const { columns } = examination.assessment;
  return (
    <table className={styles.table} aria-label={texts.columnsTitle}>
      <thead>
        <tr>
          {[texts.columnsContent, texts.columnsColumn, texts.columnsHeader].map((title) => (
            <th key={title} scope="col" className={styles.cell}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {COLUMN_KEYS.flatMap((key) => {
          const column = columns[key];
          if (column === undefined) return [];
          return [
            <tr key={key}>
              <th scope="row" className={styles.cell}>
                {COLUMN_LABELS[key]}
              </th>
              <td className={styles.cell}>{columnLetters(column)}</td>
              <td className={styles.cell}>{headerOf(examination, key, column)}</td>
            </tr>,
          ];
        })}
      </tbody>
    </table>
  );
}

/** The header as written; a stage's may stand over several columns or rows. */
function headerOf({ assessment, worksheet }: Examination, key: ColumnKey, column: number): string {
  const { levelHeaders, headerRow } = assessment;
  const ofStage: string | undefined = (levelHeaders as Readonly<Partial<Record<ColumnKey, string>>>)[key];
  return ofStage ?? shownValue(cellAt(worksheet, headerRow, column)?.value ?? null);
}
