import {
  Button,
  Field,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  Text,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { ArrowLeftRegular, ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { DISCUSSED_FROM } from '../../consolidation/conflicts';
import { consolidationTexts } from '../../i18n/consolidation';
import { toNumber } from '../../scoring/ratio';
import { useExactFigures, useFigures, useLanguage, usePaneTexts } from '../parts/language';
import { Heading } from '../parts/Heading';
import { useKeptFocus } from '../parts/use-kept-focus';
import type { CandidateLine, ConflictChoice, ConflictDetails, ConflictLine } from './protocol';
import type { ConsolidationStore } from './store';
import { useConsolidationTexts } from './texts';
import { useConsolidation } from './use-consolidation';

const useStyles = makeStyles({
  card: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, outlineStyle: 'none' },
  top: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  grow: { flexGrow: 1 },
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(132px, 1fr))',
    gap: tokens.spacingHorizontalS,
    width: '100%',
  },
  choice: {
    minWidth: 0,
    padding: tokens.spacingHorizontalXS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  chosen: { border: `1px solid ${tokens.colorCompoundBrandStroke}` },
  index: { paddingLeft: tokens.spacingHorizontalXS, fontVariantNumeric: 'tabular-nums' },
  candidate: {
    marginTop: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalXS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  cut: { maxHeight: `calc(4 * ${tokens.lineHeightBase200})`, overflow: 'hidden' },
  words: { whiteSpace: 'pre-line' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Longer texts are cut to a few lines until asked for. */
const LONG = 120;

interface Props {
  readonly store: ConsolidationStore;
  readonly conflict: ConflictDetails;
  readonly conflicts: readonly ConflictLine[];
}

/** One indicator's levels side by side, with who says so and why, what each would do to the index, and the decision. */
export function ConflictCard({ store, conflict, conflicts }: Props) {
  const styles = useStyles();
  const texts = useConsolidationTexts();
  const { language } = useLanguage();
  const { writing } = useConsolidation(store);
  const { indicator, name, choices, chosen, proposed, settledBy, spread } = conflict;
  const position = conflicts.findIndex((each) => each.indicator === indicator);
  const [level, setLevel] = useState(chosen ?? proposed);
  const [reason, setReason] = useState(conflict.reason);
  const [problem, setProblem] = useState<'levelMissing' | 'reasonMissing' | null>(null);
  const [whole, setWhole] = useState(false);
  const card = useKeptFocus<HTMLDivElement>(indicator);
  const isLong = choices.some(({ candidates }) =>
    candidates.some(({ explanation, evidence }) => explanation.length > LONG || evidence.length > LONG),
  );
  const go = (step: 1 | -1): void => {
    const next = conflicts[position + step];
    if (next !== undefined) store.look({ conflict: next.indicator });
  };
  const decide = (): void => {
    if (level === null) setProblem('levelMissing');
    else if (spread >= DISCUSSED_FROM && reason.trim() === '') setProblem('reasonMissing');
    else {
      setProblem(null);
      store.decide({ indicator, level, reason: reason.trim() });
    }
  };
  return (
    <div ref={card} tabIndex={-1} className={styles.card}>
      <div className={styles.top}>
        <Button size="small" icon={<ArrowLeftRegular />} onClick={() => store.look({ conflict: null })}>
          {texts.allConflicts}
        </Button>
        <span className={styles.grow} />
        <Button
          size="small"
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          aria-label={texts.previousConflict}
          disabledFocusable={position <= 0}
          onClick={() => go(-1)}
        />
        <Text size={200}>
          {position + 1}/{conflicts.length}
        </Text>
        <Button
          size="small"
          appearance="subtle"
          icon={<ChevronRightRegular />}
          aria-label={texts.nextConflict}
          disabledFocusable={position === conflicts.length - 1}
          onClick={() => go(1)}
        />
      </div>
      <Heading>{`${indicator} · ${name}`}</Heading>
      <Field
        label={texts.which}
        {...(problem === 'levelMissing' && { validationState: 'error', validationMessage: texts.levelMissing })}
      >
        <RadioGroup
          value={level === null ? '' : String(level)}
          disabled={writing !== null}
          onChange={(_, { value }) => setLevel(choices.find((each) => String(each.level) === value)?.level ?? null)}
        >
          <div className={styles.choices}>
            {choices.map((choice) => (
              <Choice
                key={choice.level}
                choice={choice}
                lowest={choices[0]?.index ?? null}
                chosen={choice.level === level}
                whole={whole}
              />
            ))}
          </div>
        </RadioGroup>
      </Field>
      {isLong && (
        <div>
          <Button size="small" appearance="subtle" onClick={() => setWhole(!whole)}>
            {whole ? texts.showLess : texts.showAll}
          </Button>
        </div>
      )}
      <Field
        label={texts.reason}
        {...(spread >= DISCUSSED_FROM && { hint: texts.reasonHint, required: true })}
        {...(problem === 'reasonMissing' && { validationState: 'error', validationMessage: texts.reasonMissing })}
      >
        <Textarea value={reason} rows={2} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <div className={styles.actions}>
        <Button size="small" appearance="primary" disabledFocusable={writing !== null} onClick={decide}>
          {texts.decide}
        </Button>
        {settledBy === 'person' && (
          <Button size="small" disabledFocusable={writing !== null} onClick={() => store.undecide(indicator)}>
            {texts.undecide}
          </Button>
        )}
        {settledBy !== null && chosen !== null && (
          <Text size={200} className={styles.quiet}>
            → {chosen}, {consolidationTexts[language].settled[settledBy]}
          </Text>
        )}
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly choice: ConflictChoice;
  /** The index that the lowest level gives: what the others add is told. */
  readonly lowest: ConflictChoice['index'];
  readonly chosen: boolean;
  readonly whole: boolean;
}

function Choice({ choice: { level, index, candidates, more }, lowest, chosen, whole }: ChoiceProps) {
  const styles = useStyles();
  const texts = useConsolidationTexts();
  const pane = usePaneTexts();
  const figures = useFigures();
  const exact = useExactFigures();
  const difference = index === null || lowest === null ? 0 : toNumber(index) - toNumber(lowest);
  return (
    <div className={mergeClasses(styles.choice, chosen && styles.chosen)}>
      <Radio value={String(level)} label={<Text weight="semibold">{pane.level(level)}</Text>} />
      <Text block size={200} className={styles.index}>
        {texts.indexIf(figures(index))}
        {difference > 0 && ` (+${exact(difference)})`}
      </Text>
      {candidates.map((candidate) => (
        <Candidate key={candidate.file} candidate={candidate} whole={whole} />
      ))}
      {more > 0 && <Text size={200}>{texts.moreCandidates(more)}</Text>}
    </div>
  );
}

function Candidate({ candidate, whole }: { readonly candidate: CandidateLine; readonly whole: boolean }) {
  const styles = useStyles();
  const texts = useConsolidationTexts();
  const { unit, file, leads, explanation, evidence } = candidate;
  const words = mergeClasses(styles.words, !whole && styles.cut);
  return (
    <div className={styles.candidate}>
      <Text block size={200} weight="semibold">
        {unit === '' ? texts.noUnit : unit}
      </Text>
      {leads && (
        <Text block size={200} className={styles.quiet}>
          {texts.leads}
        </Text>
      )}
      <Text block size={200} className={styles.quiet}>
        {file}
      </Text>
      <Text block size={200} className={styles.quiet}>
        {texts.explanation}:
      </Text>
      <Text block size={200} className={words}>
        {explanation === '' ? texts.none : explanation}
      </Text>
      <Text block size={200} className={styles.quiet}>
        {texts.evidence}:
      </Text>
      <Text block size={200} className={words}>
        {evidence === '' ? texts.none : evidence}
      </Text>
    </div>
  );
}
