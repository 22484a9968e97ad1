import { sameBytes } from './safekeeping';
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { cleanCopyPlan } from '../app/clean-copy';
import { describeError } from '../app/describe';
import type { Examination } from '../app/examine';
import { copyName, safeFileName } from '../app/file-names';
import type { PageTexts } from '../i18n/page';
import type { Consolidating } from '../taskpane/consolidation/Consolidation';
import { useLanguage } from '../taskpane/parts/language';
import { EmptyWorkbook } from '../taskpane/parts/EmptyWorkbook';
import type { Session } from '../taskpane/parts/session';
import { useSession } from '../taskpane/parts/use-session';
import { DOWNLOADS } from '../taskpane/split/outlet';
import { Workspace } from '../taskpane/parts/Workspace';
import type { WorkbookPlan } from '../worksheet/sheet-plan';
import { FileButton } from './FileButton';
import type { PickedFile } from './file-target';
import { FixedFile } from './FixedFile';
import { WorkbookGrid } from './grid/WorkbookGrid';
import { UpdateBar } from './offline/UpdateBar';
import { usePageTexts } from './page-texts';
import { SaveProblem } from './SaveProblem';
import { useFileDrop } from './use-file-drop';
import type { Opened } from './use-open-file';
import { useSafekeeping } from './use-safekeeping';
import { useSaving } from './use-saving';

/** Room for a sheet beside the pane. */
const WIDE = '@media (min-width: 900px)';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalS,
  },
  message: { flexBasis: '100%' },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  nothing: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground3 },
  // One above the other on a narrow screen; beside each other, as in Excel, where there is room.
  both: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    [WIDE]: {
      flexDirection: 'row',
      gap: tokens.spacingHorizontalS,
      height: 'calc(100dvh - 76px)',
      minHeight: '420px',
    },
  },
  workspace: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    [WIDE]: { order: 2, width: '380px', flexShrink: 0, boxSizing: 'border-box', overflowY: 'auto' },
  },
  sheet: { minWidth: 0, height: 'max(320px, 72dvh)', [WIDE]: { flexGrow: 1, height: 'auto' } },
});

interface Props {
  readonly file: Extract<Opened, { readonly kind: 'open' }>;
  /** Whether the person knows that unsaved work is not kept here. */
  readonly told: boolean;
  readonly onTold: () => void;
  /** Loads a newer version of the page, or null where there is none. */
  readonly update: (() => void) | null;
  readonly consolidating: Consolidating;
  readonly onFile: (picked: PickedFile) => void;
  /** Makes a new workbook of what was found in this one. */
  readonly onMake: (name: string, plan: () => Promise<WorkbookPlan>, save: boolean) => void;
  readonly onClose: () => void;
}

