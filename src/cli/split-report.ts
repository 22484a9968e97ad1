/** What `split` answers: its JSON, which scripts rely on, and its lines for people. */
import { describeError } from '../app/describe';
import { cliTexts } from '../i18n/cli';
import type { Language } from '../i18n/language';
import type { SplitCommand } from './arguments';
import type { SplitOutcome, WrittenWorkbook } from './split-file';

interface JsonSplit {
  readonly outputs: readonly Pick<WrittenWorkbook, 'file' | 'unit' | 'indicators'>[];
  readonly unassigned: readonly string[];
  readonly error: { readonly code: string; readonly message: string; readonly remedy: string } | null;
}

/** The one JSON document of `split --json`. */
export function splitJson({ outputs, unassigned, error }: SplitOutcome, { language }: SplitCommand): JsonSplit {
  return {
    outputs: outputs.map(({ file, unit, indicators }) => ({ file, unit, indicators })),
    unassigned,
    error: error === null ? null : { code: error.code, ...sentenceOf(error, language) },
  };
}

export interface SplitText {
  /** The list of what was made, and of what is in none of it. */
  readonly made: readonly string[];
  /** What the JSON has no place for. */
  readonly remarks: readonly string[];
  readonly problem: readonly string[];
}

/** What people read. */
export function splitText({ outputs, unassigned, split, error }: SplitOutcome, command: SplitCommand): SplitText {
  const texts = cliTexts[command.language];
  const { taken, unusable, lost, doubled } = split ?? { taken: [], unusable: [], lost: [], doubled: [] };
  const list = (items: readonly string[]): string => items.join(', ');
  const said = (items: readonly string[], text: (count: number, items: string) => string): readonly string[] =>
    items.length === 0 ? [] : [text(items.length, list(items))];
  const wasMade = outputs.length > 0;
  const problem = error === null ? null : sentenceOf(error, command.language);
  return {
    made: [
      ...outputs.flatMap(({ file, unit, indicators, replaced }) => [
        replaced && !command.json ? texts.replaced(file) : texts.written(file),
        `  ${texts.splitPart(unit, indicators.length, list(indicators))}`,
      ]),
      ...(wasMade ? [texts.splitCount(outputs.length)] : []),
      ...said(unassigned, texts.splitUnassigned),
    ],
    remarks: wasMade
      ? [
          ...(command.json ? outputs.filter(({ replaced }) => replaced).map(({ file }) => texts.replaced(file)) : []),
          ...said(taken, texts.splitTaken),
          ...said(unusable, texts.splitUnusable),
          ...said(lost, texts.splitLost),
          ...said(doubled, texts.splitDoubled),
        ]
      : [],
    problem:
      problem === null
        ? []
        : [`${command.file}: ${problem.message} ${problem.remedy}`, ...(wasMade ? [texts.splitStopped] : [])],
  };
}

function sentenceOf(
  error: NonNullable<SplitOutcome['error']>,
  language: Language,
): { readonly message: string; readonly remedy: string } {
  if (!('paths' in error)) return describeError(error, language);
  const { message, remedy } = cliTexts[language].outputErrors[error.code];
  return { message: message(error.paths.join(', ')), remedy };
}
