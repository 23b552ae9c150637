import type { WorkingCalendar } from '#domain/calendar/working-calendar.js';
import type { Refusal } from '#domain/workflow/transition-table.js';

/** Working days between a contribution and the return that it is for. */
export const DAYS_BEFORE_RETURN = 10;

/** When a contribution is due where nobody says otherwise: 10 working days before the return; where that is over, the next working day. */
export function contributionDue(returnDueOn: string, today: string, calendar: WorkingCalendar): string {
  const usual = calendar.before(returnDueOn, DAYS_BEFORE_RETURN);
  return usual > today ? usual : calendar.after(today, 1);
}

/** A return with its days; ISO dates. */
interface AskedReturn {
  openedOn: string;
  firstDueOn: string;
  dueOn: string;
}

/** When the standing question is due of somebody who is asked today: as many working days as those had who were asked at the opening. */
export function standingDue({ openedOn, firstDueOn, dueOn }: AskedReturn, today: string, calendar: WorkingCalendar): string {
  const full = calendar.after(today, calendar.between(openedOn, contributionDue(firstDueOn, openedOn, calendar)));
  const usual = contributionDue(dueOn, today, calendar);
  return full > usual ? full : usual;
}

/** @param dueOn ISO date, or null where what was typed is none */
export function dueDateBlockers(dueOn: string | null, today: string): Refusal[] {
  if (dueOn === null) return [{ code: 'due-date-wrong', message: 'Enter the date by which you need it, like 27 3 2027', field: 'dueOn' }];
  return dueOn > today ? [] : [{ code: 'due-date-past', message: 'The date must be in the future', field: 'dueOn' }];
}
