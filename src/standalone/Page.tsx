import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useConsolidation, useLeaveWarning } from '../taskpane/consolidation/use-consolidation';
import { useKeptFocus } from '../taskpane/parts/use-kept-focus';
import { Waiting } from '../taskpane/parts/Waiting';
import { useUpdate } from './offline/use-update';
import { usePageTexts } from './page-texts';
import { PartMissing } from './PartMissing';
import { Start } from './Start';
import { useConsolidating } from './use-consolidating';
import { useOpenFile } from './use-open-file';

/** Not in the page's first load: what shows a file arrives while the file is read. */
const FileView = lazy(() =>
  import('./FileView').then(
    (module) => ({ default: module.FileView }),
    () => ({ default: PartMissing }),
  ),
);

const useStyles = makeStyles({
  page: {
    maxWidth: '640px',
    margin: '0 auto',
    outlineStyle: 'none',
    padding: tokens.spacingHorizontalL,
    // A table needs more room than a form.
    ':has([data-wide])': { maxWidth: '1000px' },
    // A sheet takes all there is.
    ':has([data-workbook])': { maxWidth: 'none', padding: tokens.spacingHorizontalS },
  },
});

/** The page without Excel: a start screen, then one file; or many files that become one. */
export function Page() {
  const styles = useStyles();
  const texts = usePageTexts();
  const { opened, open, make, take, resume, close } = useOpenFile();
  // What is typed into an open file is kept when another takes its place; where the browser forbids that, it stays open.
  const consolidating = useConsolidating(async (name, bytes) => {
    if (opened.kind === 'open' && !(await opened.safekeeping.keepNow()) && !window.confirm(texts.unsaved)) return;
    await take(name, bytes);
  });
  useLeaveWarning(consolidating.store);
  const [told, setTold] = useState(false);
  const newer = useUpdate();
  // Files that are being consolidated would not survive the reload: the offer can wait.
  const update = useConsolidation(consolidating.store).unsaved ? null : newer;
  const page = useKeptFocus<HTMLDivElement>(opened.kind);
  useEffect(() => {
    document.title = texts.title;
  }, [texts]);
  return (
    <div ref={page} tabIndex={-1} className={styles.page}>
      {opened.kind === 'open' ? (
        <Suspense fallback={<Waiting label={texts.opening(opened.name)} />}>
          <FileView
            key={opened.turn}
            file={opened}
            told={told}
            onTold={() => setTold(true)}
            update={update}
            consolidating={consolidating}
            onFile={(picked) => void open(picked)}
            onMake={(name, plan, save) => void make(name, plan, save)}
            onClose={close}
          />
        </Suspense>
      ) : (
        <Start
          opened={opened}
          update={update}
          consolidating={consolidating}
          onFile={(picked) => void open(picked)}
          onResume={(work, place) => void resume(work, place)}
          onMake={(name, plan, save) => void make(name, plan, save)}
        />
      )}
    </div>
  );
}
