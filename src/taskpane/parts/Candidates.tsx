import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { columnLetters } from '../../worksheet/address';
import type { Candidate } from '../../worksheet/recognise/recognise';
import { STAGE_LABELS } from '../../worksheet/vocabulary';
import { Heading } from './Heading';
import { usePaneTexts } from './language';
import type { Session } from './session';
import { useSession } from './use-session';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalM} 0`,
    padding: 0,
    listStyleType: 'none',
  },
  candidate: {
    width: '100%',
    height: 'auto',
    flexDirection: 'column',
    alignItems: 'flex-start',
    textAlign: 'left',
    overflowWrap: 'anywhere',
  },
});

interface Props {
  readonly session: Session;
  readonly candidates: readonly Candidate[];
}

/** Several assessment sheets in one workbook, or several level columns in one sheet: the person says which, and it is remembered. */
export function Candidates({ session, candidates }: Props) {
  const texts = usePaneTexts();
  const { busy } = useSession(session);
  const [first] = candidates;
  if (first === undefined || first.column === null) {
    return (
      <>
        <Heading>{texts.severalTitle}</Heading>
        <Text>{texts.severalText}</Text>
        <Choices session={session} candidates={candidates} />
      </>
    );
  }
  return (
    <>
      <Heading>{texts.severalColumnsTitle}</Heading>
      <Text>
        {areToldByYear(candidates)
          ? texts.severalYearsText(first.sheet)
          : texts.severalColumnsText(first.sheet, STAGE_LABELS[first.pointing?.stage ?? 'mandiri'])}
      </Text>
      <Choices session={session} candidates={candidates} />
      {session.offers.editing && (
        <Button size="small" disabledFocusable={busy} onClick={() => void session.refresh()}>
          {texts.readAgain}
        </Button>
      )}
    </>
  );
}

/** True where choosing a year leaves one column. */
function areToldByYear(candidates: readonly Candidate[]): boolean {
  const years = new Set(candidates.map(({ year }) => year));
  return !years.has(null) && years.size === candidates.length;
}

function Choices({ session, candidates }: Props) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const { busy } = useSession(session);
  const byYear = areToldByYear(candidates);
  return (
    <ul className={styles.list}>
      {candidates.map((candidate) => {
        const { sheet, agency, unit, year, column, pointing } = candidate;
        // A header mostly names its year itself.
        const details =
          pointing === null
            ? [agency ?? texts.agencyMissing, unit, year]
            : [texts.columnAt(columnLetters(pointing.column)), byYear && !column?.includes(String(year)) ? year : null];
        return (
          <li key={`${sheet} ${String(pointing?.column)}`}>
            <Button
              className={styles.candidate}
              disabledFocusable={busy}
              onClick={() => void choose(session, candidate, byYear)}
            >
              <Text weight="semibold">{column ?? sheet}</Text>
              <Text size={200}>{details.filter((part) => part !== null).join(' · ')}</Text>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

/** A year is chosen for now, as whole sheets are; a column is pointed out for good. */
function choose(session: Session, { sheet, year, pointing }: Candidate, byYear: boolean): Promise<unknown> {
  if (pointing === null) return session.choose({ sheet });
  if (byYear && year !== null) return session.choose({ sheet, year });
  const { headerRow, stage, column } = pointing;
  return session.pointOutColumns({ sheet, headerRow, columns: { [stage]: column } });
}
