import compression from 'compression';
import { type Request, type RequestHandler, type Response } from 'express';

/**
 * Compresses pages for visitors. Not for whoever brings or gets a cookie: their page can hold a token beside words of the
 * address, and by the length of what is compressed together somebody who only listens can guess the one with the other (BREACH).
 */
export function compressedPages(): RequestHandler {
  return compression({ filter: (request: Request, response: Response) => isVisitors(request, response) && isPage(response) });
}

/** To be asked when the headers are complete: a page that needs a token sets its cookie by then. */
function isVisitors(request: Request, response: Response): boolean {
  return request.method === 'GET' && request.headers.cookie === undefined && !response.hasHeader('Set-Cookie');
}

function isPage(response: Response): boolean {
  return String(response.getHeader('Content-Type')).startsWith('text/html');
}
