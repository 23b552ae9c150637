import { type Request } from 'express';
import { ApplicationError } from '#platform/errors/application-error.js';
import { LARGEST_PAGE, USUAL_PAGE } from './page-query.js';

/** Longest text of a parameter. */
const LONGEST = 5000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What a parameter of an address may be. */
export type ParameterKind = 'text' | 'day' | 'whole' | 'flag' | readonly string[];

/**
 * The parameters of an address, each said once and each known: a misspelt filter that was passed over in silence would answer
 * with more than was asked for.
 * @throws ApplicationError 400 that names the parameter
 */
export function strictQuery(query: Request['query'], known: Readonly<Record<string, ParameterKind>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      const kind = Object.hasOwn(known, name) ? known[name] : undefined;
      if (kind === undefined) throw refusal('unknown-parameter', name, `There is no parameter ${name.slice(0, 100)} here. Known: ${Object.keys(known).sort().join(', ') || 'none'}`);
      if (typeof value !== 'string') throw refusal('repeated-parameter', name, `${name} may be given once`);
      if (value.length > LONGEST) throw refusal('too-long', name, `${name} is too long`);
      const fault = faultOf(kind, value);
      if (fault) throw refusal('bad-parameter', name, `${name} must be ${fault}`);
      return [name, value];
    }),
  );
}

/** How many items, from `limit`. @throws ApplicationError 400 */
export function limitOf(limit: string | undefined): number {
  if (limit === undefined) return USUAL_PAGE;
  const number = /^\d{1,4}$/.test(limit) ? Number(limit) : 0;
  if (number < 1 || number > LARGEST_PAGE) throw refusal('bad-parameter', 'limit', `limit must be a whole number from 1 to ${LARGEST_PAGE}`);
  return number;
}

function faultOf(kind: ParameterKind, value: string): string | undefined {
  if (kind === 'day') return isDay(value) ? undefined : 'a date like 2026-03-31';
  if (kind === 'whole') return /^[1-9]\d{0,8}$/.test(value) ? undefined : 'a whole number';
  if (kind === 'flag') return value === 'true' || value === 'false' ? undefined : 'true or false';
  if (kind === 'text') return undefined;
  return kind.includes(value) ? undefined : `one of ${kind.join(', ')}`;
}

function isDay(text: string): boolean {
  const instant = new Date(`${text}T00:00:00.000Z`);
  return DAY.test(text) && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text) && instant.getUTCFullYear() > 0;
}

function refusal(code: string, field: string, message: string): ApplicationError {
  return ApplicationError.badRequest(code, message, field.slice(0, 100));
}
