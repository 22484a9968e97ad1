import { EXTERNAL_STAGES } from '../vocabulary';
import { cellAt } from '../cell-grid';
import { text } from '../plan/cells';
import { contentOf } from '../cell-content';
import type { Migration } from './migration';

/**
 * Version 0, the template before its first release, had no list for `Tahap Eksternal`: people wrote the stage's full
 * name ("Penilaian Interviu"). Version 1 offers the short words, and other programs read those.
 */
export const fromVersion0: Migration = {
  from: 0,
  changes: ({ assessment, worksheet }) => {
    const field = assessment.identity.externalStage;
    if (field === undefined) return [];
    const stage = EXTERNAL_STAGES.find((each) => new RegExp(`^penilaian\\s+${each}$`, 'i').test(field.text.trim()));
    if (stage === undefined) return [];
    const { row, column } = field;
    const before = contentOf(cellAt(worksheet, row, column));
    const place = { sheet: assessment.sheet, row, column, indicator: null };
    return [{ kind: 'cell', code: 'template-version', ...place, before, after: text(stage), style: 'identityInput' }];
  },
};
