import { chanceInWords } from '#domain/forecasts/chance-words.js';
import { chanceByBands, type ForecastChoice } from '#domain/forecasts/forecast-choice.js';
import { type TargetForecast } from '#domain/forecasts/target-forecast.js';
import { dateInWords, figureInWords, unitInWords } from '#domain/judgements/figure-words.js';
import { type SeriesPoint } from '#domain/judgements/target-to-judge.js';
import { parsePeriod } from '#domain/observations/period.js';
import { statementsPaths } from '#features/statements/statements.paths.js';
import { londonDate } from '#platform/clock/clock.js';
import { type ChartFigure } from '#platform/charts/chart-figure.js';
import { type SeriesChart } from '#platform/charts/chart-shape.js';
import { seriesChartSvg } from '#platform/charts/series-chart.js';
import { chanceShown } from './chance-shown.js';
import { forecastsWords as words } from './forecasts.words.js';
import { type FrozenMetric, frozenMetric } from './frozen-choices.js';
import { type StoredForecast } from './stored-forecast.entity.js';

/** The forecast on a target's page, finished for the template. */
export interface ForecastSection {
  heading: string;
  /** The chance, or why none is shown; or why there is no forecast. */
  lines: string[];
  figure: ChartFigure | undefined;
  made: string | undefined;
  note: string | undefined;
  /** How forecasts were tested, where there is one. */
  method: { text: string; href: string } | undefined;
}

/** What the forecast is drawn with. */
export interface ForecastedTarget {
  slug: string;
  title: string;
  rule: { kind: string };
  metric: { slug: string; name: string; unit: string; decimals: number; roundingUnit: number } | null;
  areaName: string;
  /** Address of the file of its forecasts. */
  csvHref: string;
  /** The figures of the page, oldest first. */
  points: readonly SeriesPoint[];
}

export async function forecastSection(stored: StoredForecast | null, target: ForecastedTarget): Promise<ForecastSection> {
  const plain = { heading: words.heading, figure: undefined, made: undefined, note: undefined, method: undefined };
  if (!stored) return { ...plain, lines: [words.notYet] };
  const { forecast, lack } = stored;
  if (!forecast || !target.metric) return { ...plain, lines: [words.none[lack ?? 'no-figures']] };
  const releases = stored.releaseIds.length === 1 ? `release ${stored.releaseIds[0]}` : `releases ${stored.releaseIds.join(', ')}`;
  return {
    heading: words.heading,
    lines: chanceLines(forecast, target, frozenMetric(target.metric.slug)),
    figure: await fanFigure(forecast, target),
    made: words.made(words.models[forecast.model], forecast.peers, stored.methodVersion, dateInWords(londonDate(stored.madeAt)), releases),
    note: words.note,
    method: { text: words.method, href: statementsPaths.forecasts },
  };
}

/** The chance in figures and words, unless the test of this metric at this horizon failed or was not to be had. */
export function chanceLines(forecast: TargetForecast, { rule, metric }: Pick<ForecastedTarget, 'rule' | 'metric'>, { cells, choice }: Pick<FrozenMetric, 'cells' | 'choice'>): string[] {
  const shown = chanceShown(forecast, { cells });
  if (shown.why === 'untested' || !metric) return [words.untested];
  if (shown.why === 'fails') return [words.fails(`${Math.round(100 * shown.cell.coverage)}%`, words.periods(shown.cell.horizon))];
  const period = parsePeriod(forecast.steps.at(-1)?.periodKey ?? '')?.label ?? '';
  const say = rule.kind === 'direction' ? words.direction : words.chance;
  const chance = say(chanceInWords(forecast.chance), figureInWords(forecast.target, metric, 1), period);
  return [chance, ...corrected(forecast.chance, choice), ...(shown.beyond ? [words.beyond(words.periods(shown.cell.horizon))] : [])];
}

/** A reader who compares the chance with the fan is told why they differ, where they differ in words. */
function corrected(chance: number, choice: ForecastChoice): string[] {
  const bands = chanceByBands(chance, choice);
  if (bands === undefined) return [words.fixed];
  return chanceInWords(bands) === chanceInWords(chance) ? [] : [words.corrected(chanceInWords(bands), chance > bands)];
}

async function fanFigure(forecast: TargetForecast, { slug, title, metric, areaName, points, csvHref }: ForecastedTarget): Promise<ChartFigure | undefined> {
  const latest = parsePeriod(forecast.latest.periodKey);
  if (!metric || !latest || points.length === 0) return undefined;
  const steps = forecast.steps.flatMap(({ periodKey, quantiles }) => {
    const period = parsePeriod(periodKey);
    return period ? [{ period, quantiles }] : [];
  });
  const { value } = forecast.latest;
  const ahead = steps.map(({ period, quantiles: [lower = value, lowerQuarter = value, middle = value, upperQuarter = value, upper = value] }) => (
    { x: period.middle, label: period.label, value: middle, lower, upper, inner: { lower: lowerQuarter, upper: upperQuarter } }
  ));
  const decides = steps.at(-1)?.period;
  const chart: SeriesChart = {
    title: `${words.heading}: ${title}`,
    subtitle: `${metric.name}, ${areaName}, and its forecast to ${decides?.label ?? ''}`,
    yTitle: unitInWords(metric.unit),
    roundingUnit: metric.roundingUnit,
    series: [
      { name: areaName, points: points.map((point) => ({ x: point.period.middle, label: point.period.label, value: point.value })) },
      { name: words.forecast, points: [{ x: latest.middle, label: latest.label, value, lower: value, upper: value, inner: { lower: value, upper: value } }, ...ahead] },
    ],
    ...(decides ? { target: { x: decides.middle, value: forecast.target, label: `Target: ${figureInWords(forecast.target, metric, 1)}` } } : {}),
  };
  return {
    id: `${slug}-forecast`,
    title: chart.title,
    subtitle: chart.subtitle,
    svg: await seriesChartSvg(chart),
    notes: [words.band],
    csv: { href: csvHref, text: words.csv(title) },
    table: {
      caption: `Forecast of ${chart.subtitle}`,
      head: [{ text: words.table.period, numeric: false }, ...words.table.columns.map((text) => ({ text, numeric: true }))],
      rows: steps.map(({ period, quantiles }) => ({ heading: period.label, cells: quantiles.map((quantile) => ({ text: figureInWords(quantile, metric, 1), numeric: true })) })),
    },
  };
}
