import { describe, expect, it } from '@jest/globals';
import { faultsOf, nextActions, transitionFor, type TransitionTable } from './transition-table.js';

type State = 'shut' | 'open' | 'gone';
type Door = TransitionTable<State, 'push' | 'pull' | 'burn', 'guest' | 'owner', null>;

const DOOR: Door = {
  name: 'door',
  initial: 'shut',
  final: ['gone'],
  states: ['shut', 'open', 'gone'],
  transitions: [
    { from: 'shut', action: 'push', to: 'open', who: 'guest', label: 'Push' },
    { from: 'open', action: 'pull', to: 'shut', who: 'guest', label: 'Pull' },
    { from: 'open', action: 'burn', to: 'gone', who: 'owner', label: 'Burn' },
  ],
};

const without = (action: string): Door => ({ ...DOOR, transitions: DOOR.transitions.filter((arrow) => arrow.action !== action) });
const arrow = DOOR.transitions[0] as Door['transitions'][number];

describe('faults of a table', () => {
  it.each<[string, Door, string[]]>([
    ['none', DOOR, []],
    ['a state that nothing leads to', without('burn'), ['gone is never reached']],
    ['a trap and what lies behind it', { ...without('pull'), final: ['gone'], transitions: without('pull').transitions.slice(0, 1) }, ['open is a trap', 'gone is never reached']],
    ['a way out of a final state', { ...DOOR, final: ['open', 'gone'] }, ['open is final but has a way out']],
    ['an arrow that stands twice', { ...DOOR, transitions: [...DOOR.transitions, arrow] }, ['shut -push-> by guest stands twice']],
  ])('%s', (_, table, faults) => {
    expect(faultsOf(table)).toEqual(faults);
  });

  it('lets the same arrow stand once for each who may make it', () => {
    expect(faultsOf({ ...DOOR, transitions: [...DOOR.transitions, { ...arrow, who: 'owner' }] })).toEqual([]);
  });
});

describe('the arrows of somebody', () => {
  it.each<[State, string, ('guest' | 'owner')[], State | undefined]>([
    ['shut', 'push', ['guest'], 'open'],
    ['shut', 'push', ['owner'], undefined],
    ['open', 'burn', ['guest', 'owner'], 'gone'],
    ['gone', 'push', ['guest', 'owner'], undefined],
    ['shut', 'push', [], undefined],
  ])('from %s by %s as %j: %s', (from, action, who, to) => {
    expect(transitionFor(DOOR, from, action as 'push', who)?.to).toBe(to);
  });

  it('are the buttons of the page', () => {
    expect(nextActions(DOOR, 'open', ['guest', 'owner']).map(({ label }) => label)).toEqual(['Pull', 'Burn']);
    expect(nextActions(DOOR, 'open', [])).toEqual([]);
  });
});
