import { type CauseOfChange, CAUSES_OF_CHANGE } from '#domain/judgements/cause-of-change.js';
import { differenceInWords } from '#domain/judgements/figure-words.js';
import { VERDICTS } from '#domain/judgements/verdict.js';
import { parsePeriod } from '#domain/observations/period.js';
import { metricsPaths } from '#features/metrics/metrics.paths.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { type Release } from '../release.entity.js';
import { releasesPaths } from '../releases.paths.js';
import { type FlippedVerdict, type RevisionOfMetric } from '../revisions.queries.js';
import { type SeriesBreak } from '../series-break.entity.js';
import { type WarningsOfRelease } from '../warnings.queries.js';
import { releasesWords } from '../releases.words.js';
import { type CellLine, cellLine } from './changed-cells.presenter.js';
import { embargoInWords } from '../embargo-in-words.js';
import { type WarningsSection, warningsSection } from './warnings.presenter.js';

const words = releasesWords;

/** What the page of a release is made from. */
export interface ReleaseSources {
  release: Release;
  revisions: readonly RevisionOfMetric[];
  flips: readonly FlippedVerdict[];
  warnings: WarningsOfRelease;
  breaks: readonly SeriesBreak[];
}

/** How the page is seen. */
export interface ReleaseView {
  embargoed: boolean;
  statistician: boolean;
}

interface ChangeLine {
  metric: { text: string; href: string };
  remarks: string[];
  cells: string[] | undefined;
  /** Why there are no cells. */
  note: string | undefined;
}

export interface ReleasePage {
  title: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof words;
  embargo: { text: string; note: string } | undefined;
  facts: { key: { text: string }; value: { text: string; classes: string } }[];
  changes: { lines: ChangeLine[]; largest: { id: string; heading: string; rows: CellLine[] }[]; all: { href: string; text: string }[]; csv: string };
  flips: { target: string; href: string; before: string; after: string; cause: string; sentence: string }[];
  warnings: WarningsSection;
  breaks: { metric: string; from: string; what: string; reason: string; by: string }[];
  forms: { hour: string | undefined; newBreak: string } | undefined;
}

export function releasePage({ release, revisions, flips, warnings, breaks }: ReleaseSources, { embargoed, statistician }: ReleaseView): ReleasePage {
  const until = release.publishedAt ?? release.importedAt;
  const title = words.title(release.id);
  return {
    title: `${title}: ${release.fileName}`,
    breadcrumbs: [{ text: words.list.title, href: releasesPaths.list }, { text: title }],
    words,
    embargo: embargoed ? { text: embargoInWords(until), note: words.embargoNote } : undefined,
    facts: factsOf(release, embargoed),
    changes: {
      lines: revisions.map((revision) => changeLine(revision)),
      largest: revisions.filter(({ largest }) => largest.length > 0).map(({ metric, largest }) => ({
        id: `largest-${metric.slug}`,
        heading: words.changes.largest(metric.name),
        rows: largest.map((cell) => cellLine(cell, metric)),
      })),
      all: revisions
        .filter(({ counts }) => counts.comparedWith && (counts.moved ?? 0) + (counts.added ?? 0) + (counts.withdrawn ?? 0) > 0)
        .map(({ metric }) => ({ href: releasesPaths.changes(release.id, metric.slug), text: words.changes.all(metric.name) })),
      csv: releasesPaths.changesCsv(release.id),
    },
    flips: flips.map(({ target, mission, before, after, cause, sentence }) => ({
      target: `${mission.focusArea}: ${target.title}`,
      href: `/frameworks/${mission.framework}/missions/${mission.slug}#${target.slug}`,
      before: VERDICTS[before],
      after: VERDICTS[after],
      cause: cause in CAUSES_OF_CHANGE ? CAUSES_OF_CHANGE[cause as CauseOfChange] : words.flips.first,
      sentence,
    })),
    warnings: warningsSection(release.id, warnings, statistician),
    breaks: breaks.map(({ metric, periodKey, what, reason, recordedByUser, at }) => ({
      metric: metric.name,
      from: parsePeriod(periodKey)?.label ?? periodKey,
      what,
      reason,
      by: words.warnings.by(recordedByUser.name, longDate(londonDate(at))),
    })),
    forms: statistician ? { hour: embargoed ? releasesPaths.hour(release.id) : undefined, newBreak: releasesPaths.newBreak(release.id) } : undefined,
  };
}

function factsOf(release: Release, embargoed: boolean): ReleasePage['facts'] {
  const { publishedAt, importedAt, unconfirmedAreas } = release;
  const loaded = longDateTime(importedAt);
  const when = publishedAt ? (embargoed ? embargoInWords(publishedAt) : longDateTime(publishedAt)) : words.undated(loaded);
  const facts: [string, string][] = [
    [words.facts.file, release.fileName],
    [words.facts.publisher, release.publisher],
    [words.facts.when, when],
    [words.facts.loaded, loaded],
    [words.facts.rows, words.count(release.rowsRead)],
    [words.facts.missing, words.count(release.rowsMissing)],
    [words.facts.checksum, release.checksum],
    ...(unconfirmedAreas.length > 0 ? [[words.facts.areas, unconfirmedAreas.join(', ')] as [string, string]] : []),
  ];
  return facts.map(([key, value]) => ({ key: { text: key }, value: { text: value, classes: 'waymark-breaks' } }));
}

function changeLine({ metric, counts }: RevisionOfMetric): ChangeLine {
  const { comparedWith, moved, added, withdrawn, unchanged, medianMove, largestMove, becameFinal, provisional } = counts;
  const remarks = [...(comparedWith && counts.startsNewSeries ? [words.changes.newSeries] : []), ...(counts.wholeSeries ? [words.changes.wholeSeries] : [])];
  const size = (value: number | null): string => (value === null ? '' : differenceInWords(value, metric));
  const cells = [moved, added, withdrawn, unchanged].map((number) => words.count(number ?? 0));
  return {
    metric: { text: metric.name, href: metricsPaths.metric(metric.slug) },
    remarks,
    cells: comparedWith ? [...cells, size(medianMove), size(largestMove), words.count(becameFinal ?? 0), words.count(provisional ?? 0)] : undefined,
    note: comparedWith === null ? words.changes.working : comparedWith > 0 ? undefined : counts.startsNewSeries ? words.changes.newSeries : words.changes.first,
  };
}
