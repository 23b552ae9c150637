import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** @throws Error that names the file, where it cannot be read. */
export async function readText(file: string): Promise<{ fileName: string; text: string }> {
  try {
    return { fileName: path.basename(file), text: await readFile(file, 'utf8') };
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/**
 * A file, or the files directly in a folder, by name.
 * @param extensions of the files to read; others in a folder are only named
 * @throws Error that names what cannot be read
 */
export async function readTexts(given: string, extensions: readonly string[]): Promise<{ files: { fileName: string; text: string }[]; left: string[] }> {
  const found = await stat(given).catch(() => undefined);
  if (!found?.isDirectory()) return { files: [await readText(given)], left: [] };
  const names = (await readdir(given, { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name).sort();
  const read = names.filter((name) => extensions.includes(path.extname(name).toLowerCase()));
  return {
    files: await Promise.all(read.map((name) => readText(path.join(given, name)))),
    left: names.filter((name) => !read.includes(name)),
  };
}
