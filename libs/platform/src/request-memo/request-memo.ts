import { AsyncLocalStorage } from 'node:async_hooks';
import { type NextFunction, type Request, type Response } from 'express';

const reads = new AsyncLocalStorage<Map<string, Promise<unknown>>>();
const READING = new Set(['GET', 'HEAD']);

/** For requests that only ask: what two parts of one page read alike is read once. */
export function rememberReads(request: Request, _: Response, next: NextFunction): void {
  if (READING.has(request.method)) reads.run(new Map(), next);
  else next();
}

/**
 * Reads once for the request at hand; outside one, and where something is being changed, each time.
 * @param key names what is read, with all that it hangs on
 */
export function onceARequest<Found>(key: string, read: () => Promise<Found>): Promise<Found> {
  const known = reads.getStore();
  if (!known) return read();
  const before = known.get(key) as Promise<Found> | undefined;
  if (before) return before;
  const found = read();
  known.set(key, found);
  return found;
}
