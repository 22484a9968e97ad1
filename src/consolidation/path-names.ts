/** "masuk/a.xlsx" → "a.xlsx", whichever way the separators lean. */
export function baseName(path: string): string {
  return path.replace(/^.*[/\\]/, '');
}

/** "masuk/a.xlsx" → "a". */
export function withoutExtension(path: string): string {
  return baseName(path).replace(/\.[^.]*$/, '');
}
