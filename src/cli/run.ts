import { newWorkbookPlan } from '../app/insert-worksheets';
import { describeError } from '../app/describe';
import { cliTexts, type CliTexts } from '../i18n/cli';
import { createXlsx } from '../workbook/xlsx/create-xlsx';
import { type Command, type ExamineCommand, type NewCommand, parseCommand } from './arguments';
import { type Console, lines } from './console';
import { examineFile, repairFile } from './examine-files';
import { writeOutput } from './files';
import { jsonResult } from './json-report';
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
