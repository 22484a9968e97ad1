import { ASK, consolidate } from '../app/consolidate';
import { newWorkbookPlan } from '../app/insert-worksheets';
import { describeError } from '../app/describe';
import { cliTexts, type CliTexts } from '../i18n/cli';
import { createXlsx } from '../workbook/xlsx/create-xlsx';
import {
  type Command,
  type ConsolidateCommand,
  type ExamineCommand,
  type NewCommand,
  parseCommand,
  type SplitCommand,
} from './arguments';
import { collectFiles } from './collect-files';
import { readEarlier, receiveFiles, resultBytes, writeLetters } from './consolidate-files';
import { consolidationJson, consolidationText } from './consolidate-report';
import { type Console, lines, progressOn } from './console';
import { examineFile, repairFile } from './examine-files';
import { exists, isSameFile, writeOutput } from './files';
import { jsonResult } from './json-report';
import { splitFile } from './split-file';
import { splitJson, splitText } from './split-report';
import { textReport } from './text-report';

/** Done, findings included; at least one input could not be used; wrong usage or an output that cannot be written. */
export type ExitStatus = 0 | 1 | 2;

/** The exit status after doing what the arguments ask for. */
export async function run(argv: readonly string[], console: Console): Promise<ExitStatus> {
  const command = parseCommand(argv);
  if ('problem' in command) {
    console.err(lines([command.problem]) + `\n${cliTexts[command.language].usage}\n`);
    return 2;
  }
  return runCommand(command, console);
}

async function runCommand(command: Command, console: Console): Promise<ExitStatus> {
  switch (command.command) {
    case 'help':
      console.out(`${cliTexts[command.language].usage}\n`);
      return 0;
    case 'new':
      return runNew(command, console);
    case 'split':
      return runSplit(command, console);
    case 'consolidate':
      return runConsolidate(command, console);
    default:
      return runExamine(command, console);
  }
}

async function runNew(command: NewCommand, console: Console): Promise<ExitStatus> {
  const texts = cliTexts[command.language];
  const bytes = await createXlsx(newWorkbookPlan(command), new Date());
  const refused = await save(command.output, bytes, command.force, texts, console, (outcome) =>
    console.out(lines([outcome === 'written' ? texts.written(command.output) : texts.replaced(command.output)])),
  );
  return refused ? 2 : 0;
}

async function runExamine(command: ExamineCommand, console: Console): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const results: ReturnType<typeof jsonResult>[] = [];
  for (const file of command.files) {
    const examined = await examineFile(file, command.choice);
    if (!examined.result.ok) status = 1;
    if (command.json) results.push(jsonResult(examined, command.stage, command.language));
    else (examined.result.ok ? console.out : console.err)(lines(textReport(command.command, examined, command)));
  }
  if (command.json) console.out(`${JSON.stringify({ results }, null, 2)}\n`);
  const [file] = command.files;
  if (status !== 0 || command.fix === null || file === undefined) return status;
  return runFix(file, command.fix, command, console);
}

/** Writes a repaired copy of a file that was just examined; the file itself stays as it is. */
async function runFix(
  file: string,
  { output, force }: NonNullable<ExamineCommand['fix']>,
  { choice, language, json }: ExamineCommand,
  console: Console,
): Promise<ExitStatus> {
  const texts = cliTexts[language];
  // Standard output holds the one JSON document and nothing else.
  const say = json ? console.err : console.out;
  const repaired = await repairFile(file, choice);
  if (!repaired.ok) {
    const { message, remedy } = describeError(repaired.error, language);
    console.err(lines([`${file}: ${message} ${remedy}`]));
    return 1;
  }
  if (repaired.value === null) {
    say(lines([texts.nothingToRepair]));
    return 0;
  }
  const { bytes, count } = repaired.value;
  const refused = await save(output, bytes, force, texts, console, () => say(lines([texts.repaired(count, output)])));
  return refused ? 2 : 0;
}

