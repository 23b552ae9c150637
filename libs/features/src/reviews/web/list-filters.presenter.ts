import { QUEUE_DUE, QUEUE_STATES, type QueueFilter } from '#domain/reviews/queue-filter.js';
import { REVIEW_RISKS } from '#domain/reviews/review-risk.js';
import { SUBMISSION_KINDS } from '#domain/submissions/submission-status.js';
import { queueWords } from '../review-queue.words.js';
import { reviewsPaths } from '../reviews.paths.js';
import { type QueueItem } from '../reviews.queries.js';

interface Choice {
  value: string;
  text: string;
  selected: boolean;
}

/** The filters as a form that works without JavaScript. */
export interface QueueFilters {
  action: string;
  selects: { name: keyof QueueFilter; label: string; items: Choice[] }[];
  /** What is chosen, for forms that act on the same choice. */
  chosen: { name: string; value: string }[];
  /** The page's address with the same choice. */
  addressOf: (more: { cursor?: string }) => string;
}

/** @param items everything that is open: only what is there can be chosen. */
export function queueFilters(items: readonly QueueItem[], filter: QueueFilter): QueueFilters {
  const words = queueWords.filter;
  const departments = named(items.map(({ organisationId, organisation }) => [organisationId, organisation.name]));
  const missions = named(items.flatMap(({ missionId, mission }) => (missionId && mission ? [[missionId, mission.focusArea] as const] : [])));
  const choices: [keyof QueueFilter, string, readonly (readonly [string, string])[]][] = [
    ['kind', words.kind, Object.entries(SUBMISSION_KINDS)],
    ['department', words.department, departments],
    ['mission', words.mission, missions],
    ['state', words.state, Object.entries(QUEUE_STATES)],
    ['due', words.due, Object.entries(QUEUE_DUE)],
    ['risk', words.risk, Object.entries(REVIEW_RISKS)],
  ];
  const chosen = Object.entries(filter).map(([name, value]) => ({ name, value: String(value) }));
  return {
    action: reviewsPaths.list,
    selects: choices.map(([name, label, entries]) => ({
      name,
      label,
      items: [['', words.all] as const, ...entries].map(([value, text]) => ({ value, text, selected: value === (filter[name] ?? '') })),
    })),
    chosen,
    addressOf: ({ cursor }) => {
      const query = new URLSearchParams({ ...filter, ...(cursor ? { cursor } : {}) }).toString();
      return query === '' ? reviewsPaths.list : `${reviewsPaths.list}?${query}`;
    },
  };
}

/** Each once, by name. */
function named(pairs: readonly (readonly [string, string])[]): [string, string][] {
  return [...new Map(pairs)].sort(([, left], [, right]) => left.localeCompare(right, 'en-GB'));
}
