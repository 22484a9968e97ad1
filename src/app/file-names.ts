/** Names of files that are made, such that Windows, Mac and Linux all take them. */
import { SHEET_NAMES } from '../worksheet/vocabulary';

const EXTENSION = '.xlsx';
/** Paths are limited as a whole on Windows, names to 255 bytes on Linux. */
const LONGEST = { characters: 120, bytes: 240 };
/** What separates folders, means something to a shell or a drive, cannot be seen, or turns the reading direction. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu;
/** Names of devices on Windows, whatever follows after a dot. */
const RESERVED = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])(?:\.|$)/i;

/** A name that every file system takes, ending in .xlsx: "LKE SPBE Kota/Kab. X" → "LKE SPBE Kota-Kab. X.xlsx". */
export function safeFileName(name: string, extension: '.xlsx' | '.zip' = EXTENSION): string {
  return `${safeStem(name, '')}${extension}`;
}

/**
 * The file of each unit's workbook, in the same order, each another also where case does not count:
 * "LKE SPBE Dinas Kominfo 2024.xlsx". A name that is too long is cut before the year.
 */
export function unitFileNames(units: readonly string[], year: number | null): readonly string[] {
  return fileNamesOf(SHEET_NAMES.worksheet, units, year);
}

/** As {@link unitFileNames}, for whatever is made for each: "Lembar Perbaikan Dinas Kominfo 2024.xlsx". */
export function fileNamesOf(kind: string, units: readonly string[], year: number | null): readonly string[] {
  const taken = new Set<string>();
  return units.map((unit) => {
    for (let number = 1; ; number++) {
      const tail = [year, number === 1 ? null : number].map((part) => (part === null ? '' : ` ${String(part)}`));
      const name = `${safeStem(`${kind} ${unit}`, tail.join(''))}${EXTENSION}`;
      const key = name.toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return name;
    }
  });
}

/** The name of a file's copy: "LKE.xlsx" → "LKE (diperbaiki).xlsx". */
export function copyName(name: string, mark: string): string {
  const dot = name.lastIndexOf('.');
  const end = dot > 0 ? dot : name.length;
  return `${name.slice(0, end)} (${mark})${name.slice(end)}`;
}

function safeStem(head: string, tail: string): string {
  // A Mac writes letters with accents in another way than the others; it is the same name.
  const plain = trimmed(head.normalize('NFC').replace(FORBIDDEN, '-').replace(/\s+/g, ' '));
  const stem = trimmed(cut(plain, LONGEST.characters - tail.length, LONGEST.bytes - tail.length)) + tail;
  return stem === '' || RESERVED.test(stem) ? `_${stem}` : stem;
}

/** Windows drops dots and spaces at the end; a dot in front hides a file. */
function trimmed(name: string): string {
  return name.replace(/^[. ]+|[. ]+$/g, '');
}

/** As much from the beginning as fits, never half a character. */
function cut(text: string, characters: number, bytes: number): string {
  const encoder = new TextEncoder();
  let [length, size, kept] = [0, 0, ''];
  for (const character of text) {
    length += character.length;
    size += encoder.encode(character).length;
    if (length > characters || size > bytes) break;
    kept += character;
  }
  return kept;
}
