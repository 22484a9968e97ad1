/** What `index` and `check` print for people. */
import { describeError, describeFinding } from '../app/describe';
import { countFindings, type Examination } from '../app/examine';
import { cliTexts, type CliTexts } from '../i18n/cli';
import type { Language } from '../i18n/language';
import { type Ratio, shown } from '../scoring/ratio';
import type { PartScore } from '../scoring/score-card';
import { identityText } from '../worksheet/assessment';
import { STAGE_LABELS, type Stage } from '../worksheet/vocabulary';
import type { ExaminedFile } from './examine-files';

interface ReportOptions {
  readonly stage: Stage;
  readonly language: Language;
}

/** The lines of one file: its index and parts for `index`, its findings for `check`. */
export function textReport(
  command: 'index' | 'check',
  { file, result }: ExaminedFile,
  options: ReportOptions,
): readonly string[] {
  if (!result.ok) {
    const { message, remedy } = describeError(result.error, options.language);
    return [file, `  ${message} ${remedy}`];
  }
  const body = command === 'index' ? indexLines(result.value, options) : findingLines(result.value, options);
  return [file, ...headLines(result.value, options), ...body];
}

function headLines({ assessment }: Examination, { stage, language }: ReportOptions): readonly string[] {
  const texts = cliTexts[language];
  const parts = [
    identityText(assessment, 'agency') ?? texts.unstatedAgency,
    identityText(assessment, 'unit'),
    assessment.year,
    texts.stage(STAGE_LABELS[stage]),
    assessment.instrument.title,
  ];
  return [`  ${parts.filter((part) => part !== null).join(' · ')}`];
}

function indexLines(examination: Examination, { stage, language }: ReportOptions): readonly string[] {
  const texts = cliTexts[language];
  const figure = (ratio: Ratio): string => shown(ratio, language === 'id' ? ',' : '.');
  const card = examination.cards[stage];
  const part =
    (word: string) =>
    ({ id, name, value }: PartScore): string =>
      `  ${`${word} ${String(id)}`.padEnd(10)}${(value === null ? '–' : figure(value)).padStart(6)}  ${name}`;
  const headline =
    card.index === null
      ? texts.empty
      : [
          `${figure(card.index)}  ${card.predicate ?? ''}`,
          texts.filled(card.filled, card.total),
          ...(card.status === 'provisional' ? [texts.provisional(figure(card.range.min), figure(card.range.max))] : []),
        ].join(' · ');
  return [
    `  ${texts.index}  ${headline}`,
    ...(card.predicateAsShown === null ? [] : [`  ${texts.rounding(card.predicateAsShown)}`]),
    ...card.domains.map(part(texts.domain)),
    ...card.aspects.map(part(texts.aspect)),
    `  ${countLine(examination, texts)}`,
  ];
}

function findingLines(examination: Examination, { language }: ReportOptions): readonly string[] {
  const texts = cliTexts[language];
  return [
    ...examination.findings.map((finding) => {
      const { message, remedy } = describeFinding(finding, language);
      const place = finding.cell === null ? finding.sheet : `${finding.sheet}!${finding.cell}`;
      return `  ${texts.severity[finding.severity].padEnd(10)}  ${place}  ${message} ${remedy}`;
    }),
    `  ${countLine(examination, texts)}`,
  ];
}

function countLine({ findings }: Examination, texts: CliTexts): string {
  const { error, warning, hint } = countFindings(findings);
  return findings.length === 0 ? texts.noFindings : texts.findings(error, warning, hint);
}
