/** What the ribbon's buttons do. Each works without the pane, and opens it where there is something to read. */
import type { Session } from '../taskpane/parts/session';
import type { CommandName } from './command-names';

/** What a button acts on. */
export interface Ribbon {
  readonly session: Session;
  readonly openPane: () => Promise<void>;
  readonly now: Date;
}

export const COMMANDS: Readonly<Record<CommandName, (ribbon: Ribbon) => Promise<void>>> = {
  /** Inserts the worksheets; the agency is typed into the sheet. A workbook that holds an assessment shows it instead. */
  insertWorksheet: async ({ session, openPane, now }) => {
    const { notice } = await session.insert({ year: now.getFullYear() });
    if (notice?.kind !== 'inserted') await openPane();
  },
  /** Computes, records in `Rekap SPBE` and shows that sheet. */
  computeIndex: async ({ session, openPane }) => {
    const { notice } = await session.record();
    if (notice?.kind !== 'recorded') await openPane();
  },
  /** Checks, records how many findings there are, and opens the pane at them. */
  checkWorkbook: async ({ session, openPane }) => {
    session.goTo('findings');
    // The person looks at the findings: the sheet in front stays in front.
    await session.record({ show: false });
    await openPane();
  },
};
