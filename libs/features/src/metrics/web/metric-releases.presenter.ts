import { differenceInWords } from '#domain/judgements/figure-words.js';
import { releasesPaths } from '#features/releases/releases.paths.js';
import { type ReleaseOfMetric } from '#features/releases/releases.queries.js';
import { releasesWords } from '#features/releases/releases.words.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { type Metric } from '../metric.entity.js';
import { metricPageWords } from '../metric-page.words.js';

const words = metricPageWords.releases;

interface ReleaseLine {
  href: string;
  release: string;
  file: string;
  published: string;
  rows: string;
  provisional: string;
  revised: string;
}

export interface ReleasesBlock {
  intro: string;
  warnings: { text: string; href: string } | undefined;
  empty: string | undefined;
  caption: string;
  head: typeof words.head;
  rows: ReleaseLine[];
}

/** What the table of a metric's releases is made from. */
export interface ReleasesOfMetric {
  /** Newest first, none under embargo. */
  releases: readonly ReleaseOfMetric[];
  openWarnings: number;
  /** Releases of which nobody has said when they were published. */
  undated: ReadonlySet<number>;
}

export function metricReleases(metric: Metric, { releases, openWarnings, undated }: ReleasesOfMetric): ReleasesBlock {
  return {
    intro: words.intro,
    warnings: openWarnings > 0 ? { text: words.warnings(openWarnings), href: warningsHref(releases) } : undefined,
    empty: releases.length === 0 ? words.empty : undefined,
    caption: words.caption,
    head: words.head,
    rows: releases.map((one, index) => ({
      href: releasesPaths.show(one.id),
      release: releasesWords.title(one.id),
      file: one.fileName,
      published: undated.has(one.id) ? releasesWords.undated(longDateTime(one.knownAt)) : longDate(londonDate(one.knownAt)),
      rows: one.rows.toLocaleString('en-GB'),
      provisional: one.provisional.toLocaleString('en-GB'),
      revised: changeInWords(metric, one, index === releases.length - 1),
    })),
  };
}

/** The only release's own warnings; otherwise the list, which counts them for each. */
function warningsHref([only, ...others]: readonly ReleaseOfMetric[]): string {
  return only && others.length === 0 ? `${releasesPaths.show(only.id)}#warnings` : releasesPaths.list;
}

function changeInWords(metric: Metric, { revision, startsNewSeries, wholeSeries }: ReleaseOfMetric, isFirst: boolean): string {
  if (startsNewSeries && !isFirst) return words.newSeries;
  if (!revision) return isFirst ? words.first : words.pending;
  const [moved = '', added = '', withdrawn = ''] = [revision.moved, revision.added, revision.withdrawn].map((count) => count.toLocaleString('en-GB'));
  return [
    ...(wholeSeries ? [words.wholeSeries] : []),
    words.changed(moved, added, withdrawn),
    ...(revision.largestMove === null ? [] : [words.largest(differenceInWords(revision.largestMove, metric))]),
  ].join(' ');
}
