import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { type ComponentProps, useDeferredValue, useState } from 'react';
import { safeFileName } from '../app/file-names';
import type { NewWorksheet } from '../app/insert-worksheets';
import type { PageTexts } from '../i18n/page';
import { type Consolidating, Consolidation } from '../taskpane/consolidation/Consolidation';
import { useKeptFocus } from '../taskpane/parts/use-kept-focus';
import { usePart } from '../taskpane/parts/use-part';
import { Heading } from '../taskpane/parts/Heading';
import { Panel } from '../taskpane/parts/Panel';
import { usePaneTexts } from '../taskpane/parts/language';
import { MenuButton } from '../taskpane/parts/MenuButton';
import type { NewWorksheetForm } from '../taskpane/parts/NewWorksheetForm';
import type { WorkbookPlan } from '../worksheet/sheet-plan';
import { FileButton } from './FileButton';
import type { PickedFile } from './file-target';
import type { KeptPlace } from './kept/kept-store';
import type { KeptWork } from './kept/kept-work';
import { useKeptList } from './kept/use-kept-list';
import { usePageTexts } from './page-texts';
import { PartMissing } from './PartMissing';
import type { StartNews } from './StartNews';
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
  main: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, outlineStyle: 'none' },
  drop: { alignItems: 'flex-start', border: `2px dashed ${tokens.colorNeutralStroke1}` },
  // The form's height: nothing moves when it arrives.
  formRoom: { height: '134px' },
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
  const main = useKeptFocus(view);
  const over = useFileDrop(onFile);
  const kept = useKeptList();
  // First what most people come for; what stands below it a moment later, and nothing moves.
  const isWhole = useDeferredValue(true, false);
  const busy = opened.kind === 'opening';
  const hasNews = update !== null || opened.kind !== 'none' || kept.items.length > 0;
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
      <main ref={main} tabIndex={-1} className={styles.main}>
        {view === 'menu' && <Menu onBack={() => setView('start')} />}
        {view === 'consolidation' && (
          <Consolidation {...consolidating} expected={NO_UNITS} onBack={() => setView('start')} />
        )}
        {view === 'start' && (
          <>
            {hasNews && <News opened={opened} update={update} kept={kept} onResume={onResume} />}
            <Panel className={mergeClasses(styles.drop, over && styles.over)}>
              <Heading>{texts.openTitle}</Heading>
              <Text>{over ? texts.drop : texts.openText}</Text>
              <FileButton appearance="primary" label={texts.open} onFile={onFile} />
            </Panel>
            {isWhole && (
              <>
                <Panel>
                  <Heading>{texts.newTitle}</Heading>
                  <Text>{texts.newText}</Text>
                  <NewForm
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

// The form's fields and most of what can be told are on their way while a file can be opened already.

function NewForm(props: ComponentProps<typeof NewWorksheetForm>) {
  const styles = useStyles();
  const [part] = usePart(() => import('../taskpane/parts/NewWorksheetForm'));
  if (part === 'loading') return <div className={styles.formRoom} />;
  return part === 'failed' ? <PartMissing /> : <part.NewWorksheetForm {...props} />;
}

function News(props: ComponentProps<typeof StartNews>) {
  const [part] = usePart(() => import('./StartNews'));
  if (part === 'loading') return null;
  return part === 'failed' ? <PartMissing /> : <part.StartNews {...props} />;
}

function Menu({ onBack }: { readonly onBack: () => void }) {
  const [part] = usePart(() => import('../taskpane/parts/MenuScreen'));
  if (part === 'loading') return null;
  return part === 'failed' ? <PartMissing /> : <part.MenuScreen onBack={onBack} />;
}
