import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { ACCEPTED, canPick, type PickedFile, pickFile } from './file-target';

interface Props {
  readonly label: string;
  readonly appearance?: 'primary' | 'secondary';
  readonly size?: 'small' | 'medium';
  readonly onFile: (picked: PickedFile) => void;
}

/** A button that asks the system for one workbook. */
export function FileButton({ label, appearance = 'secondary', size = 'medium', onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const choose = async (): Promise<void> => {
    const picked = canPick() ? await pickFile() : 'unavailable';
    if (picked === 'unavailable') input.current?.click();
    else if (picked !== null) onFile(picked);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED.join()}
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file chosen again is a change as well: it may have been corrected meanwhile.
          currentTarget.value = '';
          if (file) onFile({ file, target: null });
        }}
      />
      <Button appearance={appearance} size={size} onClick={() => void choose()}>
        {label}
      </Button>
    </>
  );
}
