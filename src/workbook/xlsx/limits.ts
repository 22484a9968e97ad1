/**
 * How much of a stranger's file is read at most. Each limit names the attack, or the accident, that it stops.
 * An honest worksheet stays far below all of them: 47 rows, some hundred kilobytes.
 */

const MIB = 1024 * 1024;

/** The file itself: a dropped disk image or backup would fill the memory before the first check. */
export const MAX_FILE_BYTES = 256 * MIB;

/** Entries in the zip's directory: millions of empty entries cost memory and time although they hold nothing. */
export const MAX_ENTRIES = 20_000;

/** One part unpacked: a zip bomb turns kilobytes into gigabytes. Parts that nobody needs are never unpacked at all. */
export const MAX_PART_BYTES = 64 * MIB;

/** All parts unpacked for one reading: many parts, each below the limit above, are a bomb as well. */
export const MAX_INFLATED_BYTES = 192 * MIB;

/** Compressed bytes handed to the inflater at once: 8 KiB can grow to 8 MiB, not more, before the size is checked again. */
export const INFLATE_STEP_BYTES = 8 * 1024;

/**
 * Compressed bytes inflated at once, into a buffer of the size that the directory declares, which cannot grow: what lies
 * about its size costs the time of the 64 MiB to which 64 KiB can grow, and no memory.
 */
export const INFLATE_AT_ONCE_BYTES = 64 * 1024;

/** Sheets of one workbook: a directory of a hundred thousand sheets, all pointing to one part. */
export const MAX_SHEETS = 1_000;

/** Elements inside each other: a million open tags exhaust the memory that remembers them. */
export const MAX_DEPTH = 200;

/** Elements side by side in one list of a small part, such as names or formats: five bytes each become an object each. */
export const MAX_CHILDREN = 250_000;

/** A tag's or an attribute's name: the format's own have at most some thirty letters. */
export const MAX_NAME_BYTES = 256;

/** Shared strings: a part within its limit can still list thirteen million empty ones. */
export const MAX_SHARED_STRINGS = 2_000_000;

/** Rows and columns kept of a sheet: one value in the last cell of the sheet must not make a grid of 17 billion. */
export const MAX_ROWS = 10_000;
export const MAX_COLUMNS = 100;

/** Cells kept of one workbook: full sheets, each within the limits above, still add up. */
export const MAX_CELLS = 1_000_000;

/** Characters of a formula, as in Excel: of a longer one only its presence is told. Texts: `worksheet/cell-text.ts`. */
export const MAX_FORMULA = 8_192;

/** Merged ranges and rules told of one sheet: a million one-cell merges are checked against every row. */
export const MAX_RANGES = 2_000;

/** Comments and links told of one sheet: a link over whole columns has millions of cells. */
export const MAX_ATTACHMENTS = 20_000;

/** Cells that a rule's list is taken from: a rule over whole columns would offer a list of a million lines. */
export const MAX_CHOICE_CELLS = 2_000;

/** Bytes of a rule's inline list, and characters of its words: Excel writes 255, others more; a list is offered as a whole. */
export const MAX_CHOICE_LIST = 8_192;
