import { useEffect, useEffectEvent, useState } from 'react';
import { droppedFile, type PickedFile } from './file-target';

/** Takes a file that is dropped anywhere on the page; true while one is held over it. */
export function useFileDrop(onFile: (picked: PickedFile) => void): boolean {
  const [over, setOver] = useState(false);
  const drop = useEffectEvent((event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer === null) return;
    void droppedFile(event.dataTransfer).then((picked) => {
      if (picked !== null) onFile(picked);
    });
  });
  useEffect(() => {
    const hold = (event: DragEvent): void => {
      // Without this the browser would leave the page and show the file.
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const handleDrop = (event: DragEvent): void => drop(event);
    window.addEventListener('dragover', hold);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', handleDrop);
    return () => {
      window.removeEventListener('dragover', hold);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', handleDrop);
    };
  }, []);
  return over;
}
