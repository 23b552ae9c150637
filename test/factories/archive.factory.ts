import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive as a test wants it, honest or not. */
export interface MadePart {
  name: string;
  data: Buffer | string;
  /** Kept as it is instead of deflated. */
  stored?: boolean;
  /** What the list says instead of the truth. */
  listed?: { name?: string; size?: number; flags?: number; method?: number; at?: number; packed?: number };
}

export interface MadeArchive {
  before?: Buffer;
  /** Bytes between the parts and their list. */
  between?: Buffer;
  after?: Buffer;
  comment?: Buffer;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** Writes an archive byte by byte, so that it can lie wherever a test wants it to. */
export function archiveOf(parts: readonly MadePart[], { before = Buffer.alloc(0), between = Buffer.alloc(0), after = Buffer.alloc(0), comment = Buffer.alloc(0) }: MadeArchive = {}): Buffer {
  const pieces: Buffer[] = [before];
  const list: Buffer[] = [];
  let at = before.length;
  for (const part of parts) {
    const data = Buffer.isBuffer(part.data) ? part.data : Buffer.from(part.data);
    const packed = part.stored ? data : deflateRawSync(data);
    const method = part.listed?.method ?? (part.stored ? 0 : 8);
    const name = Buffer.from(part.name);
    const flags = part.listed?.flags ?? 0x800;
    const [sum, size] = [crc32(data), part.listed?.size ?? data.length];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(LOCAL, 0);
    writeCommon(local, 4, { flags, method, sum, packed: packed.length, size, name: name.length });
    pieces.push(local, name, packed);
    const listedName = Buffer.from(part.listed?.name ?? part.name);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(CENTRAL, 0);
    central.writeUInt16LE(20, 4);
    writeCommon(central, 6, { flags, method, sum, packed: part.listed?.packed ?? packed.length, size, name: listedName.length });
    central.writeUInt32LE(part.listed?.at ?? at, 42);
    list.push(central, listedName);
    at += local.length + name.length + packed.length;
  }
  const whole = Buffer.concat([...pieces, between]);
  const listed = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(whole.length, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([whole, listed, end, comment, after]);
}

function writeCommon(header: Buffer, at: number, { flags, method, sum, packed, size, name }: { flags: number; method: number; sum: number; packed: number; size: number; name: number }): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(flags, at + 2);
  header.writeUInt16LE(method, at + 4);
  header.writeUInt32LE(sum, at + 10);
  header.writeUInt32LE(packed, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name, at + 22);
}
