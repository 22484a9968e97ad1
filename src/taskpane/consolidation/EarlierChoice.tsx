import { Field, makeStyles, MessageBar, MessageBarBody, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useLanguage } from '../parts/language';
import { shownStamp } from '../parts/shown-time';
import type { Outlet } from './outlet';
import type { ConsolidationStore } from './store';
import { useConsolidationTexts } from './texts';
import { useConsolidation } from './use-consolidation';

const useStyles = makeStyles({
  choice: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

/** Says that the open workbook holds an earlier result, and asks whether to carry it on. */
export function EarlierChoice({ store, outlet }: { readonly store: ConsolidationStore; readonly outlet: Outlet }) {
  const styles = useStyles();
  const texts = useConsolidationTexts();
  const { language } = useLanguage();
  const { earlier, writing } = useConsolidation(store);
  if (earlier === null) return null;
  return (
    <div className={styles.choice}>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          {texts.earlierFound(shownStamp(earlier.time, language), texts.earlierModes[earlier.mode])}
        </MessageBarBody>
      </MessageBar>
      <Field
        label={texts.earlierChoice}
        size="small"
        // A file keeps what is attached to its cells.
        {...(outlet.open?.as !== 'download' && earlier.carriedOn && { hint: texts.lostInExcel })}
      >
        <RadioGroup
          value={earlier.carriedOn ? 'update' : 'new'}
          disabled={writing !== null}
          onChange={(_, { value }) => store.carryOn(value === 'update')}
        >
          <Radio value="update" label={texts.carryOn} />
          <Radio value="new" label={texts.ownResult} />
        </RadioGroup>
      </Field>
    </div>
  );
}
