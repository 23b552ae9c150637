import { textRefusals } from '#domain/workflow/text-refusals.js';
import { type Refusal } from '#domain/workflow/transition-table.js';
import { LONGEST_REASON } from './closing-workflow.js';

/** What becomes of a mission when its framework is closed. */
export const MISSION_OUTCOMES = {
  dropped: 'Dropped',
  'carried-on': 'Carried on in another framework',
  achieved: 'Achieved',
} as const;

export type MissionOutcome = keyof typeof MISSION_OUTCOMES;

/** As it is entered. */
export interface OutcomeDraft {
  outcome: string;
  reason: string;
  /** Id of the mission that carries it on; '' where none is chosen. */
  successorId: string;
}

export function isMissionOutcome(text: string): text is MissionOutcome {
  return Object.hasOwn(MISSION_OUTCOMES, text);
}

/** @param successors ids of the missions of frameworks that are open, this one's own left out */
export function outcomeRefusals({ outcome, reason, successorId }: OutcomeDraft, successors: readonly string[]): Refusal[] {
  const chosen = successorId !== '';
  return [
    ...(isMissionOutcome(outcome) ? [] : [{ code: 'outcome-missing', message: 'Select what becomes of the mission', field: 'outcome' }]),
    ...(outcome === 'carried-on' && !chosen ? [{ code: 'successor-missing', message: 'Select the mission that carries it on', field: 'successor' }] : []),
    ...(outcome === 'carried-on' && chosen && !successors.includes(successorId) ? [{ code: 'successor-unknown', message: 'Select a mission of a framework that is open', field: 'successor' }] : []),
    ...(outcome !== 'carried-on' && isMissionOutcome(outcome) && chosen ? [{ code: 'successor-odd', message: 'A mission that is not carried on has none that carries it on', field: 'successor' }] : []),
    ...textRefusals(reason, 'reason', 'Enter the reason', LONGEST_REASON),
  ];
}
