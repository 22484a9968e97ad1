import { Button, Field, makeStyles, mergeClasses, Select, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, ErrorCircleFilled, LightbulbFilled, WarningFilled } from '@fluentui/react-icons';
import { useState } from 'react';
import { countFindings, type Examination } from '../../app/examine';
import { findingsOfUnit, unitsOf } from '../../app/units';
import type { Severity } from '../../worksheet/finding';
import { type FindingGroup, groupFindings } from './group-findings';
import { useLanguage, usePaneTexts } from './language';
import { RecognisedColumns } from './RecognisedColumns';
import { Repairs } from './Repairs';
import type { Session } from './session';
import { useSession } from './use-session';

const useStyles = makeStyles({
  place: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  top: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: tokens.spacingHorizontalS },
  none: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  icon: { flexShrink: 0, fontSize: '20px' },
  fine: { color: tokens.colorPaletteGreenForeground1 },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  hint: { color: tokens.colorBrandForeground1 },
  group: { marginLeft: tokens.spacingHorizontalL },
  // The browser's own triangle, beside the first line instead of above it.
  summary: { cursor: 'pointer', listStylePosition: 'outside' },
  heading: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalXS },
  remedy: { margin: `${tokens.spacingVerticalXS} 0`, color: tokens.colorNeutralForeground2 },
  items: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: `${tokens.spacingVerticalXS} 0` },
  // A whole sentence to click: it wraps, and reads like the text it is.
  jump: {
    width: '100%',
    height: 'auto',
    minWidth: 0,
    justifyContent: 'flex-start',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  still: { padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`, overflowWrap: 'anywhere' },
  cell: { display: 'block', color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
});

const ICONS = { error: ErrorCircleFilled, warning: WarningFilled, hint: LightbulbFilled } as const;
/** A group of more items starts closed, so that one glance shows every group. */
const OPEN_UP_TO = 5;

interface Props {
  readonly session: Session;
  readonly examination: Examination;
}

/** Every finding, or a unit's, by severity and kind; a click brings its cell into view. */
export function FindingsPlace({ session, examination }: Props) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const { language } = useLanguage();
  const { busy, progress } = useSession(session);
  const [chosenUnit, setChosenUnit] = useState('');
  const units = unitsOf(examination);
  // Nobody is left out by a unit whose name was changed since it was chosen.
  const unit = units.find(({ name }) => name === chosenUnit) ?? null;
  const findings = unit === null ? examination.findings : findingsOfUnit(examination.findings, unit);
  const { error, warning, hint } = countFindings(findings);
  return (
    <div className={styles.place}>
      <div className={styles.top}>
        <div>
          {findings.length > 0 && <Text block>{texts.findingsSummary(error, warning, hint)}</Text>}
          {progress !== null && progress.done > 0 && (
            <Text block size={200}>
              {texts.progress(progress.done, progress.total)}
            </Text>
          )}
        </div>
        {session.offers.editing && (
          <Button size="small" disabledFocusable={busy} onClick={() => void session.refresh()}>
            {texts.recheck}
          </Button>
        )}
      </div>
      <Repairs session={session} examination={examination} />
      {units.length > 1 && (
        <Field label={texts.responsible} size="small">
          <Select value={unit?.name ?? ''} onChange={(_, { value }) => setChosenUnit(value)}>
            <option value="">{texts.everyUnit}</option>
            {units.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {findings.length === 0 && (
        <div className={styles.none}>
          <CheckmarkCircleFilled className={mergeClasses(styles.icon, styles.fine)} />
          <div>
            <Text block weight="semibold">
              {unit === null ? texts.noFindings : texts.noFindingsOf(unit.name)}
            </Text>
            {unit === null && <Text block>{texts.noFindingsText}</Text>}
          </div>
        </div>
      )}
      {groupFindings(findings, language).map((group) => (
        <Group key={group.key} group={group} session={session} />
      ))}
      <RecognisedColumns session={session} examination={examination} />
    </div>
  );
}

function Group({ group, session }: { readonly group: FindingGroup; readonly session: Session }) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const severity: Severity = group.severity;
  const Icon = ICONS[severity];
  return (
    <details className={styles.group} open={group.items.length <= OPEN_UP_TO}>
      <summary className={styles.summary}>
        <div className={styles.heading}>
          <Icon className={mergeClasses(styles.icon, styles[severity])} />
          <Text weight="semibold">
            {texts.severity[severity]}: {group.title} ({group.items.length})
          </Text>
        </div>
      </summary>
      {group.remedy !== null && (
        <Text block size={200} className={styles.remedy}>
          {group.remedy}
        </Text>
      )}
      <ul className={styles.items} aria-label={group.title}>
        {group.items.map(({ key, message, remedy, cell, target }) => {
          const sentence = (
            <span>
              {cell !== null && <span className={styles.cell}>{cell}</span>}
              <Text size={200} block>
                {message}
              </Text>
              {group.remedy === null && (
                <Text size={200} block className={styles.remedy}>
                  {remedy}
                </Text>
              )}
            </span>
          );
          return (
            <li key={key} className={styles.item}>
              {session.offers.editing && target !== null ? (
                <Button appearance="subtle" className={styles.jump} onClick={() => void session.show(target)}>
                  {sentence}
                </Button>
              ) : (
                <div className={styles.still}>{sentence}</div>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
