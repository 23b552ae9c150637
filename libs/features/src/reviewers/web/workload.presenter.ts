import { barChartSvg } from '#platform/charts/bar-chart.js';
import { type ChartFigure } from '#platform/charts/chart-figure.js';
import { longDate } from '#platform/pages/dates.js';
import { type Workload } from '../workload.queries.js';
import { reviewersPaths } from '../reviewers.paths.js';
import { workloadWords as words } from '../workload.words.js';
import { workloadChart } from './workload-chart.presenter.js';

interface WeekLine {
  week: string;
  numbers: string[];
  tag: { text: string; classes: string };
}

export interface WorkloadPage {
  title: string;
  backLink: { text: string; href: string };
  words: typeof words;
  summary: string;
  chart: Omit<ChartFigure, 'table'>;
  weeks: WeekLine[];
  holders: { name: string; open: string; overdue: string }[];
  how: string[];
}

/** Whole numbers stay whole, shares of a review have one decimal. */
const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const PERCENT = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 });

export async function workloadPage({ weeks, holders, reviewers, rate, decisions, deliveries, lateShare }: Workload): Promise<WorkloadPage> {
  const [first, ...rest] = weeks.filter(({ over }) => isOver(over));
  const pace = NUMBER.format(rate.aWeek);
  const summary = reviewers === 0 ? words.summary.nobody : first ? words.summary.over(rest.length + 1, longDate(first.from)) : words.summary.within;
  const picture = workloadChart(weeks, summary);
  return {
    title: words.title,
    backLink: { text: 'Back to the review queue', href: '/reviews' },
    words,
    summary,
    chart: {
      id: 'workload-chart',
      title: picture.title,
      subtitle: picture.subtitle,
      svg: await barChartSvg(picture),
      notes: [],
      csv: { href: reviewersPaths.workloadCsv, text: words.csv },
    },
    weeks: weeks.map(lineOf),
    holders: holders.map(({ name, open, overdue }) => ({ name: name ?? words.holders.nobody, open: NUMBER.format(open), overdue: NUMBER.format(overdue) })),
    how: [
      words.how.due,
      deliveries.delivered > 0 ? words.how.late(deliveries.late, deliveries.delivered, PERCENT.format(lateShare)) : words.how.noDeliveries,
      words.how.carried,
      rate.basis === 'decisions' ? words.how.rate(pace, { decisions: decisions.decisions, reviewers, weeks: rate.weeks, days: rate.personDays }) : words.how.assumed(pace),
      words.how.capacity(reviewers),
    ],
  };
}

function lineOf({ from, due, arriving, carried, load, capacity, over }: Workload['weeks'][number]): WeekLine {
  return {
    week: longDate(from),
    numbers: [due, arriving, carried, load, capacity].map((number) => NUMBER.format(number)),
    tag: isOver(over)
      ? { text: words.states.over(NUMBER.format(over)), classes: 'govuk-tag--red' }
      : { text: words.states.within, classes: 'govuk-tag--green' },
  };
}

/** What is rounded away is no work left over. */
function isOver(over: number): boolean {
  return over >= 0.05;
}
