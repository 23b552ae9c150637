/** `node --import` this to run a TypeScript file of the sources in a process of its own, without a build. */
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
