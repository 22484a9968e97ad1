/** Text as XML and as SpreadsheetML write it: entities, and `_x000D_` for what XML cannot hold. */

const NAMED_ENTITIES = [
  ['lt;', '<'],
  ['gt;', '>'],
  ['amp;', '&'],
  ['quot;', '"'],
  ['apos;', "'"],
] as const;
const NUMBERED_ENTITY = /#(?:x([0-9a-f]{1,6})|(\d{1,7}));/iy;

/** Text with its entities resolved; an entity that XML does not define stays as it stands (nothing is ever looked up). */
export function decodeEntities(text: string): string {
  let decoded = '';
  let at = 0;
  for (let mark = text.indexOf('&'); mark >= 0; mark = text.indexOf('&', mark + 1)) {
    const named = NAMED_ENTITIES.find(([entity]) => text.startsWith(entity, mark + 1));
    if (named !== undefined) {
      decoded += text.slice(at, mark) + named[1];
      at = mark + 1 + named[0].length;
      continue;
    }
    NUMBERED_ENTITY.lastIndex = mark + 1;
    const [entity, hex, decimal] = NUMBERED_ENTITY.exec(text) ?? [];
    if (entity === undefined) continue;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    if (code > 0x10ffff) continue;
    decoded += text.slice(at, mark) + String.fromCodePoint(code);
    at = mark + 1 + entity.length;
  }
  return at === 0 ? text : decoded + text.slice(at);
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
