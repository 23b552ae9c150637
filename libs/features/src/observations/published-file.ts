import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { ApplicationError } from '#platform/errors/application-error.js';

/** Bytes read at a time: what an import holds of a file in memory. Larger pieces only give the garbage collector more to copy. */
const CHUNK = 128 * 1024;

/** A header, and the lines above it, stand within this many bytes. */
const HEAD = 64 * 1024;

/** A file of figures, open, with the checksum of its bytes. */
export class PublishedFile {
  private constructor(
    readonly name: string,
    readonly bytes: number,
    readonly checksum: string,
    private readonly handle: FileHandle,
    private readonly modified: bigint,
  ) {}

  /** @throws ApplicationError where there is no such file, or it is none */
  static async open(file: string, name: string = path.basename(file)): Promise<PublishedFile> {
    const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
      throw unreadable(name, error.code === 'ENOENT' ? 'there is no such file' : error.message);
    });
    try {
      const { size, mtimeNs } = await handle.stat({ bigint: true }).then((stat) => {
        if (!stat.isFile()) throw unreadable(name, 'it is not a file');
        return stat;
      });
      const hash = createHash('sha256');
      for await (const chunk of chunksOf(handle)) hash.update(chunk);
      return new PublishedFile(name, Number(size), hash.digest('hex'), handle, mtimeNs);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** The bytes, piece by piece. @throws ApplicationError at the end, where the file was changed while it was read */
  async *chunks(): AsyncGenerator<Buffer> {
    let read = 0;
    for await (const chunk of chunksOf(this.handle)) {
      read += chunk.length;
      yield chunk;
    }
    const { size, mtimeNs } = await this.handle.stat({ bigint: true });
    if (read !== this.bytes || Number(size) !== this.bytes || mtimeNs !== this.modified) {
      throw unreadable(this.name, 'it was changed while it was read');
    }
  }

  /** The first lines, by which the layout is recognised. */
  async head(): Promise<Buffer> {
    const size = Math.min(this.bytes, HEAD);
    const { bytesRead, buffer } = await this.handle.read(Buffer.alloc(size), 0, size, 0);
    const cut = bytesRead < this.bytes ? buffer.lastIndexOf(0x0a) + 1 : 0;
    return buffer.subarray(0, cut || bytesRead);
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}

function chunksOf(handle: FileHandle): AsyncIterable<Buffer> {
  return handle.createReadStream({ start: 0, autoClose: false, highWaterMark: CHUNK });
}

function unreadable(name: string, why: string): ApplicationError {
  return ApplicationError.invalid([{ code: 'file-unreadable', message: `${name}: ${why}` }], `${name} cannot be read: ${why}`);
}
