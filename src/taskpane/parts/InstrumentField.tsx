import { Field, Select } from '@fluentui/react-components';
import type { InstrumentId } from '../../instrument/instrument';
import { INSTRUMENTS } from '../../instrument/instruments';
import { usePaneTexts } from './language';

interface Props {
  readonly chosen: InstrumentId;
  readonly onChoose: (instrument: InstrumentId) => void;
}

/** By which regulation a new worksheet evaluates. */
export function InstrumentField({ chosen, onChoose }: Props) {
  const texts = usePaneTexts();
  return (
    <Field label={texts.instrumentLabel}>
      <Select
        value={chosen}
        onChange={(_, { value }) => {
          const instrument = INSTRUMENTS.find(({ id }) => id === value);
          if (instrument) onChoose(instrument.id);
        }}
      >
        {INSTRUMENTS.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </Field>
  );
}
