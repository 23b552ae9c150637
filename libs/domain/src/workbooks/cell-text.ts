/** What a spreadsheet would take for the beginning of a formula, and the mark that it is hidden behind. */
const TAKEN_FOR_FORMULA = /^[=+\-@\t\r']/;
const ESCAPED = /^'(?=[=+\-@\t\r'])/;

/** Characters that a workbook's XML cannot hold, or would change. */
const UNWRITABLE = /(?![\t\n\u007f-\u009f])\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu;
/** A text that reads like such a character written out. */
const LIKE_WRITTEN_OUT = /_(?=x[0-9a-f]{4}_)/gi;

/** A text as a cell shows it: what would run as a formula is hidden behind an apostrophe. */
export function cellText(text: string): string {
  return TAKEN_FOR_FORMULA.test(text) ? `'${text}` : text;
}

/** The same text out of a cell. */
export function textOfCell(cell: string): string {
  return cell.replace(ESCAPED, '');
}

/** A cell's text as its file holds it: what XML cannot hold is written out as Excel does (`_x000D_`), and read back by every reader. */
export function writtenOut(text: string): string {
  const written = text.replaceAll(LIKE_WRITTEN_OUT, '_x005F_').replaceAll(UNWRITABLE, inHex);
  // write-excel-file keeps its texts in a plain object, and takes `valueOf` for one that it has already
  return written in {} ? `${inHex(written)}${written.slice(1)}` : written;
}

function inHex(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** A text that somebody wrote into a cell, as the form would take it: line breaks as one character, no blanks around it. */
export function typedText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trim();
}
