import { useEffect, useRef, useState } from 'react';
import { forgetWork, keepWork, keptWork, type KeptWork } from './kept-work';

/** Changes that follow each other this closely are kept together. */
const PAUSE_MS = 400;

/** Keeps the file while it holds changes that are not saved, and warns before the page is left with them. */
export function useKeepWork(name: string, bytes: Uint8Array, unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return undefined;
    const timer = setTimeout(() => void keepWork(name, bytes, new Date()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [name, bytes, unsaved]);

  const wasUnsaved = useRef(false);
  useEffect(() => {
    if (wasUnsaved.current && !unsaved) void forgetWork();
    wasUnsaved.current = unsaved;
  }, [unsaved]);

  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}

/** Work that was kept by an earlier visit, until it is taken up or forgotten. */
export function useKeptWork(): { readonly work: KeptWork | null; readonly settle: () => void } {
  const [work, setWork] = useState<KeptWork | null>(null);
  useEffect(() => {
    let gone = false;
    void keptWork().then((found) => {
      if (!gone) setWork(found);
    });
    return () => {
      gone = true;
    };
  }, []);
  return { work, settle: () => setWork(null) };
}
