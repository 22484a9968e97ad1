import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { describeRepairs, groupRepairs, type RepairChoice, type RepairGroup } from '../../app/repair-choices';
import type { Repair } from '../../worksheet/repairs/repair';
import { Heading } from './Heading';
import { Panel } from './Panel';
import { useLanguage, usePaneTexts } from './language';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  details: { marginLeft: tokens.spacingHorizontalXXL },
  summary: { cursor: 'pointer' },
  items: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  place: { display: 'block', color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** A group of more choices starts closed, so that one glance shows every group. */
const OPEN_UP_TO = 5;

interface Props {
  readonly choices: readonly RepairChoice[];
  readonly busy: boolean;
  readonly onApply: (wanted: readonly Repair[]) => void;
  readonly onCancel: () => void;
}

/** What each repair would change, before and after; whoever does not want one leaves it out. */
export function RepairPreview({ choices, busy, onApply, onCancel }: Props) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const { language } = useLanguage();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const taken = choices.filter(({ key }) => !leftOut.has(key));
  const take = (some: readonly RepairChoice[], wanted: boolean): void => {
    const next = new Set(leftOut);
    for (const { key } of some) {
      if (wanted) next.delete(key);
      else next.add(key);
    }
    setLeftOut(next);
  };
  return (
    <Panel>
      <Heading>{texts.repairTitle}</Heading>
      <Text size={200}>{texts.repairText}</Text>
      {groupRepairs(choices, language).map((group) => (
        <Group key={group.code} group={group} leftOut={leftOut} onTake={take} />
      ))}
      <div className={styles.actions}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={busy || taken.length === 0}
          onClick={() => onApply(taken.flatMap(({ repairs }) => repairs))}
        >
          {texts.repairApply(taken.length)}
        </Button>
        <Button size="small" onClick={onCancel}>
          {texts.cancel}
        </Button>
      </div>
    </Panel>
  );
}

interface GroupProps {
  readonly group: RepairGroup;
  readonly leftOut: ReadonlySet<string>;
  readonly onTake: (choices: readonly RepairChoice[], wanted: boolean) => void;
}

function Group({ group: { title, choices }, leftOut, onTake }: GroupProps) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const { language } = useLanguage();
  const taken = choices.filter(({ key }) => !leftOut.has(key)).length;
  return (
    <div role="group" aria-label={title}>
      <Checkbox
        label={`${title} (${choices.length})`}
        checked={taken === choices.length ? true : taken === 0 ? false : 'mixed'}
        onChange={(_, { checked }) => onTake(choices, checked !== false)}
      />
      <details className={styles.details} open={choices.length <= OPEN_UP_TO}>
        <summary className={styles.summary}>{texts.repairDetails}</summary>
        <ul className={styles.items} aria-label={title}>
          {choices.map((choice) => {
            const { place, before, after } = describeRepairs(choice, language);
            const sentence = (
              <>
                <span className={styles.place}>{place}</span>
                <Text size={200}>{texts.repairChange(before, after)}</Text>
              </>
            );
            return (
              <li key={choice.key} className={styles.item}>
                <Checkbox
                  label={sentence}
                  checked={!leftOut.has(choice.key)}
                  onChange={(_, { checked }) => onTake([choice], checked === true)}
                />
              </li>
            );
          })}
        </ul>
      </details>
    </div>
  );
}
