import { capitalised, dateInWords, figureInWords, listInWords } from '#domain/judgements/figure-words.js';
import { type AreaCounts, type JudgementComponents } from '#domain/judgements/computed-judgement.js';
import { VERDICTS } from '#domain/judgements/verdict.js';
import { parsePeriod } from '#domain/observations/period.js';
import { type ComputedStanding } from '#features/judgements/mission-standing.js';
import { type Metric } from '#features/metrics/metric.entity.js';
import { ageInWords } from '#features/metrics/age-in-words.js';
import { metricsWords } from '#features/metrics/metrics.words.js';
import { metricsPaths } from '#features/metrics/metrics.paths.js';
import { type ChartFigure } from '#platform/charts/chart-figure.js';
import { judgementFacts } from './judgement-facts.presenter.js';
import { missionsWords as words } from '../missions.words.js';
import { type Target } from '../target.entity.js';
import { verdictWorking } from '../verdict-working.js';
import { type VerdictTag, verdictTag } from '../verdict-tag.js';

export interface SummaryRow {
  key: string;
  text: string;
  href?: string;
}

/** One target on its mission's page, finished for the template. */
export interface TargetSection {
  /** Anchor on the page. */
  id: string;
  title: string;
  supporting: string | undefined;
  tag: VerdictTag;
  sentence: string;
  /** The word against the target as it was first published, where it is not that any more. */
  first: { text: string; tag: VerdictTag } | undefined;
  /** How old the latest figure is, and how good its producer says it is. */
  figures: string[];
  more: { href: string; text: string };
  remarks: string[];
  figure: ChartFigure | undefined;
  csv: { href: string; text: string } | undefined;
  caveat: string | undefined;
  notOfficial: string | undefined;
  /** How the verdict came about, a sentence a step; empty where no figures were held against each other. */
  working: { heading: string; steps: string[] };
  facts: SummaryRow[];
}

export interface TargetFacts {
  target: Target;
  computed: ComputedStanding | null;
  /** Name of the one area or sum; undefined for a rule over areas. */
  areaName: string | undefined;
  /** The releases that the verdict stands on, in words. */
  releases: readonly string[];
  figure: ChartFigure | undefined;
  /** None on an old day's page: files hold the figures of today. */
  csvHref: string | undefined;
  pageHref: string;
  /** ISO date of the page. */
  day: string;
}

export function targetSection({ target, computed, areaName, releases, figure, csvHref, pageHref, day }: TargetFacts): TargetSection {
  const { metric } = target;
  return {
    id: target.slug,
    title: target.title,
    supporting: target.role === 'supporting' ? words.targets.supporting : undefined,
    tag: computed ? verdictTag(computed.verdict) : { text: words.judgements.notComputed, classes: 'govuk-tag--grey' },
    sentence: computed?.sentence ?? words.targets.noFigures,
    first: firstOf(computed),
    figures: aboutFigures(metric, computed, day),
    more: { href: pageHref, text: words.targets.more(target.title) },
    remarks: [...(computed?.reasons ?? []), ...proxyRemark(metric)],
    figure,
    csv: metric && target.areas && csvHref ? { href: csvHref, text: `${words.targets.csv}: ${target.title} (CSV)` } : undefined,
    caveat: metric?.caveat ?? undefined,
    notOfficial: computed ? words.targets.notOfficial : undefined,
    working: { heading: words.targets.working, steps: computed && metric ? verdictWorking({ verdict: computed.verdict, components: computed.components, style: metric }) : [] },
    facts: factsOf(target, areaName, computed, releases),
  };
}

function firstOf(computed: ComputedStanding | null): TargetSection['first'] {
  const first = computed?.components.firstPublished;
  return first && { text: words.targets.first, tag: verdictTag(first.verdict) };
}

function aboutFigures(metric: Metric | null, computed: ComputedStanding | null, day: string): string[] {
  const latest = parsePeriod(computed?.components.latest?.periodKey ?? '');
  return [
    ...(latest ? [words.targets.age(ageInWords(latest, day))] : []),
    ...(metric ? [`${metricsWords.accreditation[metric.accreditation ?? 'unknown']}.`] : []),
  ];
}

function factsOf(target: Target, areaName: string | undefined, computed: ComputedStanding | null, releases: readonly string[]): SummaryRow[] {
  const { metric, baseline, decides } = target;
  const rows: (SummaryRow | undefined)[] = [
    metric ? { key: 'Measured by', text: metric.name, href: metricsPaths.metric(metric.slug) } : { key: 'Measured by', text: 'No metric' },
    areasRow(target, areaName),
    baseline ? { key: 'Baseline', text: `${capitalised(periodInWords(baseline.period))}. ${baseline.reason}` } : undefined,
    decides
      ? { key: 'Decided by', text: [`${capitalised(periodInWords(decides.period))}, with figures expected on ${dateInWords(decides.releaseExpected)}.`, decides.note].filter(Boolean).join(' ') }
      : undefined,
    countsRow(computed?.components.areas),
    alternativesRow(computed?.components, metric),
    ...(computed ? judgementFacts(computed, metric) : []),
    computed ? { key: 'Method', text: `${capitalised(words.methods[computed.method])}, version ${computed.methodVersion}. Figures up to ${dateInWords(computed.asOf)}.` } : undefined,
    releases.length > 0 ? { key: 'Releases used', text: releases.join('; ') } : undefined,
    metric ? { key: 'Source', text: `${metric.source.publisher}, ${metric.source.title} (${metric.source.licence})`, ...(metric.source.url ? { href: metric.source.url } : {}) } : undefined,
    target.note ? { key: 'Note', text: target.note } : undefined,
  ];
  return rows.flatMap((row) => row ?? []);
}

function areasRow({ areas }: Target, areaName: string | undefined): SummaryRow | undefined {
  if (!areas) return undefined;
  if (!('every' in areas)) return { key: 'Area', text: areaName ?? '' };
  const levels = listInWords(areas.every.map((level) => words.levels[level] ?? level));
  return { key: 'Areas', text: words.targets.areas(levels, areas.expected) };
}

function countsRow(areas: AreaCounts | undefined): SummaryRow | undefined {
  if (!areas) return undefined;
  const found = `${areas.usable} of ${areas.expected} areas have the figures`;
  if (areas.risen === undefined) return { key: 'Areas with figures', text: `${found}.` };
  return { key: 'Areas with figures', text: `${found}: ${areas.risen} shown better, ${areas.fallen ?? 0} shown worse, ${areas.cannotTell ?? 0} cannot be told.` };
}

function alternativesRow(components: JudgementComponents | undefined, metric: Metric | null): SummaryRow | undefined {
  if (!components?.alternatives?.length || !metric) return undefined;
  const others = components.alternatives.map(({ label, baselineValue, verdict }) => `from ${label} (${figureInWords(baselineValue, metric, 1)}): ${VERDICTS[verdict]}`);
  return { key: 'From other baselines', text: `${capitalised(others.join('; '))}.` };
}

function proxyRemark(metric: Metric | null): string[] {
  return metric?.proxyNote ? [`This series only stands for what the target speaks of. ${metric.proxyNote}`] : [];
}

function periodInWords(key: string): string {
  return parsePeriod(key)?.label ?? key;
}
