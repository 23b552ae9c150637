/** Cells are trimmed, for names and codes end in blanks here and there; few do, so looking first saves a fifth of the time. */
export function cellOf(record: readonly string[], index: number): string {
  if (index < 0) return '';
  const text = record[index] ?? '';
  const blank = text !== '' && (isBlank(text.charCodeAt(0)) || isBlank(text.charCodeAt(text.length - 1)));
  return blank ? text.trim() : text;
}

/** ASCII's blanks, and the one that does not break. */
function isBlank(code: number): boolean {
  return code <= 32 || code === 160;
}

const SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text as COPY takes it; blank is missing. */
export function copyText(text: string): string {
  if (text === '') return '\\N';
  return text.replace(SPECIAL, (character) => ESCAPES[character] ?? character);
}

/** Thousands by commas, each three digits, or a pound sign, or both. */
const SEPARATED = /^[+-]?(?:£?\d{1,3}(?:,\d{3})+|£\d+)(?:\.\d+)?$/;

/** `432,084` and `£1,445,757.50` as plain numbers; undefined where the commas are none of thousands. */
export function withoutSeparators(text: string): string | undefined {
  return SEPARATED.test(text) ? text.replaceAll(/[,£]/g, '') : undefined;
}

/** How a text is spelt, whatever year and month it names: `2025-04-30` and `2024-04-17` alike, `2008` otherwise. */
export function shapeOf(period: string): string {
  return period.replace('T00:00:00', '').replaceAll(/\p{Lu}\p{Ll}{2,}/gu, 'Word').replaceAll(/\d{1,2}(?= )/g, '9').replaceAll(/\d/g, '9').replaceAll(/\s+/g, ' ').trim();
}
