import {
  Button,
  Card,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { describeError } from '../app/describe';
import { safeFileName } from '../app/file-names';
import { newWorkbookPlan } from '../app/insert-worksheets';
import { type Consolidating, Consolidation } from '../taskpane/consolidation/Consolidation';
import { Heading } from '../taskpane/parts/Heading';
import { useLanguage, usePaneTexts } from '../taskpane/parts/language';
import { MenuButton } from '../taskpane/parts/MenuButton';
import { MenuScreen } from '../taskpane/parts/MenuScreen';
import { NewWorksheetForm } from '../taskpane/parts/NewWorksheetForm';
import { workbookPlan } from '../worksheet/plan/workbook-plan';
import type { WorkbookPlan } from '../worksheet/sheet-plan';
import { exampleContent } from './example';
import { FileButton } from './FileButton';
import type { PickedFile } from './file-target';
import type { PageError } from './files';
import { KeptCard } from './kept/KeptCard';
import type { KeptPlace } from './kept/kept-store';
import type { KeptWork } from './kept/kept-work';
import { useKeptList } from './kept/use-kept-list';
import { UpdateBar } from './offline/UpdateBar';
import { usePageTexts } from './page-texts';
import { useFileDrop } from './use-file-drop';
import type { Opened } from './use-open-file';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalL,
  },
  title: { margin: 0 },
  main: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  drop: { alignItems: 'flex-start', border: `2px dashed ${tokens.colorNeutralStroke1}` },
  over: { border: `2px dashed ${tokens.colorBrandStroke1}` },
});

/** No workbook is open here that could name units. */
const NO_UNITS: readonly string[] = [];

interface Props {
  readonly opened: Exclude<Opened, { readonly kind: 'open' }>;
  /** Loads a newer version of the page, or null where there is none. */
  readonly update: (() => void) | null;
  readonly consolidating: Consolidating;
  readonly onFile: (picked: PickedFile) => void;
  readonly onResume: (work: KeptWork, place: KeptPlace) => void;
  readonly onMake: (name: string, plan: WorkbookPlan, save: boolean) => void;
}

/** What a newcomer sees: open a file, make a new one, or look at an example. */
export function Start({ opened, update, consolidating, onFile, onResume, onMake }: Props) {
  const styles = useStyles();
  const texts = usePageTexts();
  const pane = usePaneTexts();
  const [view, setView] = useState<'start' | 'menu' | 'consolidation'>('start');
  const over = useFileDrop(onFile);
  const kept = useKeptList();
  const busy = opened.kind === 'opening';
  return (
    <>
      <header className={styles.header}>
        <div>
          <Text as="h1" size={view === 'start' ? 600 : 400} weight="semibold" block className={styles.title}>
            {texts.title}
          </Text>
          {view === 'start' && <Text block>{texts.intro}</Text>}
          <Text block size={view === 'start' ? 300 : 200}>
            {texts.private}
          </Text>
        </div>
        <MenuButton open={view === 'menu'} onToggle={(open) => setView(open ? 'menu' : 'start')} />
      </header>
      <main className={styles.main}>
        {view === 'menu' && <MenuScreen onBack={() => setView('start')} />}
        {view === 'consolidation' && (
          <Consolidation {...consolidating} expected={NO_UNITS} onBack={() => setView('start')} />
        )}
        {view === 'start' && (
          <>
            {update !== null && <UpdateBar onReload={update} />}
            {opened.kind === 'failed' && <Failure name={opened.name} error={opened.error} />}
            {busy && <Spinner label={texts.opening(opened.name)} />}
            {kept.items.length > 0 && (
              <KeptCard
                items={kept.items}
                busy={busy}
                onContinue={({ id }) =>
                  void kept.takeUp(id).then((taken) => {
                    if (taken !== null) onResume(taken.work, taken.place);
                  })
                }
                onRemove={({ id }) => void kept.remove(id)}
                onBringBack={(item) => void kept.bringBack(item)}
              />
            )}
            <Card className={mergeClasses(styles.drop, over && styles.over)}>
              <Heading>{texts.openTitle}</Heading>
              <Text>{over ? texts.drop : texts.openText}</Text>
              <FileButton appearance="primary" label={texts.open} onFile={onFile} />
            </Card>
            <Card>
              <Heading>{texts.newTitle}</Heading>
              <Text>{texts.newText}</Text>
              <NewWorksheetForm
                action={texts.create}
                busy={busy}
                onSubmit={(request) => {
                  const name = safeFileName(texts.fileName(request.agency ?? '', request.year ?? null));
                  onMake(name, newWorkbookPlan(request), true);
                }}
              />
            </Card>
            <Card>
              <Heading>{texts.manyTitle}</Heading>
              <Text>{texts.manyText}</Text>
              <div>
                <Button onClick={() => setView('consolidation')}>{pane.consolidate}</Button>
              </div>
            </Card>
            <div>
              <Text>{texts.exampleTitle} </Text>
              <Button
                disabledFocusable={busy}
                onClick={() => onMake(texts.exampleFile, workbookPlan(exampleContent(texts)), false)}
              >
                {texts.example}
              </Button>
            </div>
          </>
        )}
      </main>
    </>
  );
}

function Failure({ name, error }: { readonly name: string; readonly error: PageError }) {
  const texts = usePageTexts();
  const { language } = useLanguage();
  const { message, remedy } = error.code === 'page-incomplete' ? texts.incomplete : describeError(error, language);
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{texts.failedTitle(name)}</MessageBarTitle>
        {message} {remedy}
      </MessageBarBody>
    </MessageBar>
  );
}
