import { describe, expect, it } from '@jest/globals';
import { conflictFacts, conflictsAmong, conflictSentence, type ThreeWords } from './judgement-conflict.js';

describe('a conflict among three judgements', () => {
  // The ladder: on track = green, amber-green | slipping = amber | off track = amber-red | deteriorating, missed = red.
  it.each<[string, ThreeWords, string[]]>([
    ['nobody has said anything', {}, []],
    ['the figures alone', { computed: 'missed' }, []],
    ['green against off track: 2 steps', { computed: 'off-track', department: 'green' }, ['department-figures']],
    ['amber against off track: 1 step', { computed: 'off-track', department: 'amber' }, []],
    ['red against on track: 3 steps, too dark is a conflict as well', { computed: 'on-track', department: 'red' }, ['department-figures']],
    ['green where the figures say nothing', { computed: 'no-data', department: 'green' }, ['department-figures']],
    ['amber-green where the figures say nothing', { computed: 'no-data', department: 'amber-green' }, []],
    ['the council says missed, the figures slipping: 3 − 1', { computed: 'slipping', council: 'missed' }, ['council-figures']],
    ['the council says off track, the figures slipping: 2 − 1', { computed: 'slipping', council: 'off-track' }, []],
    ['the council says on track, the figures off track: 2 − 0', { computed: 'off-track', council: 'on-track' }, ['council-figures']],
    ['the council judges where the figures cannot', { computed: 'no-data', council: 'missed' }, []],
    ['the council says off track, the department green', { department: 'green', council: 'off-track' }, ['department-council']],
    ['all three apart', { computed: 'missed', department: 'green', council: 'slipping' }, ['department-figures', 'council-figures']],
    ['the department alone against two', { computed: 'off-track', department: 'green', council: 'off-track' }, ['department-figures', 'department-council']],
    ['all of one mind', { computed: 'slipping', department: 'amber', council: 'cannot-tell-yet' }, []],
  ])('%s', (_, words, pairs) => {
    expect(conflictsAmong(words)).toEqual(pairs);
    expect(conflictSentence(words, 'The department') === undefined).toBe(pairs.length === 0);
  });

  it('says who says what, a sentence a pair', () => {
    expect(conflictSentence({ computed: 'missed', department: 'green', council: 'slipping' }, 'Department for Education')).toBe(
      'Department for Education rates the likelihood that the mission’s targets are met “Green”, while the figures say “missed”. The council judges the mission “slipping”, while the figures say “missed”.',
    );
    expect(conflictSentence({ department: 'green', council: 'off-track' }, 'Department for Education')).toBe(
      'Department for Education rates the likelihood that the mission’s targets are met “Green”, while the council judges the mission “off track”.',
    );
  });

  it('lists all three beside it', () => {
    expect(conflictFacts({ computed: 'off-track', department: 'green' }).map(({ value }) => value)).toEqual(['off track', 'Green', 'no judgement']);
  });
});
