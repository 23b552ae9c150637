import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Express } from 'express';
import nunjucks from 'nunjucks';

const require = createRequire(import.meta.url);
const here = path.dirname(fileURLToPath(import.meta.url));
/** GOV.UK Frontend's macros: `govuk/components/…/macro.njk`. */
const govuk = path.join(path.dirname(require.resolve('govuk-frontend/package.json')), 'dist');

/**
 * Nunjucks over the rooms' own views: `evidence-returns/web/views/show.njk`, and `pages/views/layout.njk` of the platform.
 * @param featureRoot folder whose rooms hold `web/views`; the roots know it, the platform does not.
 */
export function configureTemplates(express: Express, featureRoot: string, globals: Record<string, unknown>): nunjucks.Environment {
  const environment = nunjucks.configure([featureRoot, path.resolve(here, '..'), govuk], {
    autoescape: true,
    express,
    noCache: false,
    throwOnUndefined: false,
  });
  for (const [name, value] of Object.entries(globals)) environment.addGlobal(name, value);
  express.set('view engine', 'njk');
  return environment;
}
