import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Candidate, RecognitionChoice } from '../../worksheet/recognise/recognise';
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

/** Several assessment sheets in one workbook, or several level columns in one sheet: the person says which. */
export function Candidates({ session, candidates }: Props) {
  const texts = usePaneTexts();
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
      {areToldByYear(candidates) ? (
        <>
          <Text>{texts.severalYearsText(first.sheet)}</Text>
          <Choices session={session} candidates={candidates} />
        </>
      ) : (
        <UnnamedColumns session={session} sheet={first.sheet} headers={candidates.map(({ column }) => column ?? '')} />
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
  return (
    <ul className={styles.list}>
      {candidates.map((candidate) => {
        const { sheet, agency, unit, year, column } = candidate;
        // A header mostly names its year itself.
        const details =
          column === null ? [agency ?? texts.agencyMissing, unit, year] : [column.includes(String(year)) ? null : year];
        return (
          <li key={`${sheet} ${column ?? ''} ${year ?? ''}`}>
            <Button
              className={styles.candidate}
              disabledFocusable={busy}
              onClick={() => void session.choose(choiceOf(candidate))}
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

function choiceOf({ sheet, column, year }: Candidate): RecognitionChoice {
  return column !== null && year !== null ? { sheet, year } : { sheet };
}

interface UnnamedColumnsProps {
  readonly session: Session;
  readonly sheet: string;
  readonly headers: readonly string[];
}

/** Columns that nothing but their place tells apart: only the sheet's author can name them. */
function UnnamedColumns({ session, sheet, headers }: UnnamedColumnsProps) {
  const texts = usePaneTexts();
  const { busy } = useSession(session);
  return (
    <>
      <Text block>{texts.severalColumnsText(sheet)}</Text>
      <ul>
        {headers.map((header, position) => (
          <li key={position}>{header}</li>
        ))}
      </ul>
      {session.offers.editing && (
        <Button size="small" disabledFocusable={busy} onClick={() => void session.refresh()}>
          {texts.readAgain}
        </Button>
      )}
    </>
  );
}
