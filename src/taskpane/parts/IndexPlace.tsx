import { Button, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { Examination } from '../../app/examine';
import { STAGES } from '../../worksheet/vocabulary';
import { domainViews } from './index-view';
import { useFigures, usePaneTexts } from './language';
import { AspectRow, PartRow } from './PartRow';
import { ProofLine } from './ProofLine';
import type { Session } from './session';
import { useSession } from './use-session';

const useStyles = makeStyles({
  place: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  stage: { flexGrow: 1, minWidth: '96px' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  domain: { marginTop: tokens.spacingVerticalM },
  aspect: { marginTop: tokens.spacingVerticalS, marginLeft: tokens.spacingHorizontalL },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly session: Session;
  readonly examination: Examination;
}

/** The index with its proof, and the domains and aspects behind it. */
export function IndexPlace({ session, examination }: Props) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const figures = useFigures();
  const { stage, busy } = useSession(session);
  const card = examination.cards[stage];
  const { maxLevel, title, legalStatus } = card.instrument;
  return (
    <div className={styles.place}>
      <div className={styles.actions}>
        <Select
          className={styles.stage}
          size="small"
          aria-label={texts.stage}
          value={stage}
          onChange={(_, { value }) => session.pickStage(STAGES.find((each) => each === value) ?? stage)}
        >
          {STAGES.map((each) => (
            <option key={each} value={each}>
              {texts.stages[each]}
            </option>
          ))}
        </Select>
        {session.offers.editing && (
          <>
            <Button
              size="small"
              appearance="primary"
              title={texts.recordHint}
              disabledFocusable={busy}
              onClick={() => void session.record()}
            >
              {texts.record}
            </Button>
            <Button size="small" disabledFocusable={busy} onClick={() => void session.refresh()}>
              {texts.refresh}
            </Button>
          </>
        )}
      </div>
      <ProofLine examination={examination} stage={stage} />
      {card.index !== null && card.predicate !== null && card.predicateAsShown !== null && (
        <Text>{texts.roundingCrosses(figures(card.index), card.predicate, card.predicateAsShown)}</Text>
      )}
      <PartRow
        part={{ name: texts.overall, value: card.index, filled: card.filled, total: card.total }}
        max={maxLevel}
        strong
      />
      <ul className={styles.list} aria-label={texts.domains}>
        {domainViews(card).map(({ domain, aspects }) => (
          <li key={domain.id} className={styles.domain}>
            <PartRow part={domain} max={maxLevel} strong />
            <ul className={styles.list} aria-label={texts.aspectsOf(domain.name)}>
              {aspects.map((view) => (
                <li key={view.aspect.id} className={styles.aspect}>
                  <AspectRow view={view} max={maxLevel} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <Text size={200} className={styles.quiet}>
        {texts.instrument(title)}
        {legalStatus.revokedBy !== null && `. ${texts.instrumentRevoked(legalStatus.revokedBy)}`}
      </Text>
    </div>
  );
}
