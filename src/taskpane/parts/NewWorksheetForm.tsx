import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type SubmitEvent, useRef, useState } from 'react';
import type { NewWorksheet } from '../../app/insert-worksheets';
import type { InstrumentId } from '../../instrument/instrument';
import { usePart } from './use-part';
import { usePaneTexts } from './language';
import { MAX_NAME_LENGTH, useNewWorksheetForm, YEARS } from './use-new-worksheet-form';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  who: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  // An input asks for the width of twenty letters; here it takes what its field has.
  agency: { flexGrow: 1, minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  year: { width: '92px', flexShrink: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  more: { cursor: 'pointer' },
  folded: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalS,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Props {
  /** What the fields start with. */
  readonly start?: NewWorksheet;
  readonly action: string;
  readonly busy: boolean;
  readonly onSubmit: (request: NewWorksheet) => void;
  readonly onCancel?: () => void;
}

/** Asks who is assessed and for which year; unit and instrument are folded away, for few need them. */
export function NewWorksheetForm({ start = {}, action, busy, onSubmit, onCancel }: Props) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const { fields, set, errors, submit } = useNewWorksheetForm(start, new Date());
  const [unfolded, setUnfolded] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const request = submit();
    if (request !== null) onSubmit(request);
    // The fields carry aria-invalid only after this submit is rendered.
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={send}>
      <div className={styles.who}>
        <Field
          className={styles.agency}
          label={texts.agency}
          required
          {...(errors.includes('agency') && { validationMessage: texts.agencyRequired })}
        >
          <Input
            value={fields.agency}
            placeholder={texts.agencyExample}
            maxLength={MAX_NAME_LENGTH}
            autoComplete="organization"
            onChange={(_, { value }) => set({ agency: value })}
          />
        </Field>
        <Field
          className={styles.year}
          label={texts.year}
          required
          {...(errors.includes('year') && { validationMessage: texts.yearInvalid(YEARS.min, YEARS.max) })}
        >
          <Input
            value={fields.year}
            inputMode="numeric"
            maxLength={4}
            onChange={(_, { value }) => set({ year: value })}
          />
        </Field>
      </div>
      <details onToggle={(event) => setUnfolded(event.currentTarget.open)}>
        <summary className={styles.more}>{texts.more}</summary>
        <div className={styles.folded}>
          <Field label={texts.unit} hint={texts.unitHint}>
            <Input value={fields.unit} maxLength={MAX_NAME_LENGTH} onChange={(_, { value }) => set({ unit: value })} />
          </Field>
          {unfolded && <InstrumentChoice chosen={fields.instrument} onChoose={(instrument) => set({ instrument })} />}
        </div>
      </details>
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {action}
        </Button>
        {onCancel && <Button onClick={onCancel}>{texts.cancel}</Button>}
      </div>
    </form>
  );
}

interface InstrumentChoiceProps {
  readonly chosen: InstrumentId;
  readonly onChoose: (instrument: InstrumentId) => void;
}

/** Few choose an instrument: the instruments are loaded once the choice is unfolded. */
function InstrumentChoice(props: InstrumentChoiceProps) {
  const { partMissing } = usePaneTexts();
  const [part] = usePart(() => import('./InstrumentField'));
  if (part === 'loading') return null;
  return part === 'failed' ? <Text>{partMissing}</Text> : <part.InstrumentField {...props} />;
}
