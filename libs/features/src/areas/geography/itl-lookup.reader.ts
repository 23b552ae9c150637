import { countryOfArea } from '#domain/observations/area-level.js';
import { type GeographyClaims, type GeographyFile } from './geography-claims.js';
import { linesOf } from './csv-lines.js';

/** The year in the names of the columns: `LAD25CD`, `ITL325CD`. */
function yearOf(header: readonly string[]): string | undefined {
  return header.map((column) => /^LAD(\d\d)CD$/.exec(column)?.[1]).find((year) => year !== undefined);
}

/** Is it a look-up of councils to the three international territorial levels, of any year? */
export function isItlLookup(header: readonly string[]): boolean {
  const year = yearOf(header);
  return year !== undefined && [1, 2, 3].every((level) => header.includes(`ITL${level}${year}CD`));
}

export function readItlLookup(file: GeographyFile, header: readonly string[], claims: GeographyClaims): number {
  const year = yearOf(header) ?? '';
  const lines = linesOf(file, claims);
  for (const { row, where } of lines) {
    const at = (column: string): string => row[column] ?? '';
    const council = at(`LAD${year}CD`);
    const chain = [council, ...[3, 2, 1].map((level) => at(`ITL${level}${year}CD`))];
    const country = countryOfArea(council);
    const names = [at(`LAD${year}NM`), ...[3, 2, 1].map((level) => at(`ITL${level}${year}NM`))];
    const usable = chain.map((code, index) => claims.name({ code, name: names[index] ?? '', source: 'look-up', where, ...(country ? { country } : {}) }));
    if (usable.includes(false)) continue;
    const part = at(`LAU1${year}NM`);
    // the look-up names only one part of a council area that lies in two
    const bestFit = part !== '' && part !== names[0];
    if (bestFit) claims.notes.push(`${where}: ${council} ${names[0]} is placed in ${chain[1]} by its part “${part}” alone; kept as a best fit`);
    chain.slice(1).forEach((parent, index) => claims.parent({ area: chain[index] ?? '', parent, source: 'itl-lookup', where, ...(index === 0 ? { bestFit } : {}) }));
  }
  return lines.length;
}
