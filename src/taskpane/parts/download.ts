const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
} as const;

/**
 * Hands bytes to the browser's downloads; false where it refuses. True is no promise: a pane inside Excel may let a
 * download come to nothing without a word.
 */
export function download(name: string, bytes: Uint8Array): boolean {
  try {
    const type = name.endsWith('.zip') ? TYPES.zip : TYPES.xlsx;
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    // The browser takes hold of the file while the click is handled; a minute covers the slowest.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    return true;
  } catch {
    return false;
  }
}
