import { type NextFunction, type Request, type Response } from 'express';

/** NUL and half a surrogate pair: no person types them, and PostgreSQL keeps neither. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** Express's own way of an error with a status; the filter makes the answer of it. */
class UnstorableText extends Error {
  readonly status = 400;

  constructor() {
    super('The request holds a character that no text has');
  }
}

/** Refuses a request whose address or body holds what no table could keep, before anybody stores or looks for it. */
export function requireStorableText(request: Request, _: Response, next: NextFunction): void {
  next(isRefused(request) ? new UnstorableText() : undefined);
}

/** The same for a body that could not be read at the door. @throws UnstorableText */
export function requireStorable(request: Request): void {
  if (isRefused(request)) throw new UnstorableText();
}

function isRefused({ originalUrl, body }: Request): boolean {
  return originalUrl.includes('%00') || isUnstorable(body);
}

function isUnstorable(value: unknown): boolean {
  if (typeof value === 'string') return UNSTORABLE.test(value);
  return typeof value === 'object' && value !== null && Object.entries(value).some(([name, held]) => UNSTORABLE.test(name) || isUnstorable(held));
}
