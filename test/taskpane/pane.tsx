/** The pane over a workbook in memory, as the tests use it. */
import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { EmptyWorkbook } from '../../src/taskpane/parts/EmptyWorkbook';
import { createSession, type Session, type SessionOptions } from '../../src/taskpane/parts/session';
import { Surroundings } from '../../src/taskpane/parts/Surroundings';
import { Workspace } from '../../src/taskpane/parts/Workspace';
import type { Workbook } from '../../src/workbook/port';

export interface OpenPane {
  readonly session: Session;
  readonly user: UserEvent;
}

/** Opens the pane; what it shows is on `screen`. */
export function openPane(
  workbook: Workbook,
  options: Partial<SessionOptions> = {},
  extras: Pick<ComponentProps<typeof Workspace>, 'splitting'> = {},
): OpenPane {
  const session = createSession({ workbook, editing: true, ...options });
  render(
    <Surroundings officeDark={null}>
      <Workspace session={session} nothing={<EmptyWorkbook session={session} />} reserveCorner {...extras} />
    </Surroundings>,
  );
  return { session, user: userEvent.setup() };
}
