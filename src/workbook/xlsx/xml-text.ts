/** Text as XML and as SpreadsheetML write it: entities, and `_x000D_` for what XML cannot hold. */

const NAMED_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
/** The longest entity, "#x10ffff", without what encloses it. */
const LONGEST_ENTITY = 8;
const SEMICOLON = 0x3b;

/** Text with its entities resolved; an entity that XML does not define stays as it stands (nothing is ever looked up). */
export function decodeEntities(text: string): string {
  let decoded = '';
  let at = 0;
  for (let mark = text.indexOf('&'); mark >= 0; mark = text.indexOf('&', mark + 1)) {
    let end = mark + 1;
    while (end - mark <= LONGEST_ENTITY && text.charCodeAt(end) !== SEMICOLON) end++;
    const meant = text.charCodeAt(end) === SEMICOLON ? entityText(text.slice(mark + 1, end)) : null;
    if (meant === null) continue;
    decoded += text.slice(at, mark) + meant;
    at = end + 1;
  }
  return at === 0 ? text : decoded + text.slice(at);
}

/** What stands for "lt", "#65" or "#x41"; null for what XML does not define. */
function entityText(entity: string): string | null {
  const named = NAMED_ENTITIES.get(entity);
  if (named !== undefined) return named;
  const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(entity) ?? [];
  if (hex === undefined && decimal === undefined) return null;
  const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** Text with SpreadsheetML's own escapes resolved: "a_x000D_b" → "a\rb", "_x005F_x0041_" → "_x0041_". */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/**
 * Text in which nothing will be taken for an escape, and in which every character that XML cannot hold is one:
 * the reverse of {@link decodeEscapes}. Line feeds and tabs stay, XML holds them.
 */
export function encodeEscapes(text: string): string {
  return (
    text
      // The closing underscore may yet come from an escaped character, so four hex digits are enough to be careful.
      .replaceAll(/_(?=x[0-9a-f]{4})/gi, '_x005F_')
      .replaceAll(
        UNHOLDABLE,
        (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
      )
  );
}

/** Control characters, lone halves of surrogate pairs, and the two that are no characters at all. */
const UNHOLDABLE =
  // eslint-disable-next-line no-control-regex -- control characters are exactly what this looks for
  /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text ready to stand between tags or inside a quoted attribute, without the characters that XML cannot hold at all. */
export function encodeXml(text: string): string {
  return text
    .replaceAll(UNHOLDABLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;');
}
