import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type LayoutFile } from './layout-file.js';
import { readLayout } from './layout-reading.js';

const FOLDER = fileURLToPath(new URL('layouts/', import.meta.url));

let known: readonly LayoutFile[] | undefined;

/** The layouts that come with Waymark: one YAML file each, beside this code. */
export function builtInLayouts(): readonly LayoutFile[] {
  known ??= readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => readLayout(readFileSync(`${FOLDER}${name}`, 'utf8')));
  return known;
}
