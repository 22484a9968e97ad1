import { Button } from '@fluentui/react-components';
import { type ChangeEvent, useRef } from 'react';
import { RECEIVED_EXTENSIONS } from '../../app/received-files';
import { pickedFiles, pickedFolder } from './chosen-files';
import type { ChosenFile } from './store';
import { useConsolidationTexts } from './texts';

interface Props {
  readonly primary: boolean;
  readonly onFiles: (files: readonly ChosenFile[]) => void;
}

/** Two buttons that ask the system for files, or for a folder of them. */
export function FilePickers({ primary, onFiles }: Props) {
  const texts = useConsolidationTexts();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take =
    (pick: (files: Iterable<File>) => readonly ChosenFile[]) =>
    ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
      const { files: list } = currentTarget;
      if (list === null) return;
      const picked = pick(list);
      // The same files chosen again are a change as well: they may have been corrected meanwhile.
      currentTarget.value = '';
      // The browser has just spent a while on making this list: what follows is a task of its own.
      setTimeout(() => onFiles(picked));
    };
  return (
    <>
      <input ref={files} type="file" multiple hidden accept={RECEIVED_EXTENSIONS} onChange={take(pickedFiles)} />
      <input
        ref={(input) => {
          folder.current = input;
          if (input !== null) input.webkitdirectory = true;
        }}
        type="file"
        hidden
        onChange={take(pickedFolder)}
      />
      <Button appearance={primary ? 'primary' : 'secondary'} size="small" onClick={() => files.current?.click()}>
        {texts.addFiles}
      </Button>
      <Button size="small" onClick={() => folder.current?.click()}>
        {texts.addFolder}
      </Button>
    </>
  );
}
