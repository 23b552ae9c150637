/** Weeks that the forecast looks ahead, and weeks of decisions that it looks back on. */
export const FORECAST_WEEKS = 13;
export const DECISION_WEEKS = 26;

/** Complete weeks of decisions before the council's own pace is believed: a first day or a short week says nothing. */
export const FEWEST_WEEKS = 4;

/** Reviews that one reviewer does in a week, taken until there are weeks enough to tell. An assumption, printed as one. */
export const ASSUMED_REVIEWS_A_WEEK = 2;

const WORKING_DAYS_A_WEEK = 5;
const DAY_MS = 86_400_000;

/** Decisions of the complete weeks of the past, as far as they tell how fast the council is; this week's are not among them. */
export interface PastDecisions {
  decisions: number;
  /** ISO date of the first of them; null where there is none. */
  firstOn: string | null;
}

/** What a reviewer does in a week of five days, and where the number comes from. */
export interface ReviewRate {
  aWeek: number;
  basis: 'decisions' | 'assumption';
  /** Complete weeks since the first decision, at most 26; for an assumption fewer than four, or 0. */
  weeks: number;
  /** Working days of those weeks, over all reviewers, on which they were there. */
  personDays: number;
}

/** Complete weeks that tell the pace: from the week of the first decision to the last week, at most 26. */
export function paceWeeks(firstOn: string | null, today: string): number {
  const began = firstOn === null ? 0 : (Date.parse(mondayOf(today)) - Date.parse(mondayOf(firstOn))) / (7 * DAY_MS);
  return Math.min(DECISION_WEEKS, Math.max(0, began));
}

/**
 * Decisions by five days on which a reviewer was there, counted from the week of the first of them: neither the weeks before the council
 * began, nor the one that is running, nor leave and bank holidays make it slow. The forecast takes leave off what is to come, so it must be
 * off what was, or it would count twice.
 */
export function reviewRate({ decisions, firstOn }: PastDecisions, personDays: number, today: string): ReviewRate {
  const weeks = paceWeeks(firstOn, today);
  if (decisions === 0 || personDays === 0 || weeks < FEWEST_WEEKS) return { aWeek: ASSUMED_REVIEWS_A_WEEK, basis: 'assumption', weeks, personDays };
  return { aWeek: decisions / (personDays / WORKING_DAYS_A_WEEK), basis: 'decisions', weeks, personDays };
}

/** First deliveries of the past: how many there were and how many came after their due date. */
export interface PastDeliveries {
  delivered: number;
  late: number;
}

/** @returns 0 to 1; 0 where nothing was ever delivered. */
export function lateShare({ delivered, late }: PastDeliveries): number {
  return delivered === 0 ? 0 : late / delivered;
}

export interface ForecastFacts {
  /** ISO date. */
  today: string;
  /** Due dates of what has not been delivered. */
  dueOn: readonly string[];
  lateShare: number;
  openReviews: number;
  /** For each week of the forecast: working days of it, over all reviewers, on which they are there. */
  personDays: readonly number[];
  /** Reviews a reviewer-week of five days. */
  rate: number;
}

/** One week. Reviews are fractions: a share of what is due. */
export interface ForecastWeek {
  /** Monday, ISO date. */
  from: string;
  /** Due in this week; what is overdue already counts in the first. */
  due: number;
  /** Of those, what comes on time, and what comes late from the week before. */
  arriving: number;
  /** Open at its beginning. */
  carried: number;
  load: number;
  capacity: number;
  /** What cannot be done in it; 0 where the capacity is enough. */
  over: number;
}

/**
 * Week by week: what is left of the week before, and what arrives, against what the reviewers can do. Of what is due in a week the share that
 * came late in the past comes a week after.
 */
export function forecastWorkload({ today, dueOn, lateShare: share, openReviews, personDays, rate }: ForecastFacts): ForecastWeek[] {
  const weeks: ForecastWeek[] = [];
  let carried = openReviews;
  let late = 0;
  for (const [index, from] of forecastWeeks(today).entries()) {
    const next = addDays(from, 7);
    const due = dueOn.filter((date) => date < next && (date >= from || index === 0)).length;
    const arriving = due * (1 - share) + late;
    const load = carried + arriving;
    const capacity = ((personDays[index] ?? 0) / WORKING_DAYS_A_WEEK) * rate;
    const over = Math.max(0, load - capacity);
    weeks.push({ from, due, arriving, carried, load, capacity, over });
    carried = over;
    late = due * share;
  }
  return weeks;
}

/** The Mondays of the forecast, this week's first. */
export function forecastWeeks(today: string): string[] {
  return Array.from({ length: FORECAST_WEEKS }, (_, index) => addDays(mondayOf(today), index * 7));
}

/** @returns the Monday of a day's week, as an ISO date. */
export function mondayOf(date: string): string {
  return addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** ISO date some days later, or earlier where negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
