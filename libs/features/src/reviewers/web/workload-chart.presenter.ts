import { type ForecastWeek } from '#domain/reviewers/workload-forecast.js';
import { type BarChart } from '#platform/charts/bar-chart.js';
import { longDate } from '#platform/pages/dates.js';
import { workloadWords as words } from '../workload.words.js';

const TENTHS = 10;

/** What is to do, week by week, as bars, with a mark for what can be done. @param headline the news of it */
export function workloadChart(weeks: readonly ForecastWeek[], headline: string): BarChart {
  return {
    title: headline,
    subtitle: words.chart.subtitle(longDate(weeks[0]?.from ?? ''), longDate(weeks.at(-1)?.from ?? '')),
    yTitle: words.chart.yTitle,
    barName: words.columns.load,
    markName: words.columns.capacity,
    bars: weeks.map(({ from, load, capacity }) => ({ label: weekLabel(from), value: inTenths(load), mark: inTenths(capacity) })),
  };
}

export const WORKLOAD_COLUMNS = ['week_from', 'deliveries_due', 'expected_to_arrive', 'left_from_before', 'reviews_to_do', 'reviewers_can_do', 'over_capacity_by'];

/** The rows of the file, in the order of its columns, as exact as the page. */
export function workloadCells(weeks: readonly ForecastWeek[]): (string | number)[][] {
  return weeks.map(({ from, due, arriving, carried, load, capacity, over }) => [from, ...[due, arriving, carried, load, capacity, over].map(inTenths)]);
}

function inTenths(number: number): number {
  return Math.round(number * TENTHS) / TENTHS;
}

/** '23 Nov': thirteen weeks never hold the same twice. */
function weekLabel(monday: string): string {
  return new Date(`${monday}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
}
