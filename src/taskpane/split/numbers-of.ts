/** The indicators' numbers as people read them, three and more in a row as a run: "1–4, 7, 45–47". */
export function numbersOf(indicators: readonly string[]): string {
  const runs: string[][] = [];
  for (const indicator of indicators) {
    const run = runs.at(-1);
    if (run !== undefined && follows(run.at(-1) ?? '', indicator)) run.push(indicator);
    else runs.push([indicator]);
  }
  return runs.map((run) => (run.length < 3 ? run.join(', ') : `${run[0] ?? ''}–${run.at(-1) ?? ''}`)).join(', ');
}

/** False for numbers with a part, such as 35-1: a run of them would look like a subtraction. */
function follows(before: string, indicator: string): boolean {
  return /^\d+$/.test(before) && indicator === String(Number(before) + 1);
}
