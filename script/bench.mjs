/** `npm run bench [name …]`: benchmarks as ratios within one run; each ends with lines `bench <name> <figure>`. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap, PROJECT, run } from './bootstrap.mjs';

await run(async () => {
  await bootstrap();
  process.chdir(PROJECT);
  const { runBenches } = await import(pathToFileURL(join(PROJECT, 'dist', 'test', 'bench', 'run-benches.js')).href);
  await runBenches(process.argv.slice(2));
  process.exit(0);
});
