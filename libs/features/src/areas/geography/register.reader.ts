import { type DayClaim } from '#domain/areas/validity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { readRegister, type RegisteredArea, REGISTER_COLUMNS } from '../register-file.js';
import { type GeographyClaims, type GeographyFile } from './geography-claims.js';

export function isRegister(header: readonly string[]): boolean {
  return REGISTER_COLUMNS.every((column) => header.includes(column));
}

/**
 * Our own register, by hand: its word counts before every published file's.
 * @param known codes that the database or another file of the same import has
 * @returns the areas that it names
 */
export function readRegisterFile({ fileName, text }: GeographyFile, known: ReadonlySet<string>, claims: GeographyClaims): RegisteredArea[] {
  let areas: RegisteredArea[] = [];
  try {
    areas = readRegister(text, known);
  } catch (error) {
    if (!(error instanceof ApplicationError)) throw error;
    claims.faults.push(...error.reasons.map((reason) => ({ ...reason, message: `${fileName} ${reason.message}` })));
  }
  for (const { code, name, level, country, parentCode, validFrom, validTo, successors } of areas) {
    const where = `${fileName}, ${code}`;
    const claim = (day: string): DayClaim => ({ day, source: 'register', edition: null, where });
    claims.name({ code, name, source: 'register', where, level, ...(country === null ? {} : { country }) });
    if (validFrom !== null) claims.firstDay(code, claim(validFrom));
    if (validTo !== null) claims.lastDay(code, claim(validTo));
    if (parentCode !== null) claims.parent({ area: code, parent: parentCode, source: 'register', where });
    for (const to of successors) claims.succession({ from: code, to, since: null, source: 'register', where });
  }
  return areas;
}
