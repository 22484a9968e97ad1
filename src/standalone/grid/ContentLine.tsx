import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled, LightbulbFilled, LockClosedRegular, WarningFilled } from '@fluentui/react-icons';
import { useState } from 'react';
import type { GridTexts } from '../../i18n/grid';
import { a1, rangeAddress } from '../../worksheet/address';
import { contentOf } from './parse-typed';
import { withLineBreak } from './CellEditor';
import type { Mark } from './marks';
import type { SheetControl } from './use-sheet';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'stretch',
    gap: tokens.spacingHorizontalXS,
    padding: tokens.spacingHorizontalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  field: {
    boxSizing: 'border-box',
    minWidth: 0,
    height: '28px',
    padding: '4px 8px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: '18px',
    resize: 'none',
  },
  name: { width: '84px', flexShrink: 0, textAlign: 'center', fontVariantNumeric: 'tabular-nums' },
  content: { flexGrow: 1 },
  open: { height: '64px' },
  closed: { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground2 },
  note: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    height: '22px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  icon: { flexShrink: 0, fontSize: '16px' },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  hint: { color: tokens.colorBrandForeground1 },
});

const ICONS = { error: ErrorCircleFilled, warning: WarningFilled, hint: LightbulbFilled } as const;

interface Props {
  readonly control: SheetControl;
  readonly texts: GridTexts;
  readonly mark: Mark | undefined;
  readonly isUncalculated: boolean;
  /** Back to the sheet, after an entry up here. */
  readonly onReturn: () => void;
}

/** Above the sheet: where one is, what stands there, and what there is to know about it. */
export function ContentLine({ control, texts, mark, isUncalculated, onReturn }: Props) {
  const styles = useStyles();
  const { editable, selection, range, closed, editing } = control;
  const { row, column } = selection.active;
  const address = a1(row, column);
  const shownRange = selection.active === selection.end ? address : rangeAddress(range);
  const content = editable === null ? '' : contentOf(editable.cell(row, column), editable.view);
  const isOpen = editing?.where === 'line';
  return (
    <>
      <div className={styles.line}>
        <NameBox key={shownRange} shown={shownRange} label={texts.nameBox} onJump={control.jump} onReturn={onReturn} />
        <textarea
          aria-label={`${texts.content} ${address}`}
          aria-describedby="cell-note"
          rows={1}
          className={mergeClasses(
            styles.field,
            styles.content,
            isOpen && styles.open,
            closed !== null && styles.closed,
          )}
          readOnly={closed !== null}
          value={editing?.text ?? content}
          onFocus={() => {
            if (editing === null && closed === null) control.beginEditing('line');
          }}
          onChange={({ currentTarget }) => control.changeText(currentTarget.value)}
          onBlur={() => {
            if (isOpen) control.commit(null);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.altKey) {
              event.preventDefault();
              control.changeText(withLineBreak(event.currentTarget));
              return;
            }
            if (event.key === 'Escape') control.cancel();
            else if (event.key === 'Enter' && !event.shiftKey) {
              event.preventDefault();
              if (!control.commit({ rows: 1, columns: 0 })) return;
            } else return;
            onReturn();
          }}
        />
      </div>
      <div id="cell-note" className={styles.note}>
        <Note texts={texts} control={control} mark={mark} isUncalculated={isUncalculated} />
      </div>
    </>
  );
}

interface NameBoxProps {
  readonly shown: string;
  readonly label: string;
  readonly onJump: (address: string) => void;
  readonly onReturn: () => void;
}

function NameBox({ shown, label, onJump, onReturn }: NameBoxProps) {
  const styles = useStyles();
  const [text, setText] = useState(shown);
  return (
    <input
      aria-label={label}
      className={mergeClasses(styles.field, styles.name)}
      value={text}
      spellCheck={false}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={() => setText(shown)}
      onKeyDown={({ key }) => {
        if (key === 'Enter') onJump(text);
        if (key === 'Escape') setText(shown);
        if (key === 'Enter' || key === 'Escape') onReturn();
      }}
    />
  );
}

/** Findings first, then why the cell is closed, else what its rule asks for. */
function Note({ control, texts, mark, isUncalculated }: Pick<Props, 'control' | 'texts' | 'mark' | 'isUncalculated'>) {
  const styles = useStyles();
  const { closed, editable, selection } = control;
  const { row, column } = selection.active;
  if (mark !== undefined) {
    const Icon = ICONS[mark.severity];
    const words = mark.sentences.join(' ');
    return (
      <>
        <Icon className={mergeClasses(styles.icon, styles[mark.severity])} />
        <span className={styles.words} title={words}>
          {words}
        </span>
      </>
    );
  }
  if (closed !== null) {
    const words = isUncalculated ? `${texts.closed[closed]} (${texts.uncalculated})` : texts.closed[closed];
    return (
      <>
        <LockClosedRegular className={styles.icon} />
        <span className={styles.words}>{words}</span>
      </>
    );
  }
  const prompt = editable?.view.rule(row, column)?.prompt ?? '';
  return (
    <span className={styles.words} title={prompt}>
      {prompt === '' ? texts.help : prompt.replaceAll(/\s*\n\s*/g, ' · ')}
    </span>
  );
}
