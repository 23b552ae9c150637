import { type GeographyClaims, type GeographyFile } from './geography-claims.js';
import { type CsvLine, linesOf, onceEach } from './csv-lines.js';

/** The columns of a code list, from the smallest area to the largest. */
const COLUMNS = ['LADCD', 'UTLACD', 'CAUTHCD', 'RGNCD', 'CTRYCD', 'EWCD', 'GBCD', 'UKCD'] as const;

const COUNTRIES: Readonly<Record<string, string>> = { K02000001: 'UK', K03000001: 'Great Britain', K04000001: 'England and Wales' };

/** Is it one of the ONS's lists of all codes of a kind (`la_all_codes`, `utla_all_codes`, `cauth_…`, `rgn_…`, `ctry_…`)? */
export function isCodeList([first = '', second = '', ...rest]: readonly string[]): boolean {
  return COLUMNS.some((column) => column === first) && second === first.replace('CD', 'NM') && rest.includes('UKCD');
}

/**
 * A list of councils, combined authorities, regions or countries with what each lies in. In the list of councils the upper
 * tier and the combined authority of a code that has ended are those of its successor, so they say nothing about itself.
 */
export function readCodeList(file: GeographyFile, claims: GeographyClaims): number {
  const lines = linesOf(file, claims);
  const own = COLUMNS.find((column) => column in (lines[0]?.row ?? {})) ?? 'LADCD';
  for (const line of onceEach(lines, own, claims)) {
    if (!named(line, own, claims)) continue;
    for (const above of COLUMNS.slice(COLUMNS.indexOf(own) + 1)) if (line.row[above]) named(line, above, claims);
    const code = line.row[own] ?? '';
    const active = line.row['LADCD_ACTIVE'] || code;
    if (active === code) nested(line, own, claims);
    else {
      claims.name({ code: active, name: line.row['LADNM_ACTIVE'] ?? '', source: 'code-list', where: line.where });
      claims.succession({ from: code, to: active, since: null, source: file.fileName, where: line.where });
      ended(line, code, claims);
    }
  }
  return lines.length;
}

function named({ row, where }: CsvLine, column: (typeof COLUMNS)[number], claims: GeographyClaims): boolean {
  const code = row[column] ?? '';
  const country = COUNTRIES[code];
  return claims.name({ code, name: row[column.replace('CD', 'NM')] ?? '', source: 'code-list', where, ...(country ? { country } : {}) });
}

/** Each of the row's areas in the next one of its tree. */
function nested({ row, where }: CsvLine, own: (typeof COLUMNS)[number], claims: GeographyClaims): void {
  const at = (column: string): string => row[column] ?? '';
  const put = (area: string, parent: string): void => void (area && parent && claims.parent({ area, parent, source: 'code-list', where }));
  const council = own === 'LADCD' || own === 'UTLACD';
  const upper = at('UTLACD') || at('LADCD');
  const nation = at('CTRYCD');
  if (own === 'LADCD') put(at('LADCD'), upper);
  if (council) {
    put(upper, at('RGNCD') || nation);
    put(upper, at('CAUTHCD'));
  }
  if (own === 'CAUTHCD') put(at('CAUTHCD'), at('RGNCD'));
  put(at('RGNCD'), nation);
  put(nation, at('UKCD'));
  // the unions of nations one in the other: England and Wales, Great Britain, the United Kingdom
  const unions = [nation, at('EWCD'), at('GBCD'), at('UKCD')].filter((code) => code !== '');
  if (unions.length > 2) unions.slice(1).forEach((union, index) => put(unions[index] ?? '', union));
}

/** Of a code that has ended the region alone holds: councils are not moved from one to another. */
function ended({ row, where }: CsvLine, code: string, claims: GeographyClaims): void {
  claims.parent({ area: code, parent: row['RGNCD'] || (row['CTRYCD'] ?? ''), source: 'by-successor', where });
}
