import type { WorkingCalendar } from '#domain/calendar/working-calendar.js';
import { dateInWords } from '#domain/judgements/figure-words.js';

/** An alert whose mission is led by another department from today. Names; undefined where nobody led or leads. */
export interface ChangeOfHands {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly atRaising: string | undefined;
  /** ISO date by which an answer is due; undefined where none is waited for. */
  readonly dueOn: string | undefined;
  /** Actions that the plan promises. */
  readonly promises: number;
}

/** Who owes what from now on, with the time that is left: the date stays, whoever leads. */
export function changeOfHandsText({ before, after, atRaising, dueOn, promises }: ChangeOfHands, today: string, working: WorkingCalendar): string {
  const owner = after ?? 'Nobody';
  const answer = dueOn === undefined ? '' : ` ${owner} owes the answer, ${timeLeft(dueOn, today, working)}; no date moves.`;
  const plan = promises === 0 ? '' : ` ${promises === 1 ? 'The action' : `All ${promises} actions`} of the plan ${promises === 1 ? 'goes' : 'go'} with it.`;
  const history = `${atRaising ?? 'No department'} led when the alert was raised${before === atRaising ? '' : `, and ${before ?? 'nobody'} until now`}.`;
  return `${after ?? 'No department'} leads this mission now.${answer}${plan} ${history}`;
}

function timeLeft(dueOn: string, today: string, working: WorkingCalendar): string {
  if (today > dueOn) return `which was due by ${dateInWords(dueOn)} and is late`;
  const days = working.between(today, dueOn);
  const left = days === 0 ? 'which is today' : days === 1 ? '1 working day from now' : `${days} working days from now`;
  return `due by ${dateInWords(dueOn)}, ${left}`;
}
