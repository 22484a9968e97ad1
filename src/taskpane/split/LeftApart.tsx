import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Text, tokens } from '@fluentui/react-components';
import type { Split } from '../../app/split';
import type { IndicatorId, Instrument } from '../../instrument/instrument';
import { numbersOf } from './numbers-of';
import { useSplitTexts } from './texts';

const useStyles = makeStyles({
  text: { overflowWrap: 'anywhere' },
  summary: { cursor: 'pointer' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  group: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

/** A sheet can hold thousands of odd cells; the first of them are enough to find the others. */
const MOST_CELLS = 30;

interface UnassignedProps {
  readonly indicators: readonly IndicatorId[];
  readonly instrument: Instrument;
  readonly as: 'window' | 'download';
}

/** The indicators that go into none of the workbooks, by number, and by name on demand. */
export function Unassigned({ indicators, instrument, as }: UnassignedProps) {
  const styles = useStyles();
  const texts = useSplitTexts();
  if (indicators.length === 0) return null;
  const names = new Map(instrument.indicators.map(({ id, name }) => [id, name]));
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody className={styles.text}>
        <MessageBarTitle>{texts.unassigned(indicators.length)}</MessageBarTitle>
        {texts.unassignedRemedy[as]}
        <details>
          <summary className={styles.summary}>{texts.numbers(numbersOf(indicators))}</summary>
          <ul className={styles.list}>
            {indicators.map((id) => (
              <li key={id}>
                {id} · {names.get(id)}
              </li>
            ))}
          </ul>
        </details>
      </MessageBarBody>
    </MessageBar>
  );
}

/** What of the workbook's cells is in the new ones not as it was, or not at all. */
export function LeftApart({ split: { lost, taken, unusable, doubled } }: { readonly split: Split }) {
  const styles = useStyles();
  const texts = useSplitTexts();
  const list = (items: readonly string[]): string =>
    items.length <= MOST_CELLS
      ? items.join(', ')
      : `${items.slice(0, MOST_CELLS).join(', ')} ${texts.more(items.length - MOST_CELLS)}`;
  const sentences = [
    [doubled, texts.doubled, texts.doubledRemedy],
    [unusable, texts.unusable, ''],
    [taken, texts.taken, ''],
  ] as const;
  const said = sentences.filter(([items]) => items.length > 0);
  return (
    <>
      {lost.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.text}>
            {texts.lost(lost.length, list(lost))} {texts.lostRemedy}
          </MessageBarBody>
        </MessageBar>
      )}
      {said.length > 0 && (
        <div className={styles.group}>
          {said.map(([items, text, remedy]) => (
            <Text key={text(0, '')} size={200} className={styles.text}>
              {text(items.length, list(items))} {remedy}
            </Text>
          ))}
        </div>
      )}
    </>
  );
}
