import { identityText } from '../assessment';
import { cellAt } from '../cell-grid';
import { number } from '../plan/cells';
import { contentOf } from '../cell-content';
import type { CellRepair, ProposeRepairs } from '../repairs/repair';
import { TEMPLATE_VERSION } from '../vocabulary';
import { fromVersion0 } from './from-0-external-stage';
import type { Migration } from './migration';

/** Every migration, oldest first. A new template version adds one here. */
export const MIGRATIONS: readonly Migration[] = [fromVersion0];

/** The changes that lead a worksheet of an older template version to the current one, its stamp last. */
export const migrateTemplate: ProposeRepairs = (workbook) => {
  const { assessment, worksheet } = workbook;
  const field = assessment.identity.template;
  const stated = identityText(assessment, 'template');
  const version = stated === null ? NaN : Number(stated);
  if (assessment.origin === 'foreign' || field === undefined || !(version < TEMPLATE_VERSION)) return [];
  const due = MIGRATIONS.filter(({ from }) => from >= version);
  const { row, column } = field;
  const stamp: CellRepair = {
    kind: 'cell',
    code: 'template-version',
    sheet: assessment.sheet,
    indicator: null,
    row,
    column,
    before: contentOf(cellAt(worksheet, row, column)),
    after: number(TEMPLATE_VERSION),
    style: 'identityFixed',
  };
  return [...due.flatMap(({ changes }) => changes(workbook)), stamp];
};
