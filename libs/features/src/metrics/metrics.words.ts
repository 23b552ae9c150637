import { type Metric, type MetricDirection } from './metric.entity.js';

/** The words of the public pages of metrics. */
export const metricsWords = {
  list: {
    title: 'Metrics',
    intro: 'What the missions are measured by, and the figures published for each. Each has its producer, its licence and its own warnings.',
    headline: 'Headline metrics',
    other: 'Other series in the catalogue',
    columns: { name: 'Metric', unit: 'Unit', better: 'Better', producer: 'Producer' },
  },
  direction: { 'higher-is-better': 'Higher is better', 'lower-is-better': 'Lower is better' } satisfies Record<MetricDirection, string>,
  basis: { nominal: 'In money of the day', real: 'In real terms', 'not-money': '' } satisfies Record<Metric['basis'], string>,
  place: { residence: 'By where people live', workplace: 'By where people work', 'not-applicable': '' } satisfies Record<Metric['place'], string>,
  show: {
    countries: 'United Kingdom',
    nations: 'Nations of the United Kingdom',
    noFigures: 'No figures for the United Kingdom or its nations have been loaded.',
    band: 'The shaded band is the producer’s 95% interval.',
    noBand: 'The producer publishes no interval for these figures.',
    csv: 'Download all areas and periods (CSV)',
    targets: 'Targets that use it',
    noTargets: 'No target uses it.',
    caveat: 'The producer’s caveat:',
    proxy: (name: string) => `It stands for another metric, “${name}”, which has no figures.`,
    exploratory: 'Exploratory: what to measure is still being explored.',
    part: (name: string) => `Part of “${name}”.`,
  },
};
