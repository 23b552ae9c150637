import { type SubmissionSection } from '#domain/submissions/submission-status.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate, longDateTime } from '#platform/pages/dates.js';
import { type SubmissionEvent } from './submission-event.entity.js';
import { submissionsWords } from './submissions.words.js';

/** What a timeline needs of an event. */
export type HistoryEvent = Pick<SubmissionEvent, 'action' | 'actorName' | 'versionNumber' | 'reasons' | 'at'>;

export interface ReasonGiven {
  /** The section's title; undefined where the reason is for the whole. */
  section: string | undefined;
  text: string;
}

export interface HistoryItem {
  title: string;
  by: string;
  reasons: ReasonGiven[];
}

/** What is asked of the department and not answered by a delivery yet. */
export interface OpenRequest {
  heading: string;
  reasons: ReasonGiven[];
}

/** The timeline, newest first; saves of one person on one day stand as one line. @param events oldest first */
export function historyOf(events: readonly HistoryEvent[], sections: readonly SubmissionSection[]): HistoryItem[] {
  const runs: { event: HistoryEvent; times: number }[] = [];
  for (const event of events) {
    const last = runs.at(-1);
    if (last && isSameRun(last.event, event)) runs.splice(-1, 1, { event, times: last.times + 1 });
    else runs.push({ event, times: 1 });
  }
  return runs.reverse().map(({ event, times }) => ({
    title: titleOf(event, times),
    by: submissionsWords.history.by(event.actorName, longDateTime(event.at)),
    reasons: reasonsGiven(event, sections),
  }));
}

/**
 * What stands to be answered: the council's request since the last delivery, and a sign-off that was declined after it.
 * @param events oldest first
 */
export function openRequests(events: readonly HistoryEvent[], sections: readonly SubmissionSection[]): OpenRequest[] {
  const since = events.slice(events.findLastIndex(({ action }) => action === 'submit' || action === 'open') + 1);
  const council = since.findLast(({ action }) => action === 'request-changes');
  const moves = since.filter(({ action }) => action !== 'save');
  const declined = moves.at(-1)?.action === 'decline' ? moves.at(-1) : undefined;
  return [
    ...(declined ? [{ heading: submissionsWords.asks.sro(declined.actorName, dayOf(declined)), reasons: reasonsGiven(declined, sections) }] : []),
    ...(council ? [{ heading: submissionsWords.asks.council(dayOf(council)), reasons: reasonsGiven(council, sections) }] : []),
  ];
}

/** What the council said of it in the end, and that it is published: reservations, or what it could not resolve. @param events oldest first */
export function lastWord(events: readonly HistoryEvent[], sections: readonly SubmissionSection[]): OpenRequest[] {
  const last = events.findLast(({ action }) => action === 'accept' || action === 'publish-unresolved');
  const heading = last && submissionsWords.lastWord[last.action];
  return last && heading && last.reasons.length > 0 ? [{ heading: heading(dayOf(last)), reasons: reasonsGiven(last, sections) }] : [];
}

/** An acceptance that says something is one with reservations. */
function titleOf({ action, versionNumber, reasons }: HistoryEvent, times: number): string {
  const { moves, withReservations } = submissionsWords.history;
  const title = moves[action](action === 'save' ? times : (versionNumber ?? 0));
  return action === 'accept' && reasons.length > 0 ? withReservations(title) : title;
}

function isSameRun(last: HistoryEvent, event: HistoryEvent): boolean {
  const bothSaves = last.action === 'save' && event.action === 'save';
  return bothSaves && last.actorName === event.actorName && londonDate(last.at) === londonDate(event.at);
}

export function reasonsGiven({ reasons }: HistoryEvent, sections: readonly SubmissionSection[]): ReasonGiven[] {
  return reasons.map(({ section, text }) => ({ section: sections.find(({ key }) => key === section)?.title ?? section ?? undefined, text }));
}

function dayOf({ at }: HistoryEvent): string {
  return longDate(londonDate(at));
}
