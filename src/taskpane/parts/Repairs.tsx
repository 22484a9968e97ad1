import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Examination } from '../../app/examine';
import { repairChoices } from '../../app/repair-choices';
import type { Repair } from '../../worksheet/repairs/repair';
import { proposeRepairs } from '../../worksheet/repairs/repairs';
import { usePaneTexts } from './language';
import { RepairPreview } from './RepairPreview';
import type { Session } from './session';
import { useKeptFocus } from './use-kept-focus';
import { useSession } from './use-session';

const useStyles = makeStyles({
  repairs: { outlineStyle: 'none' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly session: Session;
  readonly examination: Examination;
}

/** The safe repairs of what was found: first a preview, then all at once; and the way back. */
export function Repairs({ session, examination }: Props) {
  const styles = useStyles();
  const texts = usePaneTexts();
  const { busy } = useSession(session);
  const [opened, setOpened] = useState(false);
  const choices = useMemo(() => repairChoices(proposeRepairs(examination)), [examination]);
  const { undoable } = examination;
  const previewing = opened && choices.length > 0;
  const repairs = useKeptFocus<HTMLDivElement>(`${previewing} ${choices.length > 0} ${undoable > 0}`);
  const apply = async (wanted: readonly Repair[]): Promise<void> => {
    const { error } = await session.repair(wanted);
    if (error === null) setOpened(false);
  };
  return (
    <div ref={repairs} tabIndex={-1} className={styles.repairs}>
      {previewing ? (
        <RepairPreview
          choices={choices}
          busy={busy}
          onApply={(wanted) => void apply(wanted)}
          onCancel={() => setOpened(false)}
        />
      ) : (
        <div className={styles.actions}>
          {choices.length > 0 && (
            <Button size="small" appearance="primary" disabledFocusable={busy} onClick={() => setOpened(true)}>
              {texts.repair(choices.length)}
            </Button>
          )}
          {undoable > 0 && (
            <Button size="small" disabledFocusable={busy} onClick={() => void session.undoRepairs()}>
              {texts.undoRepairs(undoable)}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
