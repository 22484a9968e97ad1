import { Button } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { usePaneTexts } from './language';

interface Props {
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
}

/** "⋯": opens and closes the screen with language, help and about. */
export function MenuButton({ open, onToggle }: Props) {
  const texts = usePaneTexts();
  return (
    <Button
      appearance="subtle"
      aria-label={texts.menu}
      aria-expanded={open}
      icon={<MoreHorizontalRegular />}
      onClick={() => onToggle(!open)}
    />
  );
}
