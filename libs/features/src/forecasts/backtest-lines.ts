import { LAST_TAUGHT_YEAR, type BacktestCell, type Comparison, type MetricBacktest } from '#domain/forecasts/metric-backtest.js';
import { ORIGIN_RULES } from '#domain/forecasts/rolling-origins.js';
import { beatsBoth, fails, totalOf, worstCell } from './backtest-result.js';

/** Which origins a part of the report is about. */
interface Part {
  title: string;
  cells: (result: MetricBacktest) => readonly BacktestCell[];
  overall: (result: MetricBacktest) => Comparison | undefined;
}

const TAUGHT: Part = { title: `Origins up to ${LAST_TAUGHT_YEAR}, which every choice was made on`, cells: ({ taught }) => taught, overall: ({ taughtOverall }) => taughtOverall };
const LATER: Part = { title: `Later origins, which nothing was chosen on: the test`, cells: ({ cells }) => cells, overall: ({ overall }) => overall };

const HEAD = ['metric', 'ahead', 'points', 'origins', 'in 80%', '±', 'interval', 'flat', 'brier', '±', 'base', 'flat', ''];
const WIDTHS = [31, 5, 7, 9, 7, 5, 10, 10, 6, 6, 6, 6, 1];

/** The report of a backtest. The last line is for scripts. */
export function backtestLines(results: readonly MetricBacktest[]): string[] {
  const tested = results.filter(({ tested }) => tested > 0);
  return [
    'What was chosen for each metric on the origins that teach: model, widening by horizon, and the chance’s intercept and slope',
    ...tested.map(choiceLine),
    '',
    ...partLines(tested, TAUGHT),
    ...partLines(tested, LATER),
    ...untestedLines(results),
    ...closing(tested, TAUGHT, 'backtest-taught'),
    ...closing(tested, LATER, 'backtest'),
  ];
}

function choiceLine({ slug, choice, models, tested }: MetricBacktest): string {
  const { model, widening, chance } = choice;
  const scores = Object.entries(models).map(([name, score]) => `${name} ${significant(score)}`);
  const taught = scores.length > 0 ? `interval scores: ${scores.join(', ')}` : `no origin up to ${LAST_TAUGHT_YEAR}: the model as it is`;
  return `  ${slug} (${tested} series): ${model}, ×${widening.map((by) => by.toFixed(2)).join(' ×')}, ${chance.intercept.toFixed(2)} and ${chance.slope.toFixed(2)}; ${taught}`;
}

function partLines(results: readonly MetricBacktest[], part: Part): string[] {
  const rows = results.flatMap((result) => {
    const cells = part.cells(result).map((cell) => row(result.slug, `h${cell.horizon}`, cell, fails(cell) ? 'fails: no chance shown to the public' : ''));
    const overall = part.overall(result);
    return overall ? [...cells, row(result.slug, 'all', overall, beatsBoth(overall) ? 'beats both' : 'does not beat both')] : cells;
  });
  return [part.title, line(HEAD), ...rows, ''];
}

function row(slug: string, ahead: string, { score, baseRateBrier, flat }: Comparison, remark: string): string {
  const { points, originYears, coverage, intervalScore, brier } = score;
  const years = originYears.length > 1 ? `${originYears[0]}–${String(originYears.at(-1)).slice(2)}` : String(originYears[0] ?? '');
  const error = coverage.error === undefined ? '' : (100 * coverage.error).toFixed(0);
  return line([
    slug,
    ahead,
    String(points),
    years,
    `${(100 * coverage.mean).toFixed(1)}%`,
    error,
    significant(intervalScore.mean),
    flat ? significant(flat.intervalScore.mean) : '',
    brier.mean.toFixed(3),
    brier.error?.toFixed(3) ?? '',
    baseRateBrier.toFixed(3),
    flat?.brier.mean.toFixed(3) ?? '',
    remark,
  ]);
}

function untestedLines(results: readonly MetricBacktest[]): string[] {
  const short = results.filter(({ tooShort }) => tooShort.length > 0);
  if (short.length === 0) return [];
  const counted = short.map(({ slug, tooShort, tested }) => `  ${slug}: ${tooShort.length} of ${tooShort.length + tested} series`);
  return [`Untested: too short, with fewer than ${ORIGIN_RULES.leastPeriods} periods (the CSV names each series)`, ...counted, ''];
}

function closing(results: readonly MetricBacktest[], part: Part, name: string): string[] {
  const cells = results.flatMap((result) => part.cells(result));
  const overall = results.flatMap((result) => part.overall(result) ?? []);
  const { points, coverage, brier, baseRate, flat } = totalOf(overall);
  const worst = worstCell(results, part.cells);
  const farthest = worst ? ` worst ${worst.slug} h${worst.cell.horizon} ${(100 * worst.cell.score.coverage.mean).toFixed(1)}` : '';
  return [
    `${part.title}: ${cells.filter((cell) => !fails(cell)).length} of ${cells.length} cells hold 70 to 90%; beats both on ${overall.filter(beatsBoth).length} of ${overall.length} metrics`,
    `${name} coverage80 ${(100 * coverage).toFixed(1)} points ${points} brier ${brier.toFixed(3)} baserate ${baseRate.toFixed(3)} flat ${flat.toFixed(3)}${farthest}`,
  ];
}

function line(cells: readonly string[]): string {
  return cells.map((cell, index) => (index < 2 ? cell.padEnd(WIDTHS[index] ?? 0) : index === cells.length - 1 ? cell : cell.padStart(WIDTHS[index] ?? 0))).join(' ').trimEnd();
}

function significant(number: number): string {
  return number.toLocaleString('en-GB', { maximumSignificantDigits: 4, useGrouping: false });
}
