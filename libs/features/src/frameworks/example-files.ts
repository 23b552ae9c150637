import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { systemActor } from '#domain/access/permissions.js';
import { YamlFile } from '#platform/located-yaml/yaml-file.js';
import { PeopleFile } from './people-file.js';

/** Who loads the example. */
export const EXAMPLE_ACTOR = systemActor('command', 'demo load');

/** A step of a load, and whether it changed anything. */
export interface ExampleStep {
  step: string;
  changed: boolean;
}

export async function readPeople(exampleDir: string): Promise<PeopleFile> {
  const { text } = await textOf(exampleDir, 'people.yml');
  return YamlFile.read(PeopleFile, text).value;
}

export async function textOf(...parts: string[]): Promise<{ fileName: string; text: string }> {
  const file = path.join(...parts);
  return { fileName: path.basename(file), text: await readFile(file, 'utf8') };
}

/** Paths of a folder's files with an extension, by name. */
export async function filesIn(folder: string, extension: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => name.endsWith(extension)).sort().map((name) => path.join(folder, name));
}

/** Names of the folders in a folder. */
export async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
}
