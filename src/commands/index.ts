import { COMMAND_NAMES } from './command-names';

for (const name of COMMAND_NAMES) {
  Office.actions.associate(name, (event: Office.AddinCommands.Event) => event.completed());
}
