import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { type EntityManager } from 'typeorm';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { makeScratchFolder } from '#platform/uploads/scratch-folder.js';
import { ImportFileChunk } from './import-file-chunk.entity.js';

/** Bytes of one piece: what is in memory of a file at a time. */
const PIECE = 512 * 1024;

/** Keeps a file in the database, piece by piece. */
export async function keepFile(tx: Transaction, runId: string, file: string): Promise<void> {
  let position = 0;
  for await (const piece of createReadStream(file, { highWaterMark: PIECE })) {
    await tx.manager.query('INSERT INTO import_file_chunks (run_id, position, bytes) VALUES ($1, $2, $3)', [runId, position, piece]);
    position += 1;
  }
}

export async function forgetFile(tx: Transaction, runId: string): Promise<void> {
  await tx.repository(ImportFileChunk).delete({ runId });
}

/**
 * Lays the kept file on this machine's disk for as long as some work takes, where only this program's user can read it.
 * @throws ApplicationError where the file is no longer kept
 */
export async function withKeptFile<Result>(manager: EntityManager, runId: string, work: (path: string) => Promise<Result>): Promise<Result> {
  const folder = await makeScratchFolder('waymark-kept-file');
  try {
    const file = path.join(folder, 'file.csv');
    const handle = await open(file, 'wx', 0o600);
    try {
      let position = 0;
      for (; ; position += 1) {
        const piece = await manager.getRepository(ImportFileChunk).findOneBy({ runId, position });
        if (!piece) break;
        await handle.appendFile(piece.bytes);
      }
      if (position === 0) throw ApplicationError.refused([{ code: 'file-gone', message: 'The file is no longer kept: upload it again' }]);
    } finally {
      await handle.close();
    }
    return await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
