import { a1 } from '../address';
import { identityText, readingOf } from '../assessment';
import { isBlank } from '../cell-grid';
import type { Finding } from '../finding';
import { IDENTITY_KEYS, IDENTITY_LABELS, type IdentityKey, TEMPLATE_VERSION } from '../vocabulary';
import { type Check, type CheckedWorkbook, rowFinding } from './checked-workbook';

function identityFinding(
  { assessment }: CheckedWorkbook,
  code: Finding['code'],
  key: IdentityKey,
  facts: { readonly found?: string; readonly expected?: string } = {},
): Finding {
  const field = assessment.identity[key];
  return {
    code,
    severity: 'warning',
    sheet: assessment.sheet,
    cell: field === undefined ? null : a1(field.row, field.column),
    indicator: null,
    stage: null,
    found: facts.found ?? null,
    expected: facts.expected ?? IDENTITY_LABELS[key],
  };
}

/** Agency and year of our template that are blank: a coordinator cannot tell whose figures these are. */
export const checkIdentity: Check = (workbook) => {
  const { assessment } = workbook;
  if (assessment.origin === 'foreign') return [];
  const missing = (['agency', 'year'] as const).filter((key) =>
    key === 'year' ? assessment.year === null : identityText(assessment, key) === null,
  );
  return missing.map((key) => identityFinding(workbook, 'identity-missing', key));
};

/** Labels of the identity block of our template that are gone: what stands beside them is lost. */
export const checkIdentityLabels: Check = (workbook) => {
  const { assessment } = workbook;
  if (assessment.origin === 'foreign') return [];
  return IDENTITY_KEYS.filter((key) => assessment.identity[key] === undefined).map((key) =>
    identityFinding(workbook, 'identity-label', key),
  );
};

/** A filled Eksternal without the stage's name: Dokumen, Interviu and Visitasi are different results. */
export const checkExternalStage: Check = (workbook) => {
  const { assessment } = workbook;
  const filled = assessment.rows.some(({ levels }) => levels.eksternal.state !== 'blank');
  if (assessment.origin === 'foreign' || !filled || identityText(assessment, 'externalStage') !== null) return [];
  return [identityFinding(workbook, 'external-stage-missing', 'externalStage')];
};

/** Services that the agency chooses and has assessed without naming them. */
export const checkServices: Check = (workbook) => {
  const { assessment } = workbook;
  if (assessment.origin === 'foreign') return [];
  return assessment.rows.flatMap((row) => {
    const { chosenService } = row.indicator;
    if (chosenService === null || readingOf(assessment, row, 'akhir').state === 'blank') return [];
    const key = `service${chosenService}` as const;
    if (identityText(assessment, key) !== null) return [];
    return [rowFinding(workbook, 'service-missing', 'warning', row, 'indicator', { expected: IDENTITY_LABELS[key] })];
  });
};

/** A worksheet of another template version than this program writes. */
export const checkTemplateVersion: Check = (workbook) => {
  const { assessment } = workbook;
  if (assessment.origin === 'foreign') return [];
  const stated = identityText(assessment, 'template');
  if (stated === String(TEMPLATE_VERSION)) return [];
  return [
    identityFinding(workbook, 'template-version', 'template', {
      found: isBlank(stated) ? '' : (stated ?? ''),
      expected: String(TEMPLATE_VERSION),
    }),
  ];
};
