import { capitalised, figureInWords, unitInWords } from '#domain/judgements/figure-words.js';
import { pathFrom } from '#domain/judgements/path.js';
import { pointOfPeriod } from '#domain/judgements/prepared-series.js';
import { type TargetToJudge } from '#domain/judgements/target-to-judge.js';
import { comparePeriods, parsePeriod } from '#domain/observations/period.js';
import { type FigureTable } from '#platform/charts/chart-figure.js';
import { type SeriesChart } from '#platform/charts/chart-shape.js';

/** A picture of the figures before it is drawn, and all that is in it as a table. */
export interface FigureChart {
  chart: SeriesChart;
  table: FigureTable;
}

/**
 * The one area's series of a target, with the path and the value that it asks for where it asks for one.
 * @returns undefined where there is no figure.
 */
export function figureChart(target: TargetToJudge, title: string): FigureChart | undefined {
  const points = target.series.toSorted((left, right) => comparePeriods(left.period, right.period));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return undefined;
  const subtitle = `${capitalised(target.metricName)}, ${target.areaName}, ${first.period.label} to ${last.period.label}`;
  return {
    chart: {
      title,
      subtitle,
      yTitle: unitInWords(target.unit),
      roundingUnit: target.roundingUnit,
      series: [
        {
          name: target.areaName,
          points: points.map(({ period, value, lower, upper }) => ({
            x: period.middle,
            label: period.label,
            value,
            ...(lower !== undefined && upper !== undefined ? { lower, upper } : {}),
          })),
        },
      ],
      ...askedFor(target),
    },
    table: {
      caption: subtitle,
      head: [{ text: 'Period', numeric: false }, { text: 'Figure', numeric: true }],
      rows: points.map(({ period, value, provisional }) => ({
        heading: `${period.label}${provisional ? ' (provisional)' : ''}`,
        cells: [{ text: figureInWords(value, target), numeric: true }],
      })),
    },
  };
}

function askedFor(target: TargetToJudge): Pick<SeriesChart, 'path' | 'target'> {
  const baseline = pointOfPeriod(target.series, target.baseline.periodKey);
  const decides = parsePeriod(target.decides.periodKey);
  const path = baseline && target.notComparable === undefined ? pathFrom({ value: baseline.value, at: baseline.period.middle }, target) : undefined;
  if (!path || !decides || target.rule.kind === 'direction') return {};
  return {
    path: path.knots.map(({ at, value }) => ({ x: at, value })),
    target: { x: decides.middle, value: path.target, label: `Target: ${figureInWords(path.target, target, 1)}` },
  };
}
