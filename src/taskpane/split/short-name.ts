/** As much of a name as people read at a glance; a cell can hold thousands of characters. */
const LONGEST = 120;

/** A unit's name for the screen. */
export function shortName(name: string): string {
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST)}…`;
}