/** An open file: its name and what to do with it above, and below its sheets and the same view as in Excel's pane. */
export function FileView({ file, told, onTold, update, consolidating, onFile, onMake, onClose }: Props) {
  const { name, session, live, original, made, safekeeping } = file;
  const styles = useStyles();
  const texts = usePageTexts();
  // All three render again after each change; each change leaves other bytes behind.
  const { found } = useSession(session);
  const { pending } = useSyncExternalStore(live.subscribe, live.state);
  const { notKept, target, inTarget } = useSafekeeping(safekeeping);
  const { problem, saveInPlace, saveCopy } = useSaving(file, texts.repairedMark);
  const bytes = live.workbook.toBytes();
  const changed = bytes !== original || pending.size > 0;
  const inFile = sameBytes(bytes, inTarget) && pending.size === 0;
  const unsaved = safekeeping.unsaved();
  /** What was typed does not go with one click. */
  const leave = (go: () => void): void => {
    live.confirm();
    if (safekeeping.unsaved() && !window.confirm(texts.unsaved)) return;
    safekeeping.discard();
    go();
  };
  // The browser would save the page, and a person believe that the file is saved.
  const saveByKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    live.confirm();
    if (target !== null) void saveInPlace(false);
    else if (made || safekeeping.unsaved()) void saveCopy();
  });
  useEffect(() => {
    const handle = (event: KeyboardEvent): void => saveByKey(event);
    // On its way down: an open entry keeps its keys to itself.
    window.addEventListener('keydown', handle, { capture: true });
    return () => window.removeEventListener('keydown', handle, { capture: true });
  }, []);
  /** What is kept survives the reload. */
  const reload = async (go: () => void): Promise<void> => {
    if (!(await safekeeping.keepNow()) && !window.confirm(texts.unsaved)) return;
    safekeeping.leave();
    go();
  };
  const onCopy = (found: Examination): void =>
    onMake(
      safeFileName(copyName(name.replace(/\.[^.]*$/, ''), texts.copyMark)),
      () => Promise.resolve(cleanCopyPlan(found)),
      false,
    );
  useFileDrop((dropped) => leave(() => onFile(dropped)));
  return (
    <>
      <section aria-label={texts.file} className={styles.bar}>
        {update !== null && (
          <div className={styles.message}>
            <UpdateBar onReload={() => void reload(update)} />
          </div>
        )}
        {problem !== null && (
          <div className={styles.message}>
            <SaveProblem
              problem={problem}
              onOverwrite={() => void saveInPlace(true)}
              onSaveCopy={() => void saveCopy()}
            />
          </div>
        )}
        {live.workbook.fixed !== null && (
          <div className={styles.message}>
            <FixedFile
              reason={live.workbook.fixed}
              onCopy={found.kind === 'assessment' ? () => leave(() => onCopy(found.examination)) : null}
            />
          </div>
        )}
        {notKept && !told && (
          <MessageBar intent="warning" layout="multiline" className={styles.message}>
            <MessageBarBody>{texts.notKept}</MessageBarBody>
            <MessageBarActions>
              <Button size="small" onClick={onTold}>
                {texts.dismiss}
              </Button>
            </MessageBarActions>
          </MessageBar>
        )}
        <div className={styles.name}>
          <Text block weight="semibold">
            {name}
          </Text>
          <Text block size={200} className={styles.quiet} role="status">
            {stateOf(texts, { changed, unsaved, made, inFile: target === null ? null : inFile })}
          </Text>
        </div>
        {target !== null && (
          <Button size="small" appearance="primary" disabledFocusable={inFile} onClick={() => void saveInPlace(false)}>
            {texts.save}
          </Button>
        )}
        {!made && (changed || unsaved) && problem === null && (
          <Button size="small" appearance={target === null ? 'primary' : 'secondary'} onClick={() => void saveCopy()}>
            {texts.saveCopy}
          </Button>
        )}
        {made && (
          <Button size="small" appearance="primary" onClick={() => void saveCopy()}>
            {changed || unsaved ? texts.save : texts.download}
          </Button>
        )}
        <FileButton size="small" label={texts.openAnother} onFile={(chosen) => leave(() => onFile(chosen))} />
        <Button size="small" onClick={() => leave(onClose)}>
          {texts.close}
        </Button>
      </section>
      <div className={styles.both}>
        <div className={styles.workspace}>
          <Workspace
            session={session}
            nothing={<NothingHere session={session} fixed={live.workbook.fixed !== null} />}
            reserveCorner={false}
            consolidating={consolidating}
            splitting={DOWNLOADS}
          />
        </div>
        <section data-workbook aria-label={texts.workbook} className={styles.sheet}>
          <WorkbookGrid file={live} {...(found.kind === 'assessment' && { findings: found.examination.findings })} />
        </section>
      </div>
    </>
  );
}

interface FileState {
  /** Unlike the file that was opened. */
  readonly changed: boolean;
  /** No saved file holds it. */
  readonly unsaved: boolean;
  readonly made: boolean;
  /** Whether the opened file holds it; null where that can never be written into. */
  readonly inFile: boolean | null;
}

function stateOf(texts: PageTexts, { changed, unsaved, made, inFile }: FileState): string {
  if (unsaved) return made || inFile !== null ? texts.notSaved : texts.changed;
  if (!changed || made) return texts.private;
  return inFile === true ? texts.savedInFile : texts.copySaved;
}

interface NothingHereProps {
  readonly session: Session;
  /** Whether nothing can be changed in the file. */
  readonly fixed: boolean;
}

/** A file without an assessment: why that is so, and the official worksheet to insert, as in Excel. */
function NothingHere({ session, fixed }: NothingHereProps) {
  const styles = useStyles();
  const { language } = useLanguage();
  const { message, remedy } = describeError({ code: 'not-an-assessment' }, language);
  return (
    <div className={styles.nothing}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{message}</MessageBarTitle>
          {remedy}
        </MessageBarBody>
      </MessageBar>
      {!fixed && <EmptyWorkbook session={session} />}
    </div>
  );
}
