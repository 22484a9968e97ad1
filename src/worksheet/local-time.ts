/** "2024-03-09 14:05" in the machine's own time: sortable, and the same in every locale. */
export function localTime(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const date = [String(now.getFullYear()), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `${date} ${two(now.getHours())}:${two(now.getMinutes())}`;
}

/** The time that {@link localTime} wrote, in milliseconds, to the minute; null of any other text. */
export function timeOf(local: string): number | null {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(local)) return null;
  const time = Date.parse(local.replace(' ', 'T'));
  return Number.isNaN(time) ? null : time;
}
