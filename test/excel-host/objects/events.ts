/**
 * Registration of events. The library asks the host to start sending; the host of this folder always sends
 * what a simulated person does, and the library drops what nobody listens to.
 */
import { type Method, reading } from '../host-object';

/** Event numbers of the protocol. */
export const EVENT = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
} as const;

/** What collection events name as their target. */
export const WORKBOOK_TARGET = 'Workbook';

const registration = (names: readonly string[]): Record<string, Method> =>
  Object.fromEntries(
    names.flatMap((name) => [`_Register${name}`, `_Unregister${name}`]).map((name) => [name, reading(() => null)]),
  );

export const events = {
  worksheet: registration(['DataChangedEvent', 'ActivatedEvent', 'DeactivatedEvent', 'SelectionChangedEvent']),
  worksheets: registration(['DataChangedEvent', 'ActivatedEvent', 'AddedEvent', 'DeletedEvent']),
};
