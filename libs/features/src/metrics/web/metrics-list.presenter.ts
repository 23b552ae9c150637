import { type Metric } from '../metric.entity.js';
import { metricsPaths } from '../metrics.paths.js';
import { metricsWords } from '../metrics.words.js';

const words = metricsWords.list;

interface MetricLine {
  name: string;
  href: string;
  unit: string;
  better: string;
  producer: string;
}

export interface MetricsListPage {
  title: string;
  intro: string;
  columns: typeof words.columns;
  groups: { id: string; heading: string; rows: MetricLine[] }[];
}

/** @param headline slugs of the headline metrics of all missions; their published parts and stand-ins go with them */
export function metricsListPage(metrics: readonly Metric[], headline: ReadonlySet<string>): MetricsListPage {
  const isHeadline = ({ slug, partOf, proxyFor }: Metric): boolean => [slug, partOf, proxyFor].some((name) => name !== null && headline.has(name));
  const rows = (of: readonly Metric[]): MetricLine[] => of.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')).map(metricLine);
  const groups = [
    { id: 'headline', heading: words.headline, rows: rows(metrics.filter(isHeadline)) },
    { id: 'other', heading: words.other, rows: rows(metrics.filter((metric) => !isHeadline(metric))) },
  ];
  return { title: words.title, intro: words.intro, columns: words.columns, groups: groups.filter((group) => group.rows.length > 0) };
}

function metricLine({ slug, name, unit, direction, source }: Metric): MetricLine {
  return { name, href: metricsPaths.metric(slug), unit, better: metricsWords.direction[direction], producer: source.publisher };
}
