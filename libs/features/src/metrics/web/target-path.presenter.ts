import { capitalised, figureInWords } from '#domain/judgements/figure-words.js';
import { milestoneValues, pathFrom } from '#domain/judgements/path.js';
import { pointOfPeriod } from '#domain/judgements/prepared-series.js';
import { type TargetToJudge } from '#domain/judgements/target-to-judge.js';
import { comparePeriods, parsePeriod, type Period } from '#domain/observations/period.js';
import { type FigureTable } from '#platform/charts/chart-figure.js';
import { metricPageWords } from '../metric-page.words.js';

const words = metricPageWords.targets.path;

/** What the dashed line of a target's picture says, as a table: baseline, milestones, interim targets, target. */
export function targetPathTable(target: TargetToJudge, title: string): FigureTable | undefined {
  const baseline = pointOfPeriod(target.series, target.baseline.periodKey);
  const decides = parsePeriod(target.decides.periodKey);
  const path = baseline && target.notComparable === undefined ? pathFrom({ value: baseline.value, at: baseline.period.middle }, target) : undefined;
  // a ratio's path is none of the series drawn, and a direction's has no value to reach
  if (!baseline || !decides || !path || ['ratio', 'direction'].includes(target.rule.kind)) return undefined;
  const rows: { period: Period; what: string; value: number; computed: boolean }[] = [
    { period: baseline.period, what: words.baseline, value: baseline.value, computed: false },
    ...milestoneValues(target).map(({ period, kind, value }) => ({
      period,
      what: kind === 'derived' ? words.milestone : words.interim,
      value,
      computed: kind === 'derived',
    })),
    { period: decides, what: words.target, value: path.target, computed: true },
  ];
  return {
    caption: words.caption(title),
    head: [{ text: words.head.period, numeric: false }, { text: words.head.what, numeric: false }, { text: words.head.value, numeric: true }],
    rows: rows
      .toSorted((a, b) => comparePeriods(a.period, b.period))
      .map(({ period, what, value, computed }) => ({
        heading: capitalised(period.label),
        cells: [{ text: what, numeric: false }, { text: figureInWords(value, target, computed ? 1 : 0), numeric: true }],
      })),
  };
}
