import { type Request } from 'express';
import { type BulkResult } from '../queue-claims.service.js';

declare module 'express-session' {
  interface SessionData {
    /** What became of the last reviews that were claimed, or accepted, together. */
    bulkResults: Partial<Record<BulkKind, BulkResult[]>>;
  }
}

export type BulkKind = 'claimed' | 'accepted';

export function keepResults(request: Request, kind: BulkKind, results: BulkResult[]): void {
  request.session.bulkResults = { ...request.session.bulkResults, [kind]: results };
}

export function keptResults(request: Request, kind: BulkKind): BulkResult[] | undefined {
  return request.session.bulkResults?.[kind];
}
