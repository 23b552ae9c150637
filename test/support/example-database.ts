import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { migrate } from '#platform/database/migrate.js';
import { ExampleService } from '#features/example/example.service.js';
import { startTestApplication } from './application.js';
import { copyOf, ensureTemplate, type TestDatabase } from './database.js';

/** The example as loaded, its jobs still waiting in the outbox. */
export async function createLoadedDatabase(): Promise<TestDatabase> {
  return copyOf(await loadedTemplate());
}

/** The example as a newcomer sees it: judged, alerts raised, letters sent (to nobody). */
export async function createExampleDatabase(): Promise<TestDatabase> {
  await loadedTemplate();
  const name = `waymark_example_${sourcesHash()}`;
  return copyOf(await ensureTemplate(name, (ownerUrl, url) => fill(name, ownerUrl, url, true)));
}

function loadedTemplate(): Promise<string> {
  const name = `waymark_loaded_${sourcesHash()}`;
  return ensureTemplate(name, (ownerUrl, url) => fill(name, ownerUrl, url, false));
}

async function fill(name: string, ownerUrl: string, url: string, runsJobs: boolean): Promise<void> {
  await migrate({ owner: ownerUrl, application: url });
  const waymark = await startTestApplication({ database: { name, ownerUrl, url, drop: async () => undefined } });
  try {
    await waymark.get(ExampleService).load(path.resolve('example'), { demoPeople: true });
    if (runsJobs) await waymark.runJobs();
  } finally {
    await waymark.close();
  }
}

/** Changes with whatever the example is made of, so that a kept server never serves an old template. */
function sourcesHash(): string {
  const hash = createHash('sha256');
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) walk(file);
      else if (!/\.(spec\.ts|njk|scss)$/.test(entry.name)) hash.update(`${file} ${statSync(file).size} ${statSync(file).mtimeMs}`);
    }
  };
  for (const folder of ['libs', 'example']) walk(path.resolve(folder));
  return hash.digest('hex').slice(0, 12);
}
