import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { getMetadataArgsStorage, type MigrationInterface } from 'typeorm';

type Class<Instance = object> = new () => Instance;

const libs = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/**
 * Imports every entity and migration class of the house. Not by TypeORM's own globs: those import through `eval`, which a
 * test runner's module registry cannot follow from one suite to the next.
 */
export async function schemaClasses(): Promise<{ entities: Class[]; migrations: Class<MigrationInterface>[] }> {
  const rooms = ['platform', 'features'].flatMap((floor) => foldersIn(path.join(libs, floor, 'src')));
  const exported = await exportsOf(rooms.flatMap((room) => filesIn(room, `.entity.${extension}`)));
  const tables = new Set(getMetadataArgsStorage().tables.map(({ target }) => target));
  const migrations = await exportsOf(rooms.flatMap((room) => filesIn(path.join(room, 'migrations'), `.migration.${extension}`)));
  return { entities: exported.filter((item) => tables.has(item)), migrations: migrations as Class<MigrationInterface>[] };
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(folder, name));
}

function filesIn(folder: string, ending: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => path.join(folder, name));
  } catch (error) {
    // A room without migrations has no folder for them.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function exportsOf(files: string[]): Promise<Class[]> {
  const modules = (await Promise.all(files.map((file) => import(pathToFileURL(file).href)))) as Record<string, unknown>[];
  return modules.flatMap((module) => Object.values(module)).filter((item): item is Class => typeof item === 'function');
}
