import { makeStyles, tokens } from '@fluentui/react-components';
import { FileView } from './FileView';
import { Start } from './Start';
import { useFileDrop } from './use-file-drop';
import { useOpenFile } from './use-open-file';

const useStyles = makeStyles({
  page: { maxWidth: '640px', margin: '0 auto', padding: tokens.spacingHorizontalL },
});

/** The page without Excel: a start screen, then one file. */
export function Page() {
  const styles = useStyles();
  const { opened, open, make, close } = useOpenFile();
  const over = useFileDrop((file) => void open(file));
  return (
    <div className={styles.page}>
      {opened.kind === 'open' ? (
        <FileView file={opened} onFile={(file) => void open(file)} onClose={close} />
      ) : (
        <Start
          opened={opened}
          over={over}
          onFile={(file) => void open(file)}
          onMake={(name, plan, save) => void make(name, plan, save)}
        />
      )}
    </div>
  );
}
