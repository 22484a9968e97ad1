import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled, LightbulbFilled, WarningFilled } from '@fluentui/react-icons';
import type { FindingGroup } from '../parts/group-findings';
import { usePaneTexts } from '../parts/language';
import type { FileDetails as Details } from './protocol';
import { useConsolidationTexts } from './texts';

const useStyles = makeStyles({
  details: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  summary: { cursor: 'pointer', listStylePosition: 'outside' },
  heading: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalXS },
  icon: { flexShrink: 0, fontSize: '16px' },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  hint: { color: tokens.colorBrandForeground1 },
  remedy: { margin: `${tokens.spacingVerticalXS} 0`, color: tokens.colorNeutralForeground2 },
  items: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { padding: `${tokens.spacingVerticalXXS} 0`, overflowWrap: 'anywhere' },
  cell: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
});

const ICONS = { error: ErrorCircleFilled, warning: WarningFilled, hint: LightbulbFilled } as const;

interface Props {
  readonly details: Details;
  readonly canChange: boolean;
  readonly onPrefer: (inPlaceOf: number | null) => void;
  readonly onRemove: () => void;
}

/** What can be done with a received file, and its findings by kind. */
export function FileDetails({ details: { duplicateOf, groups, more }, canChange, onPrefer, onRemove }: Props) {
  const styles = useStyles();
  const texts = useConsolidationTexts();
  return (
    <div className={styles.details}>
      <div className={styles.actions}>
        {duplicateOf !== null && (
          <Button size="small" disabledFocusable={!canChange} onClick={() => onPrefer(duplicateOf.id)}>
            {texts.prefer}
          </Button>
        )}
        <Button size="small" disabledFocusable={!canChange} onClick={onRemove}>
          {texts.remove}
        </Button>
      </div>
      {groups.length === 0 && <Text size={200}>{texts.noFindings}</Text>}
      {groups.map((group) => (
        <Group key={group.key} group={group} />
      ))}
      {more > 0 && <Text size={200}>{texts.moreFindings(more)}</Text>}
    </div>
  );
}

function Group({ group: { severity, title, remedy, items } }: { readonly group: FindingGroup }) {
  const styles = useStyles();
  const pane = usePaneTexts();
  const Icon = ICONS[severity];
  return (
    <details>
      <summary className={styles.summary}>
        <span className={styles.heading}>
          <Icon className={mergeClasses(styles.icon, styles[severity])} />
          {pane.severity[severity]}: {title} ({items.length})
        </span>
      </summary>
      {remedy !== null && <div className={styles.remedy}>{remedy}</div>}
      <ul className={styles.items} aria-label={title}>
        {items.map(({ key, cell, message, remedy: ownRemedy }) => (
          <li key={key} className={styles.item}>
            {cell !== null && <span className={styles.cell}>{cell} </span>}
            {message}
            {remedy === null && <div className={styles.remedy}>{ownRemedy}</div>}
          </li>
        ))}
      </ul>
    </details>
  );
}
