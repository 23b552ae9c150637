const one = (count: number, singular: string, plural: string): string => `${count.toLocaleString('en-GB')} ${count === 1 ? singular : plural}`;

const aWeek = (rate: string): string => `${rate} ${rate === '1' ? 'review' : 'reviews'} a reviewer and week`;

/** The words of the page that says whether the council can do what comes. */
export const workloadWords = {
  title: 'Workload of reviews',
  intro: 'What departments are due to deliver in the next 13 weeks, against what the reviewers can do.',
  summary: {
    within: 'In none of these weeks there is more to do than the reviewers can do.',
    over: (weeks: number, first: string) => `${one(weeks, 'week is', 'weeks are')} over capacity, the first from ${first}.`,
    nobody: 'There is no reviewer: nothing can be done.',
  },
  chart: {
    yTitle: 'reviews',
    subtitle: (from: string, to: string) => `Reviews to do and what the reviewers can do, by week from ${from} to ${to}`,
  },
  csv: 'Download these weeks as CSV',
  caption: 'Week by week',
  columns: {
    week: 'Week from',
    due: 'Deliveries due',
    arriving: 'Expected to arrive',
    carried: 'Left from before',
    load: 'Reviews to do',
    capacity: 'Reviewers can do',
    state: 'State',
  },
  states: { within: 'Within capacity', over: (by: string) => `Over capacity by ${by}` },
  holders: {
    caption: 'Open reviews now, by who holds them',
    columns: { name: 'Reviewer', open: 'Open', overdue: 'Of these overdue' },
    nobody: 'Waiting in the queue',
    empty: 'No review is open.',
  },
  how: {
    title: 'Where the numbers come from',
    due: 'Deliveries due: evidence returns and plans that are open and not delivered, by their due date. What is overdue already counts in this week. What was sent back for changes has no date and counts in no week.',
    late: (late: number, delivered: number, percent: string) =>
      `Expected to arrive: of ${one(delivered, 'first delivery', 'first deliveries')} so far ${late.toLocaleString('en-GB')} came after the due date (${percent}). The same share of each week’s deliveries is expected a week later.`,
    noDeliveries: 'Expected to arrive: nothing has been delivered yet, so everything is assumed to come on time.',
    carried: 'Left from before: in the first week the reviews that are open now, then what the week before could not do.',
    rate: (rate: string, { decisions, reviewers, weeks, days }: { decisions: number; reviewers: number; weeks: number; days: number }) =>
      `Reviewers can do: ${aWeek(rate)} of five days. That is ${one(decisions, 'decision', 'decisions')} by ${one(reviewers, 'reviewer', 'reviewers')} on ${one(days, 'day', 'days')} in ${one(weeks, 'complete week', 'complete weeks')}, of the last 26 those since the first decision. Bank holidays and leave are taken off the days. This week does not count yet.`,
    assumed: (rate: string) => `Reviewers can do: ${aWeek(rate)}. This is an assumption, until there are four complete weeks since the first decision of the last 26 weeks.`,
    capacity: (reviewers: number) =>
      `A week has five working days. For each of ${one(reviewers, 'reviewer', 'reviewers')} bank holidays and leave are taken off, and in this week the days that are over.`,
  },
};
