import type { Refusal, TransitionTable } from '#domain/workflow/transition-table.js';
import { DATA_GAP_STATES, type DataGapState } from './data-gap-kind.js';

/** Positions towards a gap: whoever keeps the register, the organisation that owns the gap, and the system reading figures. */
export type DataGapPosition = 'keeper' | 'owner' | 'system';

export type DataGapAction = 'plan' | 'drop-plan' | 'close' | 'decline' | 'reopen' | 'figures-come';

/** What a move is judged by: the gap with the move's own input laid over it. */
export interface DataGapFacts {
  readonly plan: string;
  readonly resource: string;
  /** The words for this move; empty where none are given. */
  readonly reason: string;
}

type Arrow = TransitionTable<DataGapState, DataGapAction, DataGapPosition, DataGapFacts>['transitions'][number];

const WRITERS: readonly DataGapPosition[] = ['keeper', 'owner'];

const plan = (who: DataGapPosition): Arrow => ({ from: 'open', action: 'plan', to: 'planned', who, label: 'Record the plan', refuse: planBlockers });

const dropPlan = (who: DataGapPosition): Arrow => ({ from: 'planned', action: 'drop-plan', to: 'open', who, label: 'Withdraw the plan' });

const close = (from: DataGapState): Arrow => ({
  from,
  action: 'close',
  to: 'closed',
  who: 'keeper',
  label: 'Close the gap',
  refuse: ({ reason }) => reasonBlockers(reason, 'why the gap is closed'),
});

const decline = (from: DataGapState): Arrow => ({
  from,
  action: 'decline',
  to: 'not-to-be-closed',
  who: 'keeper',
  label: 'Record that it is not to be closed',
  refuse: ({ reason }) => reasonBlockers(reason, 'why the gap is not to be closed'),
});

const figuresCome = (from: DataGapState): Arrow => ({ from, action: 'figures-come', to: 'closed', who: 'system', label: 'Figures have come' });

/**
 * The life of a gap. It is planned once its owner or a statistician has said how it is closed and with what; figures close it
 * by themselves; a statistician closes it, or records that it is not to be closed, with a reason.
 */
export const DATA_GAP_WORKFLOW: TransitionTable<DataGapState, DataGapAction, DataGapPosition, DataGapFacts> = {
  name: 'data gap',
  initial: 'open',
  final: ['closed'],
  states: Object.keys(DATA_GAP_STATES) as DataGapState[],
  transitions: [
    ...WRITERS.map(plan),
    ...WRITERS.map(dropPlan),
    close('open'),
    close('planned'),
    decline('open'),
    decline('planned'),
    {
      from: 'not-to-be-closed',
      action: 'reopen',
      to: 'open',
      who: 'keeper',
      label: 'Open the gap again',
      refuse: ({ reason }) => reasonBlockers(reason, 'why the gap is opened again'),
    },
    figuresCome('open'),
    figuresCome('planned'),
    figuresCome('not-to-be-closed'),
  ],
};

/** A plan without what it takes is a wish. */
export function planBlockers({ plan: text, resource }: Pick<DataGapFacts, 'plan' | 'resource'>): Refusal[] {
  return [
    ...(isBlank(text) ? [{ code: 'plan-missing', message: 'Enter how the gap will be closed', field: 'plan' }] : []),
    ...(isBlank(resource) ? [{ code: 'resource-missing', message: 'Enter the money or people set aside for it', field: 'resource' }] : []),
  ];
}

/** @param what completes "Enter …" */
export function reasonBlockers(reason: string, what: string): Refusal[] {
  return isBlank(reason) ? [{ code: 'reason-missing', message: `Enter ${what}`, field: 'reason' }] : [];
}

/** @returns what writing a plan does to a gap that stands there: plan, drop-plan, or nothing. Both empty is no plan. */
export function planMove(state: DataGapState, written: Pick<DataGapFacts, 'plan' | 'resource'>): 'plan' | 'drop-plan' | undefined {
  const empty = isBlank(written.plan) && isBlank(written.resource);
  if (state === 'open') return empty ? undefined : 'plan';
  return state === 'planned' && empty ? 'drop-plan' : undefined;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
