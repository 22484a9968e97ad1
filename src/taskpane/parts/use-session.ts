import { useEffect, useSyncExternalStore } from 'react';
import type { Session, SessionState } from './session';

/** The session's state now; the component renders again after each change. */
export function useSession(session: Session): SessionState {
  return useSyncExternalStore(session.subscribe, session.state);
}

/** Reads the workbook as soon as it is in view and unread: at the start, and after our sheets were inserted. */
export function useReading(session: Session): void {
  const { found, busy, error } = useSession(session);
  const needed = found.kind === 'unread' && !busy && error === null;
  useEffect(() => {
    if (needed) void session.open();
  }, [session, needed]);
}
