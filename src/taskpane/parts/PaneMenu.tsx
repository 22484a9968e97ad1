import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { LANGUAGES } from '../../i18n/language';
import { useLanguage, usePaneTexts } from './language';

const LANGUAGE_NAMES = { id: 'Bahasa Indonesia', en: 'English' } as const;

interface Props {
  readonly onAbout: () => void;
  /** Asks again which sheet is assessed, where there are several. */
  readonly onOtherSheet?: () => void;
}

/** The menu "⋯": language, help and about. */
export function PaneMenu({ onAbout, onOtherSheet }: Props) {
  const texts = usePaneTexts();
  const { language, choose } = useLanguage();
  return (
    <Menu
      checkedValues={{ language: [language] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const chosen = LANGUAGES.find((each) => each === checkedItems[0]);
        if (chosen) choose(chosen);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" aria-label={texts.menu} icon={<MoreHorizontalRegular />} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{texts.language}</MenuGroupHeader>
            {LANGUAGES.map((each) => (
              <MenuItemRadio key={each} name="language" value={each} lang={each}>
                {LANGUAGE_NAMES[each]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          {onOtherSheet && <MenuItem onClick={onOtherSheet}>{texts.otherSheet}</MenuItem>}
          <MenuItem onClick={onAbout}>{texts.about}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
