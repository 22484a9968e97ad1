import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components';
import { describeError } from '../app/describe';
import { copyName } from '../app/file-names';
import type { Consolidating } from '../taskpane/consolidation/Consolidation';
import { useLanguage } from '../taskpane/parts/language';
import { useSession } from '../taskpane/parts/use-session';
import { DOWNLOADS } from '../taskpane/split/outlet';
import { Workspace } from '../taskpane/parts/Workspace';
import { FileButton } from './FileButton';
import { download } from './files';
import { usePageTexts } from './page-texts';
import type { Opened } from './use-open-file';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalM,
  },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  workspace: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
});

interface Props {
  readonly file: Extract<Opened, { readonly kind: 'open' }>;
  readonly consolidating: Consolidating;
  readonly onFile: (file: File) => void;
  readonly onClose: () => void;
}

/** An open file: its name and what to do with it above, and below the same view as in Excel's pane. */
export function FileView({ file, consolidating, onFile, onClose }: Props) {
  const { name, session, bytes, original, made } = file;
  const styles = useStyles();
  const texts = usePageTexts();
  // Renders again after each action; a repair leaves other bytes behind.
  useSession(session);
  const changed = bytes() !== original;
  return (
    <>
      <section aria-label={texts.file} className={styles.bar}>
        <div className={styles.name}>
          <Text block weight="semibold">
            {name}
          </Text>
          <Text block size={200} className={styles.quiet}>
            {changed ? texts.changed : texts.private}
          </Text>
        </div>
        {changed ? (
          <Button
            size="small"
            appearance="primary"
            onClick={() => download(copyName(name, texts.repairedMark), bytes())}
          >
            {texts.saveCopy}
          </Button>
        ) : (
          made && (
            <Button size="small" appearance="primary" onClick={() => download(name, original)}>
              {texts.download}
            </Button>
          )
        )}
        <FileButton size="small" label={texts.openAnother} onFile={onFile} />
        <Button size="small" onClick={onClose}>
          {texts.close}
        </Button>
      </section>
      <div className={styles.workspace}>
        <Workspace
          session={session}
          nothing={<NoAssessment />}
          reserveCorner={false}
          consolidating={consolidating}
          splitting={DOWNLOADS}
        />
      </div>
    </>
  );
}

function NoAssessment() {
  const { language } = useLanguage();
  const { message, remedy } = describeError({ code: 'not-an-assessment' }, language);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{message}</MessageBarTitle>
        {remedy}
      </MessageBarBody>
    </MessageBar>
  );
}
