import { type ImportRequest } from '#features/observations/import-request.js';
import { type ImportRun } from './import-run.entity.js';

/** A run as the importer is asked for it. */
export function importerRequestOf({ fileName, options, dryRun }: Pick<ImportRun, 'fileName' | 'options' | 'dryRun'>, path: string): ImportRequest {
  return { ...options, path, fileName, dryRun };
}
