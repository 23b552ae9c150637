import { metricsWords } from './metrics.words.js';
import { type Metric } from './metric.entity.js';

const words = metricsWords.notMeant;

/** Nobody reads a list of five under a picture: the two that mislead most, and that no figure shows its cause. */
const MOST_CLAUSES = 2;

/** One line to stand under a chart: what the figure does not mean. */
export function whatItDoesNotMean({ proxyFor, exploratory, basis, combines }: Pick<Metric, 'proxyFor' | 'exploratory' | 'basis' | 'combines'>): string {
  const clauses: [boolean, string][] = [
    [proxyFor !== null, words.proxy],
    [exploratory, words.exploratory],
    [basis === 'nominal', words.nominal],
    [combines === 'total', words.total],
    [combines === 'average', words.average],
  ];
  const apply = clauses.filter(([applies]) => applies).map(([, clause]) => clause);
  return words.line([...apply.slice(0, MOST_CLAUSES), words.cause].join('; '));
}
