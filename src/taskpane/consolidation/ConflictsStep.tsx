import { Badge, Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons';
import { CONFLICT_RULES, DISCUSSED_FROM } from '../../consolidation/conflicts';
import { consolidationTexts } from '../../i18n/consolidation';
import { useLanguage, usePaneTexts } from '../parts/language';
import { LevelMark } from '../parts/LevelMark';
import { ConflictCard } from './ConflictCard';
import type { ConflictLine, Overview } from './protocol';
import type { ConsolidationStore } from './store';
import { useConsolidationTexts } from './texts';
import { useConsolidation } from './use-consolidation';

const useStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  none: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  fine: { flexShrink: 0, fontSize: '20px', color: tokens.colorPaletteGreenForeground1 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  // A whole line to press: it wraps, and reads like the text it is.
  line: {
    display: 'block',
    width: '100%',
    height: 'auto',
    minWidth: 0,
    padding: `${tokens.spacingVerticalXS} 0`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  levels: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  state: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly store: ConsolidationStore;
  readonly overview: Overview;
}

/** Levels that contradict each other: a rule for all of them, or one after the other. */
export function ConflictsStep({ store, overview }: Props) {
  const styles = useStyles();
  const texts = useConsolidationTexts();
  const { choices, view, writing } = useConsolidation(store);
  const { conflicts, conflict, mode } = overview;
  const open = conflicts.filter(({ chosen }) => chosen === null).length;
  if (conflicts.length === 0) {
    return (
      <div className={styles.none}>
        <CheckmarkCircleFilled className={styles.fine} />
        <Text>{mode === 'units' ? texts.noConflicts : texts.noConflictsOfAgencies}</Text>
      </div>
    );
  }
  if (conflict !== null && conflict.indicator === view.conflict) {
    return <ConflictCard key={conflict.indicator} store={store} conflict={conflict} conflicts={conflicts} />;
  }
  return (
    <div className={styles.step}>
      <Field label={texts.rule} hint={texts.ruleNote} size="small">
        <Select
          value={choices.rule}
          disabled={writing !== null}
          onChange={(_, { value }) => store.choose({ rule: CONFLICT_RULES.find((rule) => rule === value) ?? 'ask' })}
        >
          {CONFLICT_RULES.map((rule) => (
            <option key={rule} value={rule}>
              {texts.rules[rule]}
            </option>
          ))}
        </Select>
      </Field>
      <Text weight="semibold">
        {open === 0 ? texts.allDecided(conflicts.length) : texts.openConflicts(open, conflicts.length)}
      </Text>
      <ul className={styles.list} aria-label={texts.conflicts}>
        {conflicts.map((each) => (
          <li key={each.indicator} className={styles.item}>
            <Button
              appearance="subtle"
              className={styles.line}
              onClick={() => store.look({ conflict: each.indicator })}
            >
              <Line conflict={each} />
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ conflict }: { readonly conflict: ConflictLine }) {
  const styles = useStyles();
  const texts = useConsolidationTexts();
  const { indicator, name, levels, chosen, spread } = conflict;
  return (
    <>
      <Text size={200} weight="semibold" block>
        {indicator} · {name}
      </Text>
      <span className={styles.levels}>
        {levels.map((level) => (
          <LevelMark key={level} level={level} />
        ))}
        <State conflict={conflict} />
        {chosen === null && spread >= DISCUSSED_FROM && (
          <Badge size="small" appearance="outline" color="warning">
            {texts.toDiscuss}
          </Badge>
        )}
      </span>
    </>
  );
}

/** What settled it, or that it is open. */
function State({ conflict: { chosen, settledBy, open, spread } }: { readonly conflict: ConflictLine }) {
  const styles = useStyles();
  const pane = usePaneTexts();
  const { language } = useLanguage();
  const { settled, open: opened } = consolidationTexts[language];
  if (chosen !== null && settledBy !== null) {
    return (
      <Text size={200} className={styles.state}>
        → {pane.level(chosen)}, {settled[settledBy]}
      </Text>
    );
  }
  return (
    <Text size={200} className={styles.state}>
      {opened[spread >= DISCUSSED_FROM || open === null ? 'undecided' : open]}
    </Text>
  );
}
