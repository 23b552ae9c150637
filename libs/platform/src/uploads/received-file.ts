import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Readable } from 'node:stream';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { makeScratchFolder } from './scratch-folder.js';

const LONGEST_NAME = 200;

/** A file that came with a request, on the disk for as long as the request is answered. */
export class ReceivedFile {
  private constructor(
    /** As its sender calls it, without folders. */
    readonly name: string,
    /** As its sender wrote it, whatever is in it: for those who refuse odd names. */
    readonly sentName: string,
    readonly path: string,
    readonly bytes: number,
    /** SHA-256, in hexadecimal. */
    readonly checksum: string,
    private readonly folder: string,
  ) {}

  /**
   * Writes a stream to the disk piece by piece, where only this program's user can read it.
   * @throws ApplicationError with the reason given, where there is more than `mostBytes`; the rest of the stream is then thrown away
   */
  static async from(stream: Readable, name: string, limit: { mostBytes: number; reason: Reason }): Promise<ReceivedFile> {
    const folder = await makeScratchFolder('waymark-upload');
    const file = path.join(folder, 'file');
    try {
      const hash = createHash('sha256');
      let bytes = 0;
      const handle = await open(file, 'wx', 0o600);
      try {
        // a stream that is destroyed takes its connection along, and nobody would hear why
        for await (const piece of stream.iterator({ destroyOnReturn: false })) {
          const chunk = piece as Buffer;
          bytes += chunk.length;
          if (bytes > limit.mostBytes) throw new ApplicationError('too-large', limit.reason.code, limit.reason.message, [limit.reason]);
          hash.update(chunk);
          await handle.appendFile(chunk);
        }
      } finally {
        await handle.close();
      }
      return new ReceivedFile(plainName(name), name, file, bytes, hash.digest('hex'), folder);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      stream.resume();
      throw error;
    }
  }

  /** Its first bytes. */
  async head(count: number): Promise<Uint8Array> {
    const handle = await open(this.path, 'r');
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(count), 0, count, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Senders choose names: folders go, and so does what no line of text should hold. */
function plainName(name: string): string {
  const bare = name.replaceAll(/[\p{Cc}\p{Surrogate}]/gu, '').split(/[\\/]/).at(-1)?.trim() ?? '';
  return bare.length <= LONGEST_NAME ? bare : `${bare.slice(0, LONGEST_NAME - 20)}…${bare.slice(-19)}`;
}
