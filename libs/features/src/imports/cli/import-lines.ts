import { type ImportReport } from '#features/observations/import-report.js';
import { contradictionSentence, reasonsOf } from '#features/observations/refused-file.js';

/** More of one kind are counted. */
const MOST_LINES = 20;

/** A report as the command line prints it. */
export function linesOf(report: ImportReport): string {
  const { unknownIndicators, unconfirmedAreas, layout, rowsRead, figures, rowsMissing, rowsWithValue } = report;
  const lines = [
    report.alreadyLoaded ? `${report.fileName} is loaded already; nothing was changed` : `${report.fileName}, SHA-256 ${report.checksum}`,
    ...(layout ? [`layout         ${layout.name}: ${layout.title}`] : []),
    ...(report.dryRun && layout ? layout.roles.map(({ role, column }) => `  ${role}: ${column}`) : []),
    ...(report.publication ? [`published      ${report.publication.on}${report.publication.saidBy === 'file-name' ? ', by the name of the file; --published says otherwise' : ''}`] : []),
    `rows read      ${rowsRead}`,
    `with a value   ${rowsWithValue}`,
    `missing        ${rowsMissing}`,
    `rejected       ${report.rowsRejected}`,
    ...(layout && figures !== rowsWithValue + rowsMissing ? [`figures        ${figures}`] : []),
    `areas not known       ${unconfirmedAreas.length}${unconfirmedAreas.length > 0 ? `: ${unconfirmedAreas.map(({ code, name }) => `${code} ${name}`).join('; ')}` : ''}`,
    `indicators not known  ${unknownIndicators.length}${unknownIndicators.length > 0 ? `: ${unknownIndicators.map(({ indicator, rows }) => `“${indicator}” (${rows} rows)`).join('; ')}` : ''}`,
    ...report.contradictions.filter(({ confirmed }) => confirmed).map((one) => `against the catalogue: ${contradictionSentence(one)}`),
    ...listed('warnings', report.warningCount, report.warnings.map(({ row, text }) => (row > 0 ? `row ${row}: ${text}` : text))),
    ...previewOf(report),
    ...(report.dryRun ? ['A dry run: nothing was changed'] : report.releaseId !== null && !report.alreadyLoaded ? [`Loaded as release ${report.releaseId}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** What is wrong with a file that was not refused for it. */
export function faultLines(report: ImportReport): string {
  const reasons = reasonsOf(report).map(({ message }) => message);
  const lines = listed('at fault', reasons.length, reasons);
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}

function previewOf({ dryRun, preview }: ImportReport): string[] {
  if (!dryRun || preview.length === 0) return [];
  const rows = preview.map(({ row, metric, area, period, value, lower, upper, status }) => {
    const interval = lower === '' && upper === '' ? '' : ` (${lower} to ${upper})`;
    return `  row ${row}: ${metric}, ${area}, ${period}: ${value === '' ? 'missing' : value}${interval}${status === '' ? '' : ` [${status}]`}`;
  });
  return ['the first figures, as they would be read:', ...rows];
}

function listed(what: string, count: number, lines: readonly string[]): string[] {
  if (count === 0) return [];
  const more = count - Math.min(lines.length, MOST_LINES);
  return [`${what}: ${count}`, ...lines.slice(0, MOST_LINES).map((line) => `  ${line}`), ...(more > 0 ? [`  and ${more} more`] : [])];
}
