import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Candidate } from '../../worksheet/recognise/recognise';
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

/** Several assessment sheets in one workbook: the person says which. */
export function Candidates({ session, candidates }: Props) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const { busy } = useSession(session);
  return (
    <>
      <Heading>{texts.severalTitle}</Heading>
      <Text>{texts.severalText}</Text>
      <ul className={styles.list}>
        {candidates.map(({ sheet, agency, unit, year }) => (
          <li key={sheet}>
            <Button className={styles.candidate} disabledFocusable={busy} onClick={() => void session.choose(sheet)}>
              <Text weight="semibold">{sheet}</Text>
              <Text size={200}>
                {[agency ?? texts.agencyMissing, unit, year].filter((part) => part !== null).join(' · ')}
              </Text>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
