import { type Fault, repeatedEntries } from '#domain/missions/file-fault.js';

/** A metric of a catalogue file, as far as entries can contradict each other. */
export interface MetricDraft {
  readonly slug: string;
  readonly indicators: readonly string[];
  readonly partOf: string | null;
  readonly proxyFor: string | null;
  readonly countBehind: { readonly kind: string; readonly area?: string } | null;
}

/**
 * What the entries of a catalogue say against each other, and against metrics loaded before. An indicator text must lead
 * to one metric, or nobody could say what a row is about.
 * @param loaded indicators of metrics that are not in this file, with their metric's slug
 */
export function catalogueFaults(
  metrics: readonly MetricDraft[],
  loaded: { readonly slugs: ReadonlySet<string>; readonly indicators: ReadonlyMap<string, string> },
): Fault[] {
  const slugs = new Set(metrics.map(({ slug }) => slug));
  const first = new Map<string, { metric: number; at: number }>();
  const faults = repeatedEntries(metrics, ({ slug }) => slug, ['metrics'], 'slug');
  metrics.forEach((metric, index) => {
    metric.indicators.forEach((indicator, at) => {
      const path = ['metrics', index, 'indicators', at];
      const earlier = first.get(indicator);
      const elsewhere = loaded.indicators.get(indicator);
      if (earlier) {
        const against = ['metrics', earlier.metric, 'indicators', earlier.at];
        faults.push({ code: 'indicator-twice', path, against, message: `the indicator “${indicator}” is there twice` });
      } else if (elsewhere !== undefined) {
        faults.push({ code: 'indicator-twice', path, message: `the indicator “${indicator}” is the metric ${elsewhere}'s already` });
      } else {
        first.set(indicator, { metric: index, at });
      }
    });
    for (const field of ['partOf', 'proxyFor'] as const) {
      const headline = metric[field];
      if (headline === null || (headline !== metric.slug && (slugs.has(headline) || loaded.slugs.has(headline)))) continue;
      const message = headline === metric.slug ? `${metric.slug} cannot stand for itself` : `there is no metric ${headline}`;
      faults.push({ code: 'unknown-metric', path: ['metrics', index, field], message });
    }
    if (metric.countBehind?.kind === 'poisson' && metric.countBehind.area === undefined) {
      const message = 'a count of events belongs to one area: say which';
      faults.push({ code: 'count-without-area', path: ['metrics', index, 'countBehind'], message });
    }
  });
  return faults;
}
