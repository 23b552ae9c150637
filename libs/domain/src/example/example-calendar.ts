import { type ReportingRules } from '#domain/calendar/reporting-rules.js';

/** What a return or a plan covers and when it is due; ISO dates. `missions` leaves out the others. */
export interface ExampleCycle {
  coversLabel: string;
  coversFrom: string;
  coversTo: string;
  dueOn: string;
  missions?: string[];
}

/** Two missions whose departments are late, so that a newcomer sees what the public sees then. */
const LATE = ['transport', 'crime'];

/**
 * The example's calendar around a day: returns for the year to the last 30 September, most of them due in ten days and two of
 * them twelve days overdue, and plans for the running financial year, due in three weeks.
 */
export function exampleCalendar(today: string): { returnsOverdue: ExampleCycle; returnsDue: ExampleCycle; plansDue: ExampleCycle } {
  const year = Number(today.slice(0, 4));
  const ended = today > `${year}-09-30` ? year : year - 1;
  const planned = today >= `${year}-04-01` ? year : year - 1;
  const covers = {
    coversLabel: `October ${ended - 1} to September ${ended}`,
    coversFrom: `${ended - 1}-10-01`,
    coversTo: `${ended}-09-30`,
  };
  return {
    returnsOverdue: { ...covers, dueOn: daysFrom(today, -12), missions: LATE },
    returnsDue: { ...covers, dueOn: daysFrom(today, 10) },
    plansDue: {
      coversLabel: `April ${planned} to March ${planned + 1}`,
      coversFrom: `${planned}-04-01`,
      coversTo: `${planned + 1}-03-31`,
      dueOn: daysFrom(today, 21),
    },
  };
}

/**
 * The example's rules: returns once a year for October to September, plans once a year from April. What the example opens by hand
 * covers the time before, so the next cycle opens by itself, after today.
 */
export function exampleRules(today: string): ReportingRules {
  return {
    nation: 'england',
    startsOn: daysFrom(today, 1),
    avoidsRecess: true,
    returns: { rhythm: 'yearly', firstMonth: 10, opens: -10, due: 40, closes: 40, afterRelease: 10 },
    plans: { rhythm: 'yearly', firstMonth: 4, opens: -40, due: 20, closes: 40, afterRelease: null },
  };
}

/** @param day ISO date @param days before it where negative */
export function daysFrom(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
