import { monthsSince } from '#domain/observations/months-since.js';
import { metricPageWords } from '../metric-page.words.js';
import { type Metric } from '../metric.entity.js';
import { type MetricStanding } from '../metric-standing.queries.js';
import { metricsPaths } from '../metrics.paths.js';
import { metricsWords } from '../metrics.words.js';

const words = metricPageWords.list;

interface MetricLine {
  name: string;
  href: string;
  /** What a reader has to know of it before its verdicts: that it is a proxy, or exploratory. */
  marks: string[];
  unit: string;
  better: string;
  /** The newest period with a figure and how long ago it ended. */
  latest: { period: string; age: string } | undefined;
  noFigures: string;
  producer: string;
}

export interface MetricsListPage {
  title: string;
  intro: string;
  columns: typeof words.columns;
  groups: { id: string; heading: string; rows: MetricLine[] }[];
}

export interface MetricsListParts {
  /** Slugs of the headline metrics of all missions; their published parts and stand-ins go with them. */
  headline: ReadonlySet<string>;
  standingOf: (metricId: number) => MetricStanding;
  /** ISO date. */
  today: string;
}

export function metricsListPage(metrics: readonly Metric[], { headline, standingOf, today }: MetricsListParts): MetricsListPage {
  const isHeadline = ({ slug, partOf, proxyFor }: Metric): boolean => [slug, partOf, proxyFor].some((name) => name !== null && headline.has(name));
  const rows = (of: readonly Metric[]): MetricLine[] =>
    of.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')).map((metric) => metricLine(metric, standingOf(metric.id), today));
  const groups = [
    { id: 'headline', heading: words.headline, rows: rows(metrics.filter(isHeadline)) },
    { id: 'other', heading: words.other, rows: rows(metrics.filter((metric) => !isHeadline(metric))) },
  ];
  return { title: words.title, intro: words.intro, columns: words.columns, groups: groups.filter((group) => group.rows.length > 0) };
}

function metricLine({ slug, name, unit, direction, source, proxyFor, exploratory }: Metric, { latest }: MetricStanding, today: string): MetricLine {
  return {
    name,
    href: metricsPaths.metric(slug),
    marks: [...(proxyFor ? [words.proxy] : []), ...(exploratory ? [words.exploratory] : [])],
    unit,
    better: metricsWords.direction[direction],
    latest: latest ? { period: latest.label, age: metricsWords.age.taken(monthsSince(latest.end, today)) } : undefined,
    noFigures: words.noFigures,
    producer: source.publisher,
  };
}
