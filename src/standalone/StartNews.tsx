import { MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components';
import { describeError } from '../app/describe';
import { useLanguage } from '../taskpane/parts/language';
import type { PageError } from './files';
import { KeptCard } from './kept/KeptCard';
import type { KeptPlace } from './kept/kept-store';
import type { KeptWork } from './kept/kept-work';
import type { KeptList } from './kept/use-kept-list';
import { UpdateBar } from './offline/UpdateBar';
import { usePageTexts } from './page-texts';
import type { Opened } from './use-open-file';

interface Props {
  readonly opened: Exclude<Opened, { readonly kind: 'open' }>;
  readonly update: (() => void) | null;
  readonly kept: KeptList;
  readonly onResume: (work: KeptWork, place: KeptPlace) => void;
}

/** What the start screen has to tell above its choices: a newer version, a file on its way or refused, unsaved work. */
export function StartNews({ opened, update, kept, onResume }: Props) {
  const texts = usePageTexts();
  const busy = opened.kind === 'opening';
  return (
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
