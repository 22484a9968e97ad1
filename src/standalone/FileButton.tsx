import { Button } from '@fluentui/react-components';
import { useRef } from 'react';

interface Props {
  readonly label: string;
  readonly appearance?: 'primary' | 'secondary';
  readonly size?: 'small' | 'medium';
  readonly onFile: (file: File) => void;
}

/** A button that asks the system for one workbook. */
export function FileButton({ label, appearance = 'secondary', size = 'medium', onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        // The last three cannot be read; chosen, they are answered with what to do, instead of being grey in the dialog.
        accept=".xlsx,.xlsm,.xls,.xlsb,.ods"
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file chosen again is a change as well: it may have been corrected meanwhile.
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
      <Button appearance={appearance} size={size} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}
