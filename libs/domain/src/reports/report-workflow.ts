import { type Actor, may } from '#domain/access/permissions.js';
import type { Refusal, TransitionTable } from '#domain/workflow/transition-table.js';
import type { ReportFinding } from './report-checks.js';
import { LONGEST_REPORT_NOTE, REPORT_STATES, type ReportAction, type ReportPosition, type ReportState, SHORTEST_FACT_CHECK } from './report-status.js';

/** What a move is judged by. Dates are ISO dates. */
export interface ReportMoveFacts {
  now: Date;
  today: string;
  /** Reason of a move back, note of a correction. */
  words: string;
  /** Last day of the fact-check; null where none is given. */
  closesOn: string | null;
  /** The first day that is far enough away. */
  earliestClose: string;
  /** Missions whose text or facts no department has checked. */
  unchecked: number;
  publishAt: Date | null;
  /** Number of the last edition that is out; 0 before the first. */
  editions: number;
  /** What stands against publication, or against the fact-check. */
  findings: readonly ReportFinding[];
}

type Arrow = TransitionTable<ReportState, ReportAction, ReportPosition, ReportMoveFacts>['transitions'][number];

const revise = (from: ReportState): Arrow => ({
  from, action: 'revise', to: 'writing', who: 'member', label: 'Go back to writing', refuse: ({ words }) => wordsBlockers(words, 'Enter why the report goes back to writing'),
});
const schedule = (from: ReportState): Arrow => ({ from, action: 'schedule', to: 'scheduled', who: 'chair', label: 'Set the time of publication', refuse: scheduleBlockers });
/** Until an edition is out all of it goes; afterwards the correction in the making alone. */
const drops = (from: ReportState): Arrow[] => [
  { from, action: 'drop', to: 'dropped', who: 'dropper', label: 'Drop the report', refuse: ({ words, editions }) => [...(editions === 0 ? [] : [{ code: 'is-out', message: 'An edition is out, so the report stays' }]), ...wordsBlockers(words, 'Enter why the report is dropped')] },
  { from, action: 'drop-correction', to: 'published', who: 'dropper', label: 'Drop the correction', refuse: ({ words, editions }) => [...(editions > 0 ? [] : [{ code: 'not-out', message: 'No edition is out, so there is no correction' }]), ...wordsBlockers(words, 'Enter why the correction is dropped')] },
];

/** The way of an edition from the first word to publication, and back for a correction, which is an edition of its own. */
export const REPORT_WORKFLOW: TransitionTable<ReportState, ReportAction, ReportPosition, ReportMoveFacts> = {
  name: 'report',
  initial: 'writing',
  final: ['dropped'],
  states: Object.keys(REPORT_STATES) as ReportState[],
  transitions: [
    { from: 'writing', action: 'open-window', to: 'fact-check', who: 'member', label: 'Open the fact-check', refuse: windowBlockers },
    { from: 'fact-check', action: 'close-window', to: 'checked', who: 'clock', label: 'Close the fact-check', refuse: ({ closesOn, today }) => (closesOn === null || today <= closesOn ? [{ code: 'too-early', message: 'The last day has not passed' }] : []) },
    revise('fact-check'),
    revise('checked'),
    ...drops('writing'),
    ...drops('fact-check'),
    ...drops('checked'),
    // a correction of the introduction alone needs no new fact-check
    schedule('writing'),
    schedule('checked'),
    { from: 'scheduled', action: 'recall', to: 'checked', who: 'chair', label: 'Call off the publication', refuse: ({ words }) => wordsBlockers(words, 'Enter why the publication is called off') },
    { from: 'scheduled', action: 'publish', to: 'published', who: 'clock', label: 'Publish', refuse: ({ publishAt, now }) => (publishAt === null || now < publishAt ? [{ code: 'too-early', message: 'The time has not come' }] : []) },
    { from: 'published', action: 'correct', to: 'writing', who: 'chair', label: 'Begin a correction', refuse: ({ words }) => wordsBlockers(words, 'Enter what is corrected and why: the note is published with the new edition') },
  ],
};

/** Drafts are the council's alone. */
export function positionsTowardsReport(actor: Actor, { openedBy }: { openedBy: string | null }): ReportPosition[] {
  if (actor.kind !== 'user' || !may(actor, 'report.write')) return [];
  const chair = may(actor, 'report.publish');
  return ['member', ...(chair ? (['chair'] as const) : []), ...(chair || actor.id === openedBy ? (['dropper'] as const) : [])];
}

function windowBlockers({ closesOn, earliestClose, unchecked, findings }: ReportMoveFacts): Refusal[] {
  const before = findings.filter(({ code }) => code === 'not-assembled' || code === 'text-missing').map(({ code, message }) => ({ code, message }));
  const day: Refusal[] =
    closesOn === null
      ? [{ code: 'closes-missing', message: 'Enter the last day of the fact-check', field: 'closesOn' }]
      : closesOn < earliestClose
        ? [{ code: 'closes-too-early', message: `The fact-check must be open for at least ${SHORTEST_FACT_CHECK} working days`, field: 'closesOn' }]
        : [];
  return [...before, ...day, ...(unchecked === 0 ? [{ code: 'nothing-to-check', message: 'Every text has been checked already' }] : [])];
}

function scheduleBlockers({ publishAt, now, findings }: ReportMoveFacts): Refusal[] {
  const time: Refusal[] =
    publishAt === null
      ? [{ code: 'publish-time-missing', message: 'Enter the day and time of publication', field: 'publishOn' }]
      : publishAt <= now
        ? [{ code: 'publish-time-past', message: 'The time of publication must be in the future', field: 'publishOn' }]
        : [];
  const standing = findings.filter(({ code }) => code !== 'publish-time-missing');
  return [...time, ...standing.map(({ code, message, level }) => ({ code, message: level === 'warning' ? `${message} (to be acknowledged)` : message }))];
}

function wordsBlockers(words: string, missing: string): Refusal[] {
  if (words.trim() === '') return [{ code: 'words-missing', message: missing, field: 'words' }];
  return words.length <= LONGEST_REPORT_NOTE ? [] : [{ code: 'words-too-long', message: `The text must be ${LONGEST_REPORT_NOTE.toLocaleString('en-GB')} characters or less`, field: 'words' }];
}
