import { longDateTime } from '#platform/pages/dates.js';
import { releasesPaths } from '../releases.paths.js';
import { type ReleaseSummary } from '../releases.queries.js';
import { releasesWords } from '../releases.words.js';
import { embargoInWords } from '../embargo-in-words.js';

const words = releasesWords.list;

interface ReleaseLine {
  href: string;
  name: string;
  publisher: string;
  when: string;
  metrics: string[];
  rows: string;
  openWarnings: string;
}

export interface ReleasesListPage {
  title: string;
  words: typeof words;
  nothing: string | undefined;
  groups: { id: string; heading: string; rows: ReleaseLine[] }[];
}

/** @param embargoed for statisticians; nobody else gets any */
export function releasesListPage(published: readonly ReleaseSummary[], embargoed: readonly ReleaseSummary[]): ReleasesListPage {
  const groups = [
    { id: 'embargoed', heading: words.embargoed, rows: embargoed.map((summary) => lineOf(summary, true)) },
    { id: 'published', heading: words.published, rows: published.map((summary) => lineOf(summary, false)) },
  ].filter(({ rows }) => rows.length > 0);
  return { title: words.title, words, nothing: groups.length === 0 ? words.nothing : undefined, groups };
}

function lineOf({ release, knownAt, metrics, openWarnings }: ReleaseSummary, embargoed: boolean): ReleaseLine {
  const dated = release.publishedAt ? longDateTime(knownAt) : releasesWords.undated(longDateTime(knownAt));
  return {
    href: releasesPaths.show(release.id),
    name: `${release.id}, ${release.fileName}`,
    publisher: release.publisher,
    when: embargoed ? embargoInWords(knownAt) : dated,
    metrics: metrics.map(({ name }) => name),
    rows: releasesWords.count(metrics.reduce((sum, { rows }) => sum + rows, 0)),
    openWarnings: releasesWords.count(openWarnings),
  };
}
