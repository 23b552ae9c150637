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

export async function filesIn(folder: string, extension: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => name.endsWith(extension)).sort().map((name) => path.join(folder, name));
}
