import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { type DaySpan, dayOutside } from './day-span.js';
import { type CycleRules, RHYTHMS } from './reporting-rules.js';
import { type WorkingCalendar } from './working-calendar.js';

/** One time of a framework's calendar: what it covers and its days, all ISO dates. */
export interface CycleDays {
  kind: SubmissionKind;
  /** "April to September 2026", "October 2026 to March 2027" */
  coversLabel: string;
  coversFrom: string;
  coversTo: string;
  opensOn: string;
  dueOn: string;
  /** The last day on which anything is taken; null where the window stays open. */
  closesOn: string | null;
}

/** By what days are counted: working days, and recesses that no due date may lie in. */
export interface CycleCalendar {
  working: WorkingCalendar;
  /** Empty where the calendar does not look at them. */
  recesses: readonly DaySpan[];
}

/** The cycles of a kind that open between two days, both counted, in the order of their periods. @param from ISO date @param to ISO date */
export function cyclesThatOpen(kind: SubmissionKind, rules: CycleRules, calendar: CycleCalendar, { from, to }: { from: string; to: string }): CycleDays[] {
  const { months } = RHYTHMS[rules.rhythm];
  const cycles: CycleDays[] = [];
  // A cycle may open long before or after its period: two years around are more than any rule reaches.
  const first = Number(from.slice(0, 4)) - 2;
  const last = Number(to.slice(0, 4)) + 2;
  for (let count = first * 12 + rules.firstMonth - 1; count < last * 12; count += months) {
    const cycle = cycleOf(kind, rules, calendar, count);
    if (from <= cycle.opensOn && cycle.opensOn <= to) cycles.push(cycle);
  }
  return cycles;
}

/** The due date where a release is published late in the cycle: so many working days after it, and never earlier than without it. */
export function dueAfterRelease(cycle: CycleDays, rules: CycleRules, calendar: CycleCalendar, releasedOn: string): Pick<CycleDays, 'dueOn' | 'closesOn'> {
  const waited = rules.afterRelease === null ? cycle.dueOn : dayOutside(calendar.working.after(releasedOn, rules.afterRelease), calendar.recesses, calendar.working);
  const dueOn = waited > cycle.dueOn ? waited : cycle.dueOn;
  return { dueOn, closesOn: closingOf(rules, calendar, dueOn) };
}

/** @param monthCount months since the year 0 at which the period begins */
function cycleOf(kind: SubmissionKind, rules: CycleRules, calendar: CycleCalendar, monthCount: number): CycleDays {
  const { months } = RHYTHMS[rules.rhythm];
  const coversFrom = firstOfMonth(monthCount);
  const coversTo = dayBefore(firstOfMonth(monthCount + months));
  const anchor = kind === 'delivery-plan' ? coversFrom : coversTo;
  const opensOn = rules.opens < 0 ? calendar.working.before(anchor, -rules.opens) : calendar.working.after(anchor, rules.opens);
  const dueOn = dayOutside(calendar.working.after(anchor, rules.due), calendar.recesses, calendar.working);
  return { kind, coversLabel: labelOf(coversFrom, coversTo), coversFrom, coversTo, opensOn, dueOn, closesOn: closingOf(rules, calendar, dueOn) };
}

function closingOf({ closes }: CycleRules, { working }: CycleCalendar, dueOn: string): string | null {
  return closes === null ? null : working.after(dueOn, closes);
}

function firstOfMonth(monthCount: number): string {
  return new Date(Date.UTC(Math.floor(monthCount / 12), monthCount % 12, 1)).toISOString().slice(0, 10);
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

function labelOf(from: string, to: string): string {
  const [first, last] = [from, to].map((date) => MONTH.format(new Date(`${date}T00:00:00Z`)));
  const [startYear, endYear] = [from.slice(0, 4), to.slice(0, 4)];
  return startYear === endYear ? `${first} to ${last} ${endYear}` : `${first} ${startYear} to ${last} ${endYear}`;
}
