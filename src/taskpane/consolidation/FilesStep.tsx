import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useDeferredValue } from 'react';
import { type Mode, MODES, type Outcome } from '../../consolidation/intake';
import { consolidationTexts } from '../../i18n/consolidation';
import { useLanguage } from '../parts/language';
import { FileDetails } from './FileDetails';
import { IntakeTable } from './IntakeTable';
import { ListActions } from './ListActions';
import { Pager } from './Pager';
import type { IntakeRow, Overview, RowPage } from './protocol';
import type { ConsolidationStore } from './store';
import { useConsolidationTexts } from './texts';
import { useConsolidation } from './use-consolidation';

const useStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  filter: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  chip: { minWidth: 0, fontVariantNumeric: 'tabular-nums' },
  missing: { marginLeft: tokens.spacingHorizontalL },
  summary: { cursor: 'pointer', listStylePosition: 'outside' },
  units: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

const OUTCOMES = ['accepted', 'needs-fixing', 'rejected', 'duplicate', 'empty'] as const satisfies readonly Outcome[];
const NO_ROWS: readonly IntakeRow[] = [];
/** A longer list of units starts closed. */
const OPEN_UP_TO = 5;

interface Props {
  readonly store: ConsolidationStore;
  readonly overview: Overview;
}

/** What became of the received files, who sent none, and how they are put together. */
export function FilesStep({ store, overview }: Props) {
  const styles = useStyles();
  const texts = useConsolidationTexts();
  const { language } = useLanguage();
  const { choices, view, writing, earlier } = useConsolidation(store);
  const { rows, totals, received, missing, mode, proposed } = overview;
  // An earlier result is carried on as what it is.
  const isCarriedOn = earlier?.carriedOn === true;
  // Fifty rows at once would hold the page; deferred, they are rendered a few at a time.
  const shownRows = useDeferredValue(rows.rows, NO_ROWS);
  const details = overview.file?.id === view.file ? overview.file : null;
  const modes = consolidationTexts[language].modes;
  const shown = OUTCOMES.filter((outcome) => totals[outcome] > 0 || view.outcome === outcome);
  return (
    <div className={styles.step}>
      <ListActions store={store} />
      <Field label={texts.mode} size="small">
        <Select
          value={isCarriedOn ? mode : (choices.mode ?? proposed)}
          disabled={writing !== null || isCarriedOn}
          onChange={(_, { value }) => store.choose({ mode: MODES.find((each) => each === value) ?? null })}
        >
          {MODES.map((each: Mode) => (
            <option key={each} value={each}>
              {each === proposed ? `${modes[each]} ${texts.proposed}` : modes[each]}
            </option>
          ))}
        </Select>
      </Field>
      <div role="group" aria-label={texts.filter} className={styles.filter}>
        <Chip
          label={`${texts.all} ${received}`}
          pressed={view.outcome === null}
          onPress={() => store.look({ outcome: null, page: 0 })}
        />
        {shown.map((outcome) => (
          <Chip
            key={outcome}
            label={`${texts.outcome[outcome]} ${totals[outcome]}`}
            pressed={view.outcome === outcome}
            onPress={() => store.look({ outcome, page: 0 })}
          />
        ))}
      </div>
      {rows.total === 0 ? (
        <Text>{texts.noRows}</Text>
      ) : (
        <IntakeTable
          rows={shownRows}
          opened={view.file}
          details={
            details && (
              <FileDetails
                details={details}
                canChange={writing === null}
                onPrefer={(inPlaceOf) => store.prefer(details.id, inPlaceOf)}
                onRemove={() => store.remove(details.id)}
              />
            )
          }
          onOpen={(file) => store.look({ file })}
        />
      )}
      {rows.pages > 1 && <Pager {...placeOf(rows)} onPage={(page) => store.look({ page })} />}
      {missing.total > 0 && (
        <details className={styles.missing} open={missing.total <= OPEN_UP_TO}>
          <summary className={styles.summary}>
            <Text weight="semibold">{texts.missing(missing.total)}</Text>
          </summary>
          <Text size={200} block>
            {texts.missingText}
          </Text>
          <ul className={styles.units}>
            {missing.names.map((name) => (
              <li key={name}>{name}</li>
            ))}
            {missing.total > missing.names.length && <li>{texts.missingMore(missing.total - missing.names.length)}</li>}
          </ul>
        </details>
      )}
    </div>
  );
}

interface ChipProps {
  readonly label: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function Chip({ label, pressed, onPress }: ChipProps) {
  const styles = useStyles();
  return (
    <Button
      size="small"
      shape="circular"
      appearance={pressed ? 'primary' : 'outline'}
      aria-pressed={pressed}
      className={styles.chip}
      onClick={onPress}
    >
      {label}
    </Button>
  );
}

/** Where the first and the last row of a page stand among all. Every page but the last is full. */
function placeOf({ page, pages, total, rows }: RowPage) {
  const last = page === pages - 1 ? total : (page + 1) * rows.length;
  return { page, pages, total, first: last - rows.length + 1, last };
}
