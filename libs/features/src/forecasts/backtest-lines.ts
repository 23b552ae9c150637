import { type Comparison, type MetricBacktest } from '#domain/forecasts/metric-backtest.js';
import { ORIGIN_RULES } from '#domain/forecasts/rolling-origins.js';
import { beatsBoth, fails, LATER, type Part, TAUGHT, totalOf, worstCell } from './backtest-result.js';
import { choiceInWords, shownFigures, untestedCounts } from './backtest-figures.js';

const HEAD = ['metric', 'ahead', 'points', 'origins', 'in 80%', '±', 'interval', 'flat', 'brier', '±', 'base', 'flat', ''];
const WIDTHS = [31, 5, 7, 9, 7, 5, 10, 10, 6, 6, 6, 6, 1];

/** The report of a backtest. The last line is for scripts. */
export function backtestLines(results: readonly MetricBacktest[]): string[] {
  const tested = results.filter(({ tested }) => tested > 0);
  return [
    'What was chosen for each metric on the origins that teach: model, widening by horizon, and the chance’s intercept and slope',
    ...tested.map((result) => `  ${choiceInWords(result)}`),
    '',
    ...partLines(tested, TAUGHT),
    ...partLines(tested, LATER),
    ...untestedLines(results),
    ...closing(tested, TAUGHT),
    ...closing(tested, LATER),
  ];
}

function partLines(results: readonly MetricBacktest[], part: Part): string[] {
  const rows = results.flatMap((result) => {
    const cells = part.cells(result).map((cell) => row(result.slug, `h${cell.horizon}`, cell, fails(cell) ? 'fails: no chance shown to the public' : ''));
    const overall = part.overall(result);
    return overall ? [...cells, row(result.slug, 'all', overall, beatsBoth(overall) ? 'beats both' : 'does not beat both')] : cells;
  });
  return [part.title, line(HEAD), ...rows, ''];
}

function row(slug: string, ahead: string, comparison: Comparison, remark: string): string {
  const { points, years, coverage, coverageError, interval, flatInterval, brier, brierError, base, flat } = shownFigures(comparison);
  return line([slug, ahead, points, years, coverage, coverageError, interval, flatInterval, brier, brierError, base, flat, remark]);
}

function untestedLines(results: readonly MetricBacktest[]): string[] {
  const counted = untestedCounts(results).map((count) => `  ${count}`);
  return counted.length === 0 ? [] : [`Untested: too short, with fewer than ${ORIGIN_RULES.leastPeriods} periods (the CSV names each series)`, ...counted, ''];
}

/** How many cells hold, and the line for scripts. */
export function closing(results: readonly MetricBacktest[], part: Part): string[] {
  const cells = results.flatMap((result) => part.cells(result));
  const overall = results.flatMap((result) => part.overall(result) ?? []);
  const { points, coverage, brier, baseRate, flat } = totalOf(overall);
  const worst = worstCell(results, part.cells);
  const farthest = worst ? ` worst ${worst.slug} h${worst.cell.horizon} ${(100 * worst.cell.score.coverage.mean).toFixed(1)}` : '';
  return [
    `${part.title}: ${cells.filter((cell) => !fails(cell)).length} of ${cells.length} cells hold 70 to 90%; beats both on ${overall.filter(beatsBoth).length} of ${overall.length} metrics`,
    `${part.name} coverage80 ${(100 * coverage).toFixed(1)} points ${points} brier ${brier.toFixed(3)} baserate ${baseRate.toFixed(3)} flat ${flat.toFixed(3)}${farthest}`,
  ];
}

function line(cells: readonly string[]): string {
  return cells.map((cell, index) => (index < 2 ? cell.padEnd(WIDTHS[index] ?? 0) : index === cells.length - 1 ? cell : cell.padStart(WIDTHS[index] ?? 0))).join(' ').trimEnd();
}
