/** The ribbon's entry: gives Excel the functions that manifest.xml names. Excel loads it with the pane. */
import { paneSession } from '../taskpane/pane-session';
import { COMMAND_NAMES, type CommandName } from './command-names';
import { COMMANDS } from './commands';

// Without Office.js, or outside Excel, there is no ribbon either; the pane says so.
if (typeof Office !== 'undefined' && 'actions' in Office) {
  for (const name of COMMAND_NAMES) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => void runCommand(name, event));
  }
}

async function runCommand(name: CommandName, event: Office.AddinCommands.Event): Promise<void> {
  try {
    await COMMANDS[name]({ session: paneSession(), openPane, now: new Date() });
  } finally {
    // Excel keeps the button busy until it hears this, whatever happened.
    event.completed();
  }
}

async function openPane(): Promise<void> {
  if (Office.context.requirements.isSetSupported('SharedRuntime', '1.1')) await Office.addin.showAsTaskpane();
}
