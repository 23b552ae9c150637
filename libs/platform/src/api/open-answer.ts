import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Request, type Response } from 'express';

const compress = promisify(gzip);

/** Shorter answers are not worth compressing. Bytes. */
const LEAST_ZIPPED = 1024;

/** Everybody may keep it, and asks each time whether it still holds: a correction shows at once. */
export const OPEN_CACHING = 'public, no-cache';

/**
 * Answers with JSON that everybody may read. Its tag is over the very bytes that are sent, so that the packed form of an answer
 * has a tag of its own, as a strong tag has to.
 */
export async function answerJson(request: Request, response: Response, body: object): Promise<void> {
  const plain = Buffer.from(JSON.stringify(body));
  const zips = plain.length >= LEAST_ZIPPED && takesGzip(request);
  const bytes = zips ? await compress(plain) : plain;
  response.set({
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': OPEN_CACHING,
    Vary: 'Accept-Encoding',
    ETag: strongTag(createHash('sha256').update(plain).digest(), zips),
  });
  if (zips) response.set('Content-Encoding', 'gzip');
  const { next } = body as { next?: string | null };
  if (next) response.append('Link', `<${next}>; rel="next"`);
  // express compares the tag and sends no body to who has it already
  response.send(bytes);
}

export function takesGzip(request: Request): boolean {
  return request.acceptsEncodings('gzip') === 'gzip';
}

/** @param digest of the content before it is packed */
export function strongTag(digest: Buffer, zipped: boolean): string {
  return `"${digest.toString('base64url').slice(0, 27)}${zipped ? '-gz' : ''}"`;
}
