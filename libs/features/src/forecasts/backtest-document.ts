import { LAST_TAUGHT_YEAR, type MetricBacktest } from '#domain/forecasts/metric-backtest.js';
import { ORIGIN_RULES } from '#domain/forecasts/rolling-origins.js';
import { choiceInWords, shownFigures, untestedCounts } from './backtest-figures.js';
import { closing } from './backtest-lines.js';
import { beatsBoth, fails, LATER, type Part, TAUGHT } from './backtest-result.js';

/** What stands above this line of the document is written by people, and kept. */
const MARK = '<!-- From here on by `waymark backtest DIR --document FILE`: what is written below is lost when it runs again -->';

const HEAD = [
  '| metric | ahead | points | origin years | in the 80 % interval | ± | interval score (standing still) | Brier ± | base rate | standing still | |',
  '|---|---|---:|---|---:|---:|---:|---:|---:|---:|---|',
];

/**
 * The result of a backtest in Markdown.
 * @param before the document as it stands, of which what people wrote stays; empty where there is none
 */
export function backtestDocument(results: readonly MetricBacktest[], before: string): string {
  const tested = results.filter(({ tested }) => tested > 0);
  const [kept = ''] = before.split(MARK);
  const lines = [
    MARK,
    '',
    '## Result',
    '',
    '```',
    ...closing(tested, TAUGHT),
    ...closing(tested, LATER),
    '```',
    '',
    '## On later origins',
    '',
    ...tableOf(tested, LATER),
    '',
    `## Choices, by the origins up to ${LAST_TAUGHT_YEAR}`,
    '',
    'Model, widening by horizon, intercept and slope of the chance, and the interval score of every model tried (lower is better):',
    '',
    ...tested.map((result) => `- ${choiceInWords(result)}`),
    '',
    '## On the origins that every choice was made on',
    '',
    ...tableOf(tested, TAUGHT),
    '',
    `## Untested: fewer than ${ORIGIN_RULES.leastPeriods} periods`,
    '',
    ...untestedCounts(results).map((count) => `- ${count}`),
  ];
  return `${kept.trim() === '' ? '' : `${kept.trimEnd()}\n\n`}${lines.join('\n')}\n`;
}

function tableOf(results: readonly MetricBacktest[], part: Part): string[] {
  const rows = results.flatMap((result) => {
    const overall = part.overall(result);
    return [
      ...part.cells(result).map((cell) => rowOf(result.slug, String(cell.horizon), cell, fails(cell) ? 'fails: no chance shown' : 'holds')),
      ...(overall ? [rowOf(result.slug, 'all', overall, beatsBoth(overall) ? 'beats both' : 'does not beat both')] : []),
    ];
  });
  return [...HEAD, ...rows];
}

function rowOf(slug: string, ahead: string, comparison: Parameters<typeof shownFigures>[0], remark: string): string {
  const { points, years, coverage, coverageError, interval, flatInterval, brier, brierError, base, flat } = shownFigures(comparison);
  const score = brierError === '' ? brier : `${brier} ± ${brierError}`;
  const strong = (text: string): string => (ahead === 'all' ? `**${text}**` : text);
  return `| ${[slug, strong(ahead), points, years, strong(coverage), coverageError, `${interval} (${flatInterval})`, score, base, flat, remark].join(' | ')} |`;
}
