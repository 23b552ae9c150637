/**
 * `npm run migration:generate -- NOUN VerbNoun`: writes what the entities have and the migrations do not, as a new migration of that noun.
 * `npm run migration:generate -- --check`: ends with 1, and prints the difference, where there is one.
 *
 * The difference is taken on a throw-away PostgreSQL that all existing migrations have run on. What it writes is a draft: read it, and cut
 * it down to one small step.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap, PROJECT, Refusal, run } from './bootstrap.mjs';

const fromPlatform = (path) => import(pathToFileURL(join(PROJECT, 'dist', 'libs', 'platform', 'src', path)).href);

await run(async () => {
  const [noun, name] = process.argv.slice(2);
  const checking = noun === '--check';
  const folder = checking ? undefined : folderOf(noun, name);
  await bootstrap({ say: console.error });
  const { up, down } = await difference();
  if (up.length === 0) {
    console.log('Entities and migrations agree; there is nothing to write.');
    return;
  }
  if (checking) throw new Refusal(`Entities and migrations differ:\n${up.map((sql) => `  ${sql}`).join('\n')}`);
  const timestamp = Date.now();
  const path = join(folder, `${timestamp}-${kebab(name)}.migration.ts`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, source(`${name}${timestamp}`, up, down));
  console.log(`Wrote ${path.slice(PROJECT.length + 1)}`);
});

function folderOf(noun, name) {
  if (!noun || !/^([A-Z][a-z0-9]+){2,}$/.test(name ?? '')) {
    throw new Refusal('Say the noun (a folder of libs/features/src or libs/platform/src) and the change as VerbNoun:\n  npm run migration:generate -- metrics AddMetricUnit');
  }
  const room = ['features', 'platform'].map((floor) => join(PROJECT, 'libs', floor, 'src', noun)).find((path) => existsSync(path));
  if (!room) throw new Refusal(`There is no folder libs/features/src/${noun}, nor libs/platform/src/${noun}.`);
  return join(room, 'migrations');
}

async function difference() {
  const { startEphemeralPostgres } = await fromPlatform('embedded-postgres/ephemeral-postgres.js');
  const { migrate } = await fromPlatform('database/migrate.js');
  const { createMigrationDataSource, SCHEMA } = await fromPlatform('database/data-source.js');
  const postgres = await startEphemeralPostgres();
  try {
    await migrate({ owner: postgres.ownerUrl, application: postgres.appUrl });
    const dataSource = await (await createMigrationDataSource(postgres.ownerUrl)).initialize();
    try {
      const { upQueries, downQueries } = await dataSource.driver.createSchemaBuilder().log();
      // The schema comes from the connection's search path, in migrations as everywhere.
      const bare = ({ query }) => query.replaceAll(`"${SCHEMA}".`, '').trim();
      return { up: upQueries.map(bare), down: downQueries.map(bare).reverse() };
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await postgres.stop();
  }
}

function source(className, up, down) {
  const queries = (list) => list.map((sql) => `    await runner.query(\`${sql.replaceAll(/[`\\]|\$\{/g, '\\$&')}\`);`).join('\n');
  return `import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  name = '${className}';

  async up(runner: QueryRunner): Promise<void> {
${queries(up)}
  }

  async down(runner: QueryRunner): Promise<void> {
${queries(down)}
  }
}
`;
}

function kebab(name) {
  return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
}
