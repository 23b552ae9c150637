import { type NextFunction, type Request, type Response } from 'express';

const OPEN_PATHS = /^\/(api\/v1|data)(\/|$)/;

/**
 * Lets pages of other sites read the open data in a browser. Who comes with a token or a session reads as themself, and that answer
 * is for no other site.
 */
export function openToOtherSites(request: Request, response: Response, next: NextFunction): void {
  if (isOpen(request)) {
    response.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Link', 'Cross-Origin-Resource-Policy': 'cross-origin' });
  }
  next();
}

function isOpen({ method, path, headers }: Request): boolean {
  return (method === 'GET' || method === 'HEAD') && OPEN_PATHS.test(path) && headers.authorization === undefined && headers.cookie === undefined;
}
