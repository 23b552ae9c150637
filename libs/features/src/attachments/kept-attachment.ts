import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { type EntityManager } from 'typeorm';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { makeScratchFolder } from '#platform/uploads/scratch-folder.js';
import { AttachmentChunk } from './attachment-chunk.entity.js';

/** Bytes of one piece: what is in memory of a file at a time. */
const PIECE = 512 * 1024;

/** Keeps a file's bytes, piece by piece. */
export async function keepBytes(tx: Transaction, attachmentId: string, file: string): Promise<void> {
  let position = 0;
  for await (const piece of createReadStream(file, { highWaterMark: PIECE })) {
    await tx.manager.query('INSERT INTO attachment_chunks (attachment_id, position, bytes) VALUES ($1, $2, $3)', [attachmentId, position, piece]);
    position += 1;
  }
}

export async function forgetBytes(tx: Transaction, attachmentId: string): Promise<void> {
  await tx.repository(AttachmentChunk).delete({ attachmentId });
}

/** A file's bytes, piece by piece; none where they are no longer kept. */
export async function* bytesOf(manager: EntityManager, attachmentId: string): AsyncGenerator<Buffer> {
  for (let position = 0; ; position += 1) {
    const piece = await manager.getRepository(AttachmentChunk).findOneBy({ attachmentId, position });
    if (!piece) return;
    yield piece.bytes;
  }
}

/** Lays a file on this machine's disk for as long as some work takes, where only this program's user can read it. */
export async function withBytesOnDisk<Result>(manager: EntityManager, attachmentId: string, work: (file: string) => Promise<Result>): Promise<Result> {
  const folder = await makeScratchFolder('waymark-attachment');
  try {
    const file = path.join(folder, 'file');
    const handle = await open(file, 'wx', 0o600);
    try {
      for await (const piece of bytesOf(manager, attachmentId)) await handle.appendFile(piece);
    } finally {
      await handle.close();
    }
    return await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
