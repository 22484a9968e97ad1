import { parseArgs } from 'node:util';
import { CONFLICT_RULES, type ConflictRule } from '../consolidation/conflicts';
import { type Mode, MODES } from '../consolidation/intake';
import { cliTexts, type CliTexts } from '../i18n/cli';
import { type Language, LANGUAGES } from '../i18n/language';
import type { InstrumentId } from '../instrument/instrument';
import { DEFAULT_INSTRUMENT_ID } from '../instrument/instrument';
import { INSTRUMENTS } from '../instrument/instruments';
import { STAGES, type Stage } from '../worksheet/vocabulary';

interface Common {
  readonly language: Language;
}

export interface NewCommand extends Common {
  readonly command: 'new';
  readonly output: string;
  readonly agency: string;
  readonly unit: string;
  readonly year: number | null;
  readonly instrument: InstrumentId;
  readonly force: boolean;
}

export interface ExamineCommand extends Common {
  readonly command: 'index' | 'check';
  readonly files: readonly string[];
  readonly stage: Stage;
  readonly choice: { readonly year?: number; readonly sheet?: string };
  readonly json: boolean;
  /** Where `check --fix` writes the repaired copy; null without it. */
  readonly fix: { readonly output: string; readonly force: boolean } | null;
}

export interface SplitCommand extends Common {
  readonly command: 'split';
  readonly file: string;
  readonly directory: string;
  readonly choice: ExamineCommand['choice'];
  readonly force: boolean;
  readonly json: boolean;
}

export interface ConsolidateCommand extends Common {
  readonly command: 'consolidate';
  /** Files and folders. */
  readonly paths: readonly string[];
  readonly output: string;
  readonly mode: Mode | null;
  readonly rule: ConflictRule;
  /** `--update` carries on what the output holds; `--force` replaces it. */
  readonly existing: 'refuse' | 'update' | 'replace';
  /** The folder that gets a letter for each sender who has something to correct; null for none. */
  readonly letters: string | null;
  readonly json: boolean;
}

export type Command =
  NewCommand | ExamineCommand | SplitCommand | ConsolidateCommand | (Common & { readonly command: 'help' });

/** What is wrong with the usage, as a sentence in the chosen language. */
export interface UsageError {
  readonly language: Language;
  readonly problem: string;
}

const COMMON = { lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;

/** The command that these arguments ask for, or what is wrong with them. */
export function parseCommand(argv: readonly string[]): Command | UsageError {
  const language = languageIn(argv);
  const texts = cliTexts[language];
  const [command, ...rest] = argv.filter((argument) => !argument.startsWith('--lang='));
  try {
    if (command === undefined || command === 'help' || argv.includes('--help') || argv.includes('-h'))
      return { command: 'help', language };
    if (command === 'new') return parseNew(rest, language, texts);
    if (command === 'index' || command === 'check') return parseExamine(command, rest, language, texts);
    if (command === 'split') return parseSplit(rest, language, texts);
    if (command === 'consolidate') return parseConsolidate(rest, language, texts);
    return { language, problem: texts.unknownCommand(command) };
  } catch (error) {
    if (error instanceof WrongUsage) return { language, problem: error.message };
    const option = wrongOption(error);
    if (option !== null) return { language, problem: texts.badOption(option) };
    throw error;
  }
}

/** What parseArgs says of an unknown or incomplete option, without its advice; null for any other error. */
function wrongOption(error: unknown): string | null {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return String(code).startsWith('ERR_PARSE_ARGS') ? (String(message).split('. ')[0] ?? '') : null;
}

/** Only inside this file: leaves the parsing of a value, caught by parseCommand. */
class WrongUsage extends Error {}

function languageIn(argv: readonly string[]): Language {
  const position = argv.indexOf('--lang');
  const value =
    position >= 0
      ? argv[position + 1]
      : argv.find((argument) => argument.startsWith('--lang='))?.slice('--lang='.length);
  return LANGUAGES.find((language) => language === value) ?? 'id';
}

function parseNew(args: readonly string[], language: Language, texts: CliTexts): NewCommand {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...COMMON,
      agency: { type: 'string' },
      unit: { type: 'string' },
      year: { type: 'string' },
      instrument: { type: 'string' },
      force: { type: 'boolean' },
    },
  });
  const [output, ...others] = positionals;
  if (output === undefined || others.length > 0) throw new WrongUsage(texts.oneOutput);
  const instruments = INSTRUMENTS.map(({ id }) => id);
  return {
    command: 'new',
    language,
    output,
    agency: values.agency ?? '',
    unit: values.unit ?? '',
    year: values.year === undefined ? null : yearOf(values.year, texts),
    instrument: oneOf('instrument', values.instrument ?? DEFAULT_INSTRUMENT_ID, instruments, texts),
    force: values.force ?? false,
  };
}

