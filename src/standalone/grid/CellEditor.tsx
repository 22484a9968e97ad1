import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { GridTexts } from '../../i18n/grid';
import { a1 } from '../../worksheet/address';
import { alignOf, PAPER, textStyle } from './cell-look';
import type { SheetControl, Way } from './use-sheet';

const useStyles = makeStyles({
  editor: {
    position: 'absolute',
    top: 0,
    left: 0,
    minWidth: '100%',
    minHeight: '100%',
    boxSizing: 'border-box',
    margin: 0,
    padding: '0 3px',
    border: 'none',
    outline: '2px solid #0F6CBD',
    outlineOffset: '-2px',
    backgroundColor: PAPER,
    color: '#000000',
    fontFamily: 'inherit',
    lineHeight: 1.25,
    resize: 'none',
    overflow: 'hidden',
    boxShadow: '0 2px 8px rgba(0, 0, 0, 0.28)',
  },
  select: { width: 'max-content', maxWidth: '320px', cursor: 'pointer', overflow: 'visible' },
});

interface Props {
  readonly control: SheetControl;
  readonly texts: GridTexts;
}

/** What the active cell is edited with: its list where it has a strict one, else its text. */
export function CellEditor({ control, texts }: Props) {
  const { editable, selection } = control;
  const { row, column } = selection.active;
  const rule = editable?.view.rule(row, column) ?? null;
  return rule?.strict === true ? (
    <ChoiceEditor control={control} texts={texts} choices={rule.choices.map(({ shown }) => shown)} />
  ) : (
    <TextEditor control={control} texts={texts} />
  );
}

/** Where a key leads out of the editor: `undefined` where it stays in it. */
function wayOut({ key, shiftKey, altKey, ctrlKey }: KeyboardEvent, over: boolean): Way | undefined {
  if (key === 'Enter' && !altKey && !ctrlKey) return { rows: shiftKey ? -1 : 1, columns: 0 };
  if (key === 'Tab') return shiftKey ? 'tab-back' : 'tab';
  if (!over || shiftKey || altKey || ctrlKey) return undefined;
  if (key === 'ArrowUp' || key === 'ArrowDown') return { rows: key === 'ArrowDown' ? 1 : -1, columns: 0 };
  if (key === 'ArrowLeft' || key === 'ArrowRight') return { rows: 0, columns: key === 'ArrowRight' ? 1 : -1 };
  return undefined;
}

/** Focus from the first moment, and an entry when the focus goes elsewhere, but not when the editor itself goes. */
function useEntry(control: SheetControl, over: boolean) {
  const over_ = useRef(false);
  useLayoutEffect(() => {
    over_.current = false;
    return () => {
      over_.current = true;
    };
  }, []);
  return {
    onBlur: (): void => {
      if (over_.current) return;
      // A refused entry stays open, with its cause: it may be long work.
      over_.current = control.commit(null);
    },
    onKeyDown: (event: KeyboardEvent): void => {
      event.stopPropagation();
      const way = wayOut(event, over);
      if (event.key === 'Escape') {
        event.preventDefault();
        over_.current = true;
        control.cancel();
      } else if (way !== undefined) {
        event.preventDefault();
        over_.current = true;
        over_.current = control.commit(way);
      }
    },
  };
}

function TextEditor({ control, texts }: Props) {
  const styles = useStyles();
  const field = useRef<HTMLTextAreaElement>(null);
  const { editing, selection, editable } = control;
  const { row, column } = selection.active;
  const text = editing?.text ?? '';
  const { onBlur, onKeyDown } = useEntry(control, editing?.over === true);
  useLayoutEffect(() => {
    const { current } = field;
    if (current === null) return;
    current.focus({ preventScroll: true });
    current.setSelectionRange(current.value.length, current.value.length);
  }, []);
  useLayoutEffect(() => {
    const { current } = field;
    if (current === null) return;
    // As large as what is in it, at least as the cell.
    current.style.height = 'auto';
    current.style.height = `${String(current.scrollHeight)}px`;
  }, [text]);
  if (editable === null) return null;
  const held = editable.cell(row, column);
  return (
    <textarea
      ref={field}
      data-editor
      rows={1}
      aria-label={texts.edit(a1(row, column))}
      className={styles.editor}
      style={{ ...textStyle(held.look, alignOf({ ...held, value: text })), width: '100%' }}
      value={text}
      onChange={({ currentTarget }) => control.changeText(currentTarget.value)}
      onBlur={onBlur}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.altKey) {
          event.preventDefault();
          event.stopPropagation();
          control.changeText(withLineBreak(event.currentTarget));
          return;
        }
        onKeyDown(event);
      }}
    />
  );
}

/** The field's text with a line break where the caret is; the caret goes behind it. */
export function withLineBreak(field: HTMLTextAreaElement): string {
  field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
  return field.value;
}

function ChoiceEditor({ control, texts, choices }: Props & { readonly choices: readonly string[] }) {
  const styles = useStyles();
  const field = useRef<HTMLSelectElement>(null);
  /** All that was typed since the list is open, the key that opened it first. */
  const typed = useRef(control.editing?.over === true ? control.editing.text.slice(0, 1) : '');
  const { editing, selection, editable } = control;
  const { row, column } = selection.active;
  const { onBlur, onKeyDown } = useEntry(control, false);
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  if (editable === null) return null;
  const [now, text] = [editing?.initial ?? '', editing?.text ?? ''];
  // What the cell holds now may be none of the choices: it stays until another is chosen. So may what is typed.
  const others = [...new Set([now, text])].filter((each) => each !== '' && !choices.includes(each));
  return (
    <select
      ref={field}
      data-editor
      aria-label={texts.choose(a1(row, column))}
      className={mergeClasses(styles.editor, styles.select)}
      style={textStyle(editable.cell(row, column).look, 'left')}
      value={text}
      onChange={({ currentTarget }) => control.changeText(currentTarget.value)}
      onBlur={onBlur}
      onKeyDown={(event) => {
        if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.altKey && !event.metaKey) {
          // The browser would look for this key alone: "10" would end at what begins with 0.
          event.preventDefault();
          event.stopPropagation();
          typed.current += event.key;
          const begins = choices.find((choice) => choice.toLowerCase().startsWith(typed.current.toLowerCase()));
          control.changeText(begins ?? typed.current);
          return;
        }
        onKeyDown(event);
      }}
    >
      <option value="">{texts.blank}</option>
      {[...others, ...choices].map((choice) => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </select>
  );
}
