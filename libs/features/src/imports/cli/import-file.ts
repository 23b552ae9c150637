import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** @throws Error that names the file, where it cannot be read. */
export async function readText(file: string): Promise<{ fileName: string; text: string }> {
  try {
    return { fileName: path.basename(file), text: await readFile(file, 'utf8') };
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