function parseExamine(
  command: 'index' | 'check',
  args: readonly string[],
  language: Language,
  texts: CliTexts,
): ExamineCommand {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...COMMON,
      ...CHOICE,
      stage: { type: 'string' },
      json: { type: 'boolean' },
      ...(command === 'check' ? FIX : {}),
    },
  });
  if (positionals.length === 0) throw new WrongUsage(texts.missingFiles);
  return {
    command,
    language,
    files: positionals,
    stage: oneOf('stage', values.stage ?? 'akhir', STAGES, texts),
    choice: choiceOf(values, texts),
    json: values.json ?? false,
    fix: fixOf(values, positionals, texts),
  };
}

function parseSplit(args: readonly string[], language: Language, texts: CliTexts): SplitCommand {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...COMMON,
      ...CHOICE,
      directory: { type: 'string', short: 'd' },
      force: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const [file, ...others] = positionals;
  const { directory = '', force = false, json = false } = values;
  if (file === undefined || others.length > 0 || directory === '') throw new WrongUsage(texts.splitForm);
  return { command: 'split', language, file, directory, choice: choiceOf(values, texts), force, json };
}

function parseConsolidate(args: readonly string[], language: Language, texts: CliTexts): ConsolidateCommand {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...COMMON,
      output: { type: 'string', short: 'o' },
      mode: { type: 'string' },
      conflicts: { type: 'string' },
      letters: { type: 'string' },
      update: { type: 'boolean' },
      force: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const { output = '', mode, conflicts = 'ask', update = false, force = false, json = false } = values;
  if (positionals.length === 0 || output === '' || (update && force)) throw new WrongUsage(texts.consolidateForm);
  return {
    command: 'consolidate',
    language,
    paths: positionals,
    output,
    mode: mode === undefined ? null : oneOf('mode', mode, MODES, texts),
    rule: oneOf('conflicts', conflicts, CONFLICT_RULES, texts),
    existing: update ? 'update' : force ? 'replace' : 'refuse',
    letters: values.letters ?? null,
    json,
  };
}

/** Which assessment is meant where a file holds several. */
const CHOICE = { year: { type: 'string' }, sheet: { type: 'string' } } as const;

function choiceOf(
  { year, sheet }: { readonly year?: string | undefined; readonly sheet?: string | undefined },
  texts: CliTexts,
): ExamineCommand['choice'] {
  return { ...(year === undefined ? {} : { year: yearOf(year, texts) }), ...(sheet === undefined ? {} : { sheet }) };
}

const FIX = { fix: { type: 'boolean' }, output: { type: 'string', short: 'o' }, force: { type: 'boolean' } } as const;

/** `--fix` mends one file into one new file; one of the two without the other says nothing. */
function fixOf(
  values: Readonly<Record<string, unknown>>,
  files: readonly string[],
  texts: CliTexts,
): ExamineCommand['fix'] {
  const output = typeof values['output'] === 'string' ? values['output'] : null;
  if (values['fix'] !== true && output === null) return null;
  if (values['fix'] !== true || output === null || files.length !== 1) throw new WrongUsage(texts.fixForm);
  return { output, force: values['force'] === true };
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[], texts: CliTexts): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new WrongUsage(texts.badValue(option, value, allowed.join(', ')));
  return found;
}

function yearOf(value: string, texts: CliTexts): number {
  if (!/^(19|20)\d\d$/.test(value)) throw new WrongUsage(texts.badValue('year', value, texts.yearForm));
  return Number(value);
}
