import { capitalised, figureInWords } from '#domain/judgements/figure-words.js';
import { type NamedMethod, type SeriesBreak } from '#domain/judgements/target-to-judge.js';
import { comparePeriods, parsePeriod } from '#domain/observations/period.js';
import { MONTHS } from '#domain/observations/period-label.js';
import { missionsWords } from '#features/missions/missions.words.js';
import { csvwPath } from '#platform/csv/csvw.js';
import { ageInWords } from '../age-in-words.js';
import { type Metric } from '../metric.entity.js';
import { metricPageWords as words } from '../metric-page.words.js';
import { metricsPaths } from '../metrics.paths.js';
import { metricsWords } from '../metrics.words.js';
import { type AreaLine } from './metric-charts.presenter.js';
import { type AreaWithFigures } from '../metric-standing.queries.js';
import { type Fact } from './metric-target.presenter.js';

/** What the metric has to do with others. Names, for people. */
export interface RelatedMetrics {
  proxyFor?: string | undefined;
  partOf?: string | undefined;
  /** A price index of the whole economy is loaded. */
  deflator: boolean;
}

export interface MetricHead {
  title: string;
  breadcrumbs: { text: string; href?: string }[];
  remarks: string[];
  caveat: { label: string; text: string } | undefined;
  /** `figure` is undefined where only smaller areas have figures. */
  latest: { figure: string | undefined; lines: string[] } | undefined;
  noFigures: string | undefined;
  files: { href: string; text: string }[];
  areaForm: AreaForm | undefined;
  about: Fact[];
}

/** A form that needs no script: it asks for an address and is sent on to the area's own page. */
export interface AreaForm {
  action: string;
  label: string;
  hint: string;
  button: string;
  groups: { label: string; options: { value: string; text: string; selected: boolean }[] }[];
}

export interface MetricHeadParts {
  metric: Metric;
  related: RelatedMetrics;
  breaks: readonly SeriesBreak[];
  widest: AreaLine | undefined;
  areas: readonly AreaWithFigures[];
  /** ISO date. */
  today: string;
}

export function metricHead({ metric, related, breaks, widest, areas, today }: MetricHeadParts): MetricHead {
  return {
    title: metric.name,
    breadcrumbs: [{ text: words.list.title, href: metricsPaths.list }, { text: metric.name }],
    remarks: remarksOn(metric, related),
    caveat: metric.caveat ? { label: words.caveat, text: metric.caveat } : undefined,
    latest: latestOf(metric, widest, areas, today),
    noFigures: widest ? undefined : words.noFigures,
    files: filesOf(metricsPaths.observationsCsv(metric.slug)),
    areaForm: areas.length > 0 ? areaForm(metric.slug, areas) : undefined,
    about: aboutOf(metric, breaks),
  };
}

/** @param csv address of the figures */
export function filesOf(csv: string): MetricHead['files'] {
  return [
    { href: csv, text: words.csv },
    { href: csvwPath(csv), text: words.csvw },
  ];
}

/** What a hurried reader has to know before any figure. */
function remarksOn(metric: Metric, { proxyFor, partOf, deflator }: RelatedMetrics): string[] {
  return [
    ...(partOf ? [words.part(partOf)] : []),
    ...(proxyFor ? [[words.proxy(proxyFor), metric.proxyNote].filter(Boolean).join(' ')] : []),
    ...(metric.exploratory ? [words.exploratory] : []),
    ...(metric.basis === 'nominal' ? [deflator ? words.money.loaded : words.money.missing] : []),
  ];
}

function latestOf(metric: Metric, widest: AreaLine | undefined, areas: readonly AreaWithFigures[], today: string): MetricHead['latest'] {
  const last = widest?.cells.findLast(({ value }) => value !== null);
  const newest = areas.map(({ latest }) => latest).sort(comparePeriods).at(-1);
  if (!newest) return undefined;
  if (!widest || last?.value == null) return { figure: undefined, lines: [words.latest.figure(ageInWords(newest, today))] };
  return {
    figure: words.latest.value(widest.name, figureInWords(last.value, metric)),
    lines: [
      words.latest.figure(ageInWords(last.period, today)),
      ...(last.status === 'p' ? [words.latest.provisional] : []),
      ...(newest.end > last.period.end ? [words.latest.elsewhere(ageInWords(newest, today))] : []),
    ],
  };
}

export function areaForm(slug: string, areas: readonly AreaWithFigures[], chosen?: string): AreaForm {
  const names = areas.map(({ name }) => name);
  const levels = Object.keys(metricsWords.levels).filter((level) => areas.some((area) => area.level === level));
  return {
    action: metricsPaths.areas(slug),
    ...{ label: words.areas.label, hint: words.areas.hint, button: words.areas.button },
    groups: levels.map((level) => ({
      label: metricsWords.levels[level] ?? level,
      options: areas
        .filter((area) => area.level === level)
        // two places can bear one name: then the code tells them apart
        .map(({ code, name }) => ({ value: code, text: names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${code})`, selected: code === chosen })),
    })),
  };
}

function aboutOf(metric: Metric, breaks: readonly SeriesBreak[]): Fact[] {
  const { source, combines, placeControl, placeControlNote } = metric;
  const keys = words.facts;
  const control = placeControl ? [`${metricsWords.control[placeControl]}.`, placeControlNote].filter(Boolean).join(' ') : '';
  const facts: Fact[] = [
    { key: keys.measure, text: measureInWords(metric) },
    { key: keys.unit, text: metric.unit },
    { key: keys.direction, text: metricsWords.direction[metric.direction] },
    { key: keys.money, text: metricsWords.basis[metric.basis] },
    { key: keys.place, text: metricsWords.place[metric.place] },
    { key: keys.year, text: yearInWords(metric) },
    { key: keys.combines, text: combines ? metricsWords.combines[combines] : '' },
    { key: keys.control, text: control },
    { key: keys.accreditation, text: metricsWords.accreditation[metric.accreditation ?? 'unknown'] },
    { key: keys.method, text: capitalised(missionsWords.methods[(metric.method ?? 'interim-path') as NamedMethod]) },
    { key: keys.breaks, text: breaks.map(breakInWords).join(' ') },
    { key: keys.source, text: `${source.publisher}, ${source.title}`, ...(source.url ? { href: source.url } : {}) },
    { key: keys.licence, text: source.licence },
  ];
  return facts.filter(({ text }) => text !== '');
}

/** “Gross median weekly pay (median)”: the kind of number is left out where the name says it. */
function measureInWords({ name, measure }: Metric): string {
  return measure === '' || name.toLowerCase().includes(measure.toLowerCase()) ? name : `${name} (${measure.toLowerCase()})`;
}

function yearInWords({ yearKind, snapshotMonth }: Metric): string {
  const month = yearKind === 'snapshot' && snapshotMonth ? MONTHS[snapshotMonth - 1] : undefined;
  return month ? words.facts.snapshot(month) : metricsWords.year[yearKind];
}

function breakInWords({ periodKey, what }: SeriesBreak): string {
  return missionsWords.targets.breakNote(parsePeriod(periodKey)?.label ?? periodKey, what);
}
