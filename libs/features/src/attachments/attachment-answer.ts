import { type Request, type Response } from 'express';
import { type EntityManager } from 'typeorm';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Attachment } from './attachment.entity.js';
import { attachmentsWords as words } from './attachments.words.js';
import { bytesOf } from './kept-attachment.js';

/**
 * Sends a file for saving, byte for byte as it was attached: never shown within the service's own pages, and in a sandbox where a
 * browser shows it all the same.
 * @throws ApplicationError where its bytes are no longer kept
 */
export async function sendAttachment(manager: EntityManager, file: Attachment, request: Request, response: Response): Promise<void> {
  response.set({
    'Content-Disposition': `attachment; filename="${plain(file.name)}"; filename*=UTF-8''${encoded(file.name)}`,
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ETag: `"${file.checksum}"`,
    'Content-Type': file.type,
  });
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  const pieces = bytesOf(manager, file.id);
  const first = await pieces.next();
  if (first.done) throw new ApplicationError('not-found', 'file-gone', words.gone);
  response.set('Content-Length', String(file.bytes));
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  response.write(first.value);
  for await (const piece of pieces) {
    // The reader has gone, or takes more slowly than the database gives.
    if (response.destroyed) return;
    if (!response.write(piece)) await new Promise<void>((resolve) => void response.once('drain', resolve).once('close', resolve));
  }
  response.end();
}

/** For browsers that know no other: letters, digits and a few marks. */
function plain(name: string): string {
  return name.normalize('NFKD').replaceAll(/[^\w .()-]/g, '_');
}

/** By RFC 5987. */
function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
