import { isAreaCode } from '#domain/observations/area-level.js';
import { NEIGHBOUR_MODELS, type NeighbourModel } from '../neighbour-set.entity.js';
import { linesOf, onceEach } from './csv-lines.js';
import { type GeographyClaims, type GeographyFile } from './geography-claims.js';

const SCHEMES = { Global: 'ons-global', Economic: 'ons-economic', Demographic: 'ons-demographic' } as const;

/** `AREACD,1,2,…`: the nearest areas of each, in order. */
export function isNeighbourList(header: readonly string[]): boolean {
  return header.length > 1 && header[0] === 'AREACD' && header.slice(1).every((column, index) => column === String(index + 1));
}

/** The model is in no cell of the file: its name says it. */
export function modelOf(fileName: string): NeighbourModel | undefined {
  return NEIGHBOUR_MODELS.find((model) => fileName.toLowerCase().includes(model));
}

export function readNeighbours(file: GeographyFile, header: readonly string[], claims: GeographyClaims): number {
  const model = modelOf(file.fileName);
  const lines = linesOf(file, claims);
  if (!model) claims.fault(`${file.fileName} line 1`, `the name of a list of neighbours says its model: ${NEIGHBOUR_MODELS.join(', ')}`);
  for (const { row, where } of onceEach(lines, 'AREACD', claims)) {
    const code = row['AREACD'] ?? '';
    if (!isAreaCode(code)) claims.fault(where, `“${code}” is no area code`, 'code');
    const seen = new Set([code]);
    const found = header.slice(1).map((column) => row[column] ?? '');
    // small groups (15 combined authorities) have fewer than the list has columns: blanks stand at the end
    const last = found.findLastIndex((neighbour) => neighbour !== '');
    found.slice(0, last + 1).forEach((neighbour, index) => {
      if (!isAreaCode(neighbour)) claims.fault(where, `neighbour ${index + 1} of ${code} is “${neighbour}”, which is no area code`, 'neighbour');
      else if (seen.has(neighbour)) claims.fault(where, `neighbour ${index + 1} of ${code} is ${neighbour === code ? 'the area itself' : `${neighbour} again`}`, 'neighbour');
      else if (model) claims.neighbours.push({ model, code, rank: index + 1, neighbour, where });
      seen.add(neighbour);
    });
  }
  return lines.length;
}

/** `AREACD,AREANM,Global,Economic,Demographic`: the cluster of each area in each model. */
export function isClusterList(header: readonly string[]): boolean {
  return header[0] === 'AREACD' && Object.keys(SCHEMES).every((column) => header.includes(column));
}

export function readClusters(file: GeographyFile, claims: GeographyClaims): number {
  const lines = linesOf(file, claims);
  for (const { row, where } of onceEach(lines, 'AREACD', claims)) {
    const code = row['AREACD'] ?? '';
    if (!isAreaCode(code)) {
      claims.fault(where, `“${code}” is no area code`, 'code');
      continue;
    }
    for (const [column, scheme] of Object.entries(SCHEMES)) {
      const found = row[column] ?? '';
      // [x]: the model could not place the area
      if (/^[A-Z]$/.test(found)) claims.classes.push({ code, scheme, class: found, where });
      else if (found !== '[x]' && found !== '') claims.fault(where, `the ${column} cluster of ${code} is “${found}”, which is no letter`, column);
    }
  }
  return lines.length;
}
