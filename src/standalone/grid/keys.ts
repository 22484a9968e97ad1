/** What a key means on a sheet, as in Excel; on a Mac, Command is Control. */
export type Command =
  | { readonly kind: 'move'; readonly rows: number; readonly columns: number; readonly extend: boolean }
  | { readonly kind: 'page'; readonly direction: 1 | -1; readonly extend: boolean }
  /** To the end of a filled block, or to the next one. */
  | { readonly kind: 'leap'; readonly rows: number; readonly columns: number; readonly extend: boolean }
  | { readonly kind: 'row-start' | 'sheet-start' | 'sheet-end'; readonly extend: boolean }
  | { readonly kind: 'enter' | 'tab'; readonly back: boolean }
  | { readonly kind: 'type'; readonly text: string }
  | {
      readonly kind: 'edit' | 'clear' | 'select-all' | 'fill-down' | 'undo' | 'redo' | 'leave';
    };

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The command, or null for a key that is the browser's. */
export function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): Command | null {
  const control = ctrlKey || metaKey;
  const arrow = Object.hasOwn(ARROWS, key) ? ARROWS[key] : undefined;
  if (arrow !== undefined) {
    if (altKey) return key === 'ArrowDown' ? { kind: 'edit' } : null;
    return { kind: control ? 'leap' : 'move', rows: arrow[0], columns: arrow[1], extend: shiftKey };
  }
  if (altKey && !(ctrlKey && key.length === 1)) return null;
  switch (key) {
    case 'PageUp':
    case 'PageDown':
      return control ? null : { kind: 'page', direction: key === 'PageDown' ? 1 : -1, extend: shiftKey };
    case 'Home':
      return { kind: control ? 'sheet-start' : 'row-start', extend: shiftKey };
    case 'End':
      return control ? { kind: 'sheet-end', extend: shiftKey } : null;
    case 'Enter':
      return { kind: 'enter', back: shiftKey };
    case 'Tab':
      return control ? null : { kind: 'tab', back: shiftKey };
    case 'F2':
      return { kind: 'edit' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    case 'Escape':
      return { kind: 'leave' };
    default:
      return control && !altKey ? controlCommand(key.toLowerCase(), shiftKey) : typed(key);
  }
}

function controlCommand(key: string, shift: boolean): Command | null {
  if (key === 'a') return { kind: 'select-all' };
  if (key === 'd') return { kind: 'fill-down' };
  if (key === 'z') return { kind: shift ? 'redo' : 'undo' };
  return key === 'y' ? { kind: 'redo' } : null;
}

/** Keys with a name of several letters write nothing. */
function typed(key: string): Command | null {
  return [...key].length === 1 ? { kind: 'type', text: key } : null;
}
