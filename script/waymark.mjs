/** `npm run waymark -- …`: the command line. What the bootstrap has to tell goes to standard error; standard output is the command's. */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { bootstrap, PROJECT, run } from './bootstrap.mjs';

await run(() => bootstrap({ say: console.error }));
await import(pathToFileURL(join(PROJECT, 'dist', 'apps', 'cli', 'src', 'main.js')).href);
