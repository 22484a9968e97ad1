import { newWorkbookPlan } from '../app/insert-worksheets';
import { cliTexts } from '../i18n/cli';
import { createXlsx } from '../workbook/xlsx/create-xlsx';
import { type Command, type ExamineCommand, type NewCommand, parseCommand } from './arguments';
import { type Console, lines } from './console';
import { examineFile } from './examine-files';
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
  const outcome = await writeOutput(command.output, bytes, command.force);
  if (outcome === 'written' || outcome === 'replaced') {
    console.out(lines([outcome === 'written' ? texts.written(command.output) : texts.replaced(command.output)]));
    return 0;
  }
  console.err(lines([outcome === 'exists' ? texts.exists(command.output) : texts.cannotWrite(command.output)]));
  return 2;
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
  return status;
}
