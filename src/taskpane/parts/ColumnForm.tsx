import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Examination } from '../../app/examine';
import { POINTED_COLUMNS } from '../../worksheet/recognise/given-columns';
import { COLUMN_LABELS } from '../../worksheet/vocabulary';
import { chosenTwice, columnChoices, pointingOf, recognisedColumns } from './column-choices';
import { usePaneTexts } from './language';
import type { Session } from './session';
import { useSession } from './use-session';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, marginTop: tokens.spacingVerticalS },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly session: Session;
  readonly examination: Examination;
  readonly onDone: () => void;
}

/** Which column holds what, for the person to correct; what is said is remembered in the workbook. */
export function ColumnForm({ session, examination, onDone }: Props) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const { busy } = useSession(session);
  const [chosen, setChosen] = useState(() => recognisedColumns(examination));
  const choices = columnChoices(examination);
  const twice = chosenTwice(chosen);
  const apply = (): void => {
    const pointing = pointingOf(examination, chosen);
    onDone();
    if (pointing !== null) void session.pointOutColumns(pointing);
  };
  return (
    <form
      className={styles.form}
      aria-label={texts.columnsTitle}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && twice === null) apply();
      }}
    >
      <Text size={200}>{texts.columnsRemembered}</Text>
      {POINTED_COLUMNS.map((key) => (
        <Field
          key={key}
          label={COLUMN_LABELS[key]}
          size="small"
          orientation="horizontal"
          {...(twice?.[1] === key && { validationMessage: texts.columnsTwice(COLUMN_LABELS[twice[0]]) })}
        >
          <Select
            value={String(chosen[key] ?? '')}
            onChange={(_, { value }) => setChosen({ ...chosen, [key]: value === '' ? null : Number(value) })}
          >
            <option value="">{texts.columnsNone}</option>
            {choices.map(({ column, label }) => (
              <option key={column} value={String(column)}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" size="small" disabledFocusable={busy || twice !== null}>
          {texts.columnsApply}
        </Button>
        <Button size="small" onClick={onDone}>
          {texts.columnsCancel}
        </Button>
      </div>
    </form>
  );
}
