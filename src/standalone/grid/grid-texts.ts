import { type GridTexts, gridTexts } from '../../i18n/grid';
import { useLanguage } from '../../taskpane/parts/language';
import type { Refused } from './entries';
import type { Said } from './use-sheet';

/** The sheet's texts in the chosen language. */
export function useGridTexts(): GridTexts {
  return gridTexts[useLanguage().language];
}

export interface Message {
  readonly intent: 'error' | 'warning' | 'info';
  readonly title: string | null;
  readonly text: string;
}

/** A longer entry is not repeated whole. */
const MAX_QUOTED = 40;
/** More cells than these are counted, not named. */
const NAMED = 3;

/** What the sheet says of the last action, in words; a list's refusal in the rule's own. */
export function messageOf(said: Said, texts: GridTexts): Message {
  const info = (text: string): Message => ({ intent: 'info', title: null, text });
  switch (said.kind) {
    case 'refused':
      return { intent: 'error', ...refusal(said.refused, texts) };
    case 'outcome': {
      const { done, refused, outside } = said;
      const examples = refused.slice(0, NAMED).map((each) => `${each.cell} (${shortReason(each, texts)})`);
      if (refused.length > NAMED) examples.push(texts.andMore);
      const sentences = [
        done > 0 ? texts.done(done) : '',
        refused.length > 0 ? texts.leftOut(refused.length, examples.join(', ')) : '',
        outside > 0 ? texts.outside(outside) : '',
      ];
      const text = sentences.filter((sentence) => sentence !== '').join(' ');
      return { intent: refused.length + outside > 0 ? 'warning' : 'info', title: null, text };
    }
    case 'copied':
      return info(texts.copied(said.range));
    case 'no-cell':
      return { intent: 'warning', title: null, text: texts.noSuchCell(said.text) };
    case 'no-date':
      return { intent: 'warning', title: said.cell, text: texts.noDate(said.text.slice(0, MAX_QUOTED)) };
    case 'undone':
      return info(texts.undone);
    case 'redone':
      return info(texts.redone);
    case 'nothing-to-undo':
      return info(texts.nothingToUndo);
    case 'nothing-to-redo':
      return info(texts.nothingToRedo);
    case 'nothing-above':
      return info(texts.nothingAbove);
  }
}

/** A message names no more choices than one reads; the list itself offers them all. */
const MAX_NAMED = 12;

function refusal(refused: Refused, texts: GridTexts): Pick<Message, 'title' | 'text'> {
  switch (refused.kind) {
    case 'list': {
      const { errorTitle, error, choices } = refused.rule;
      const shown = choices.slice(0, MAX_NAMED).map((choice) => choice.shown);
      const named = choices.length > MAX_NAMED ? [...shown, '…'] : shown;
      const text = error === '' ? `${texts.notInList} ${texts.allowed(named.join(', '))}` : error;
      return { title: texts.refused(refused.cell, errorTitle === '' ? '' : errorTitle).replace(/: $/, ''), text };
    }
    case 'long':
      return { title: refused.cell, text: texts.shorten };
    case 'fixed':
    case 'locked':
    case 'formula':
    case 'merged':
      return { title: refused.cell, text: texts.closed[refused.kind] };
  }
}

function shortReason(refused: Refused, texts: GridTexts): string {
  return refused.kind === 'long' ? texts.long : texts.closedShort[refused.kind];
}
