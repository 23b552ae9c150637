import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));

/** The catalogue of the example, from the sources' folder or from the build's. */
export const EXAMPLE_CATALOGUE = path.join(here.slice(0, here.lastIndexOf(`${path.sep}libs${path.sep}`)).replace(/[\\/]dist$/, ''), 'example', 'catalogue', 'metrics.yml');
