/** "2024-03-09 14:05" in the machine's own time: sortable, and the same in every locale. */
export function localTime(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const date = [String(now.getFullYear()), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `${date} ${two(now.getHours())}:${two(now.getMinutes())}`;
}
