import { preReleasePaths } from '#features/pre-release/pre-release.paths.js';
import { longDateTime } from '#platform/pages/dates.js';
import { type ImportRun } from '../import-run.entity.js';
import { importsPaths } from '../imports.paths.js';
import { importsWords } from '../imports.words.js';
import { publicationInWords, stateTag, type Tag } from './import-words.js';

export interface StatisticsPage {
  title: string;
  words: typeof importsWords.hub;
  uploadHref: string;
  places: { text: string; href: string; what: string }[];
  rows: { href: string; reference: string; file: string; tag: Tag; uploaded: string; by: string; published: string; release: { text: string; href: string } | null }[];
}

export function presentStatistics(runs: readonly ImportRun[]): StatisticsPage {
  const words = importsWords.hub;
  const { releases, catalogue, gaps, preRelease } = words.places;
  return {
    title: words.title,
    words,
    uploadHref: importsPaths.create,
    places: [
      { ...releases, href: importsPaths.releases },
      { ...catalogue, href: importsPaths.catalogue },
      { ...gaps, href: importsPaths.dataGaps },
      { ...preRelease, href: preReleasePaths.manage },
    ],
    rows: runs.map(({ id, reference, fileName, state, options, requestedAt, requestedByUser, releaseId }) => ({
      href: importsPaths.show(id),
      reference,
      file: fileName,
      tag: stateTag(state),
      uploaded: longDateTime(requestedAt),
      by: requestedByUser.name,
      published: options.publishedAt === undefined ? '' : publicationInWords(options.publishedAt),
      release: releaseId === null ? null : { text: words.release(releaseId), href: importsPaths.release(releaseId) },
    })),
  };
}
