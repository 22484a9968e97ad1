import { useEffect, useEffectEvent, useState } from 'react';
import { droppedFiles } from './chosen-files';
import type { ChosenFile } from './store';

/**
 * Takes files and folders that are dropped anywhere; true while some are held over the page. It comes before everything
 * else that waits for a drop: while this screen is in view, files are meant for it.
 */
export function useFilesDrop(onFiles: (files: readonly ChosenFile[]) => void): boolean {
  const [over, setOver] = useState(false);
  const drop = useEffectEvent((event: DragEvent) => {
    setOver(false);
    if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(onFiles);
  });
  useEffect(() => {
    const take =
      (handle: (event: DragEvent) => void) =>
      (event: DragEvent): void => {
        // Without this the browser would leave the page and show the file.
        event.preventDefault();
        event.stopImmediatePropagation();
        handle(event);
      };
    const hold = take(() => setOver(true));
    const handleDrop = take((event) => drop(event));
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    window.addEventListener('dragover', hold, true);
    window.addEventListener('dragleave', leave, true);
    window.addEventListener('drop', handleDrop, true);
    return () => {
      window.removeEventListener('dragover', hold, true);
      window.removeEventListener('dragleave', leave, true);
      window.removeEventListener('drop', handleDrop, true);
    };
  }, []);
  return over;
}
