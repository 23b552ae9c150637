/** A link that a person follows by clicking on it: an address on the web or of a mailbox, or a place in the same file. */
export function isPlainLink(target: string): boolean {
  return /^(https?:\/\/[^\s]+|mailto:[^\s]+|#.*)$/i.test(target.trim());
}

/** Calls in a cell that fetch, run or talk to something outside of the file. */
const OUTSIDE_CALL = /\b(webservice|rtd|call|register(\.id)?|exec|dde|ddeinit|ddepoke|sql\.request|importdata|importxml|image|evaluate|get\.workspace|fopen|fwrite|run)\s*\(/i;
/** Excel's way of asking another program: `cmd|' /c calc'!A0`. */
const DDE = /[\w.]+\s*\|\s*['"A-Z]/i;

/** Why a formula reaches out of its file; undefined where it does not. */
export function outsideCallIn(formula: string): string | undefined {
  const withoutTexts = formula.replaceAll(/"(?:[^"]|"")*"/g, '""');
  const call = OUTSIDE_CALL.exec(withoutTexts)?.[1];
  if (call !== undefined) return `calls ${call.toUpperCase()}`;
  if (DDE.test(withoutTexts.replaceAll(/\|\|/g, ''))) return 'asks another program (DDE)';
  if (/(^|[=(,;+\-*/&<>'\s])\[\d+\]/.test(withoutTexts) || /\[[^\]]+\.(xls\w?|ods|csv)\]/i.test(withoutTexts) || /'(file|https?|ftp|smb):/i.test(withoutTexts)) return 'reads another file';
  const link = /\bhyperlink\s*\(\s*"((?:[^"]|"")*)"/i.exec(formula)?.[1];
  if (link !== undefined && !isPlainLink(link)) return 'links to something that is no web address';
  return undefined;
}
