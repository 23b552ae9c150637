/** `npm start`: installs what is missing, builds what changed, and runs everything in this one process, so that Ctrl-C reaches it at once. */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { bootstrap, PROJECT, run } from './bootstrap.mjs';

await run(() => bootstrap());
await import(pathToFileURL(join(PROJECT, 'dist', 'apps', 'standalone', 'src', 'main.js')).href);
