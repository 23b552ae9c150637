import { figureInWords } from '#domain/judgements/figure-words.js';
import { type FigureUsed } from '#domain/judgements/computed-judgement.js';
import { comparePeriods } from '#domain/observations/period.js';
import { type ComputedStanding } from '#features/judgements/mission-standing.js';
import { type ReleaseOfMetric } from '#features/releases/releases.queries.js';
import { londonDate } from '#platform/clock/clock.js';
import { type FigureTable } from '#platform/charts/chart-figure.js';
import { longDate } from '#platform/pages/dates.js';
import { type Metric } from '../metric.entity.js';
import { metricPageWords } from '../metric-page.words.js';
import { type UsedCell } from './area-cells.queries.js';
import { markOf } from './figure-marks.js';

const words = metricPageWords.inputs;

/** More than this is no table that a person reads; they are in the file. */
export const MOST_INPUTS_SHOWN = 40;

/** The cells that a verdict stands on, or what they are where there are too many for a table. */
export interface InputsBlock {
  summary: string;
  table: FigureTable | undefined;
  /** Which releases the table's numbers mean, one line each. */
  releases: string[];
  many: string | undefined;
  gone: string | undefined;
  csv: { href: string; text: string };
}

export interface InputsParts {
  title: string;
  computed: ComputedStanding;
  /** Those that were read back, of all metrics. */
  cells: readonly UsedCell[];
  /** By their ids; a ratio has two. */
  metrics: readonly Metric[];
  releases: readonly ReleaseOfMetric[];
  csvHref: string;
}

/** @returns undefined where the verdict stands on no figure */
export function verdictInputs(parts: InputsParts): InputsBlock | undefined {
  const { title, computed, csvHref } = parts;
  const count = computed.inputs.length;
  if (count === 0) return undefined;
  const wanted = new Set(computed.inputs);
  const cells = parts.cells.filter(({ key }) => wanted.has(key)).sort((a, b) => comparePeriods(a.period, b.period));
  const isTable = count <= MOST_INPUTS_SHOWN;
  return {
    summary: words.summary(count),
    table: isTable ? tableOf(words.caption(title, areasOf(cells)), cells, parts) : undefined,
    releases: isTable ? [...new Set(cells.map(({ releaseId }) => releaseId))].sort((a, b) => a - b).map((id) => releaseInWords(id, parts.releases)) : [],
    many: isTable ? undefined : manyInWords(computed),
    gone: isTable && cells.length < count ? words.gone : undefined,
    csv: { href: csvHref, text: words.csv },
  };
}

function tableOf(caption: string, cells: readonly UsedCell[], { computed, metrics }: InputsParts): FigureTable {
  const severalAreas = new Set(cells.map(({ area }) => area.code)).size > 1;
  const severalMetrics = new Set(cells.map(({ metricId }) => metricId)).size > 1;
  const { period, area, metric, figure, interval, use, release } = words.head;
  const plain = [...(severalMetrics ? [metric] : []), ...(severalAreas ? [area] : [])];
  return {
    caption,
    head: [
      { text: period, numeric: false },
      ...plain.map((text) => ({ text, numeric: false })),
      { text: figure, numeric: true },
      { text: interval, numeric: true },
      { text: use, numeric: false },
      { text: release, numeric: true },
    ],
    rows: cells.map((cell) => {
      const style = metrics.find(({ id }) => id === cell.metricId) ?? { name: '', unit: '', decimals: 2 };
      const used = useOf(cell, computed);
      const texts = [...(severalMetrics ? [style.name] : []), ...(severalAreas ? [cell.area.name] : [])];
      const value = cell.value === null ? metricPageWords.table.blank : figureInWords(cell.value, style);
      return {
        heading: cell.period.label,
        cells: [
          ...texts.map((text) => ({ text, numeric: false })),
          { text: [value, markOf({ ...cell, revisedFrom: null })].filter(Boolean).join(' '), numeric: true },
          { text: intervalInWords(cell, style), numeric: true },
          { text: used.figure ? withError(used.as, used.figure, style) : used.as, numeric: false },
          { text: String(cell.releaseId), numeric: true },
        ],
      };
    }),
  };
}

/** A figure of a verdict is known by its period and value: a ratio's or a sum's own parts are neither. */
function useOf({ period, value }: UsedCell, { components }: ComputedStanding): { as: string; figure?: FigureUsed } {
  const { baseline, latest } = components;
  const is = (figure: FigureUsed | undefined): figure is FigureUsed => figure?.periodKey === period.key;
  if (is(latest)) return { as: words.latest, ...(latest.value === value ? { figure: latest } : {}) };
  if (is(baseline)) return { as: words.baseline, ...(baseline.value === value ? { figure: baseline } : {}) };
  return { as: words.other };
}

/** The one area is named once, above the table. */
function areasOf(cells: readonly UsedCell[]): string {
  const names = new Map(cells.map(({ area }) => [area.code, area.name]));
  return names.size === 1 ? ([...names.values()][0] ?? '') : '';
}

/** "62.8 to 63.2 years"; money says its sign twice. */
function intervalInWords({ lower, upper }: UsedCell, style: { unit: string; decimals: number }): string {
  if (lower === null || upper === null) return metricPageWords.table.blank;
  const from = style.unit.startsWith('£') ? style : { ...style, unit: '' };
  return words.interval(figureInWords(lower, from, 1), figureInWords(upper, style, 1));
}

/** Two more decimals than the figure: an error of 0.29 is not 0.3. */
function withError(use: string, { standardError, standardErrorBasis }: FigureUsed, { unit, decimals }: { unit: string; decimals: number }): string {
  return words.withError(use, figureInWords(standardError, { unit, decimals: decimals + 2 }), words.bases[standardErrorBasis]);
}

/** "Release 3, pay.csv, 23 October 2025" */
export function releaseInWords(id: number, releases: readonly ReleaseOfMetric[]): string {
  const release = releases.find((one) => one.id === id);
  return release ? words.release(id, release.fileName, longDate(londonDate(release.knownAt))) : words.unknownRelease(id);
}

/** What the keys themselves say: `<metric>/<area>/<period>/<release>`. */
function manyInWords({ inputs }: ComputedStanding): string {
  const areas = new Set(inputs.map((key) => key.split('/')[1]));
  return words.many(inputs.length.toLocaleString('en-GB'), areas.size.toLocaleString('en-GB'));
}
