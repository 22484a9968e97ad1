/** Findings and errors as sentences in the reader's language. */
import type { OtherSet } from '../consolidation/intake';
import { errorTexts } from '../i18n/errors';
import { findingTexts } from '../i18n/findings';
import type { Language } from '../i18n/language';
import type { WorkbookError } from '../workbook/port';
import { a1 } from '../worksheet/address';
import type { Finding } from '../worksheet/finding';
import type { RecognitionError } from '../worksheet/recognise/recognise';
import { STAGE_LABELS } from '../worksheet/vocabulary';
import type { SplitError } from './split';

/** Everything that can keep a use case from its result. */
export type AppError = WorkbookError | RecognitionError;

export interface Sentence {
  readonly message: string;
  readonly remedy: string;
}

/** A finding's cause and remedy; its cell is always named. */
export function describeFinding(finding: Finding, language: Language): Sentence & { readonly title: string } {
  const texts = findingTexts[language][finding.code];
  const facts = {
    cell: finding.cell ?? '–',
    indicator: finding.indicator ?? '–',
    stage: finding.stage === null ? '' : STAGE_LABELS[finding.stage],
    found: finding.found ?? '',
    expected: finding.expected ?? '',
  };
  return { title: texts.title, message: texts.message(facts), remedy: texts.remedy(facts) };
}

/** An error's cause and remedy. */
export function describeError(error: AppError | SplitError | OtherSet, language: Language): Sentence {
  const texts = errorTexts[language][error.code];
  return { message: texts.message(subjectOf(error)), remedy: texts.remedy };
}

function subjectOf(error: AppError | SplitError | OtherSet): string {
  if (error.code === 'ambiguous') {
    return error.candidates
      .map(({ sheet, agency, year, column, pointing }) => {
        const header = pointing === null ? null : `${column ?? ''} (${a1(pointing.headerRow, pointing.column)})`;
        return [sheet, agency, year, header].filter((part) => part !== null).join(' · ');
      })
      .join('; ');
  }
  return 'subject' in error ? (error.subject ?? '') : '';
}
