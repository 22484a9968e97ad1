import {
  Button,
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
import { safeFileName } from '../app/file-names';
import type { NewWorksheet } from '../app/insert-worksheets';
import type { PageTexts } from '../i18n/page';
import { type Consolidating, Consolidation } from '../taskpane/consolidation/Consolidation';
import { usePart } from '../taskpane/parts/use-part';
import { Heading } from '../taskpane/parts/Heading';
import { Panel } from '../taskpane/parts/Panel';
import { useLanguage, usePaneTexts } from '../taskpane/parts/language';
import { MenuButton } from '../taskpane/parts/MenuButton';
import { NewWorksheetForm } from '../taskpane/parts/NewWorksheetForm';
import type { WorkbookPlan } from '../worksheet/sheet-plan';
import { FileButton } from './FileButton';
import type { PickedFile } from './file-target';
import type { PageError } from './files';
import { KeptCard } from './kept/KeptCard';
import type { KeptPlace } from './kept/kept-store';
import type { KeptWork } from './kept/kept-work';
import { useKeptList } from './kept/use-kept-list';
import { UpdateBar } from './offline/UpdateBar';
import { usePageTexts } from './page-texts';
import { PartMissing } from './PartMissing';
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
  readonly onMake: (name: string, plan: () => Promise<WorkbookPlan>, save: boolean) => void;
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
        {view === 'menu' && <Menu onBack={() => setView('start')} />}
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
            <Panel className={mergeClasses(styles.drop, over && styles.over)}>
              <Heading>{texts.openTitle}</Heading>
              <Text>{over ? texts.drop : texts.openText}</Text>
              <FileButton appearance="primary" label={texts.open} onFile={onFile} />
            </Panel>
            <Panel>
              <Heading>{texts.newTitle}</Heading>
              <Text>{texts.newText}</Text>
              <NewWorksheetForm
                action={texts.create}
                busy={busy}
                onSubmit={(request) => {
                  const name = safeFileName(texts.fileName(request.agency ?? '', request.year ?? null));
                  onMake(name, () => newPlan(request), true);
                }}
              />
            </Panel>
            <Panel>
              <Heading>{texts.manyTitle}</Heading>
              <Text>{texts.manyText}</Text>
              <div>
                <Button onClick={() => setView('consolidation')}>{pane.consolidate}</Button>
              </div>
            </Panel>
            <div>
              <Text>{texts.exampleTitle} </Text>
              <Button
                disabledFocusable={busy}
                onClick={() => onMake(texts.exampleFile, () => examplePlan(texts), false)}
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

// What plans a workbook is needed only once one is made: the start screen is there sooner without it.
async function newPlan(request: NewWorksheet): Promise<WorkbookPlan> {
  const { newWorkbookPlan } = await import('../app/insert-worksheets');
  return newWorkbookPlan(request);
}

async function examplePlan(texts: PageTexts): Promise<WorkbookPlan> {
  const { examplePlan: plan } = await import('./example');
  return plan(texts);
}

function Menu({ onBack }: { readonly onBack: () => void }) {
  const [part] = usePart(() => import('../taskpane/parts/MenuScreen'));
  if (part === 'loading') return null;
  return part === 'failed' ? <PartMissing /> : <part.MenuScreen onBack={onBack} />;
}

/** What describes errors is loaded with the first one; what a missing part of the page means is known without it. */
function Failure({ name, error }: { readonly name: string; readonly error: PageError }) {
  const texts = usePageTexts();
  const { language } = useLanguage();
  const [part] = usePart(() => import('../app/describe'));
  if (part === 'loading') return null;
  const isMissing = error.code === 'page-incomplete' || part === 'failed';
  const { message, remedy } = isMissing ? texts.incomplete : part.describeError(error, language);
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{texts.failedTitle(name)}</MessageBarTitle>
        {message} {remedy}
      </MessageBarBody>
    </MessageBar>
  );
}