async function runConsolidate(command: ConsolidateCommand, console: Console): Promise<ExitStatus> {
  const { paths, output, existing, language, json, mode, rule, letters } = command;
  const texts = cliTexts[language];
  const start = performance.now();
  // Said before hundreds of files are read for nothing.
  if (existing === 'refuse' && (await exists(output))) {
    console.err(lines([texts.exists(output)]));
    return 2;
  }
  for (const path of paths) {
    if (!(await isSameFile(path, output))) continue;
    console.err(lines([texts.outputIsInput(output)]));
    return 2;
  }
  const files = await collectFiles(paths, output);
  const earlier = existing === 'update' ? await readEarlier(output) : null;
  if (earlier !== null && !earlier.ok) {
    console.err(lines([texts.notAResult(output)]));
    return 2;
  }
  const previous = earlier?.value ?? null;
  if (previous !== null && mode !== null && previous.result.result.mode !== mode) {
    console.err(lines([texts.otherMode(output, previous.result.result.mode)]));
    return 2;
  }
  // Nothing else holds what was received: only what is written of it stays.
  const consolidation = consolidate(receiveFiles(files, progressOn(console, files.length, texts.reading)), {
    ...ASK,
    mode,
    rule,
    previous: previous?.result ?? null,
  });
  const result = await resultBytes(consolidation, previous);
  if (!result.ok) {
    const { message, remedy } = describeError(result.error, language);
    console.err(lines([`${output}: ${message} ${remedy}`]));
    return 2;
  }
  const { bytes, changes } = result.value;
  const written = await writeOutput(output, bytes, existing !== 'refuse');
  const done = written === 'written' || written === 'replaced';
  const elapsed = Math.round(performance.now() - start);
  const document = (): object => consolidationJson(consolidation, done ? output : null, changes, elapsed, language);
  if (json) console.out(`${JSON.stringify(document(), null, 2)}\n`);
  else console.out(lines(consolidationText(consolidation, changes, language)));
  if (!done) {
    console.err(lines([written === 'exists' ? texts.exists(output) : texts.cannotWrite(output)]));
    return 2;
  }
  const say = json ? console.err : console.out;
  say(lines([written === 'written' ? texts.written(output) : texts.replaced(output)]));
  const unwritten = letters === null ? null : await writeLetters(letters, consolidation, existing !== 'refuse');
  if (unwritten !== null && unwritten.refused.length > 0) {
    console.err(lines(unwritten.refused.map((path) => texts.cannotWrite(path))));
    return 2;
  }
  if (letters !== null) say(lines([texts.lettersWritten(unwritten?.count ?? 0, letters)]));
  return consolidation.entries.some(({ outcome, earlier }) => outcome === 'rejected' && earlier === undefined) ? 1 : 0;
}

async function runSplit(command: SplitCommand, console: Console): Promise<ExitStatus> {
  const outcome = await splitFile(command);
  const { made, remarks, problem } = splitText(outcome, command);
  if (command.json) console.out(`${JSON.stringify(splitJson(outcome, command), null, 2)}\n`);
  else {
    console.out(lines(made));
    console.err(lines(problem));
  }
  // Standard output holds the one JSON document and nothing else.
  (command.json ? console.err : console.out)(lines(remarks));
  return outcome.status;
}

/** Writes an output and says so, or says why not and answers true. */
async function save(
  path: string,
  bytes: Uint8Array,
  force: boolean,
  texts: CliTexts,
  console: Console,
  done: (outcome: 'written' | 'replaced') => void,
): Promise<boolean> {
  const outcome = await writeOutput(path, bytes, force);
  if (outcome === 'written' || outcome === 'replaced') {
    done(outcome);
    return false;
  }
  console.err(lines([outcome === 'exists' ? texts.exists(path) : texts.cannotWrite(path)]));
  return true;
}
