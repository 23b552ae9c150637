import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgeMission, type TargetOfMission } from './mission-verdict.js';
import { isOffTrackOrWorse, isOnTrackOrBetter, severityOf, type Verdict, VERDICT_SLUGS } from './verdict.js';

function headline(...verdicts: (Verdict | [Verdict, Verdict])[]): TargetOfMission[] {
  return verdicts.map((word, index) => {
    const [verdict, countsAs] = Array.isArray(word) ? word : [word, undefined];
    return {
      slug: `t${index + 1}`,
      title: `Target ${index + 1}`,
      role: 'headline',
      verdict,
      ...(countsAs ? { countsAs } : {}),
    };
  });
}

function judge(targets: TargetOfMission[], openTerms = 0, uncoveredClauses = 0) {
  return judgeMission({ targets, openTerms, uncoveredClauses });
}

describe('judgeMission', () => {
  it.each<[(Verdict | [Verdict, Verdict])[], Verdict, string]>([
    [['on-track', 'off-track', 'off-track', 'at-target', 'slipping'], 'off-track', 'off track on 2 of 5'],
    [['off-track', 'deteriorating', 'on-track'], 'deteriorating', 'deteriorating on 1 of 3, off track or worse on 2'],
    [['missed', 'deteriorating'], 'missed', 'missed on 1 of 2, off track or worse on 2'],
    [['on-track', 'achieved'], 'on-track', 'on track on 1 of 2'],
    [['achieved', 'achieved'], 'achieved', 'achieved on 2 of 2'],
    [['cannot-tell-yet', 'slipping'], 'slipping', 'slipping on 1 of 2'],
    [['on-track', 'no-detectable-change'], 'no-detectable-change', 'no detectable change on 1 of 2'],
    [['on-track', ['no-detectable-change', 'slipping']], 'slipping', 'slipping on 1 of 2'],
    // a target without figures caps, and never hides one that is off track
    [['on-track', 'no-data'], 'cannot-tell-yet', 'cannot tell yet, on track or better on 1 of 2'],
    [['on-track', 'too-early'], 'cannot-tell-yet', 'cannot tell yet, on track or better on 1 of 2'],
    [['off-track', 'no-data', 'target-undefined'], 'off-track', 'off track on 1 of 3'],
    // awaiting its last figure: as the figure before said, and never on track
    [[['awaiting-figures', 'off-track']], 'off-track', 'off track on 1 of 1'],
    [[['awaiting-figures', 'on-track']], 'cannot-tell-yet', 'cannot tell yet, on track or better on 1 of 1'],
    // nothing judged
    [['no-data', 'target-undefined'], 'no-data', 'no data'],
    [['too-early', 'no-data'], 'too-early', 'too early'],
    [['target-not-comparable'], 'target-not-comparable', 'target not comparable'],
    [['target-undefined', 'target-undefined'], 'target-undefined', 'target undefined'],
    [[], 'target-undefined', 'target undefined'],
  ])('%j is %s', (targets, verdict, summary) => {
    expect(judge(headline(...targets))).toMatchObject({ verdict, summary });
  });

  it('transport: an open term and a bus measure that stops do not come out on track', () => {
    const targets: TargetOfMission[] = [
      ...headline('target-undefined', 'no-data'),
      { slug: 'bus', title: 'Bus waiting times', role: 'supporting', verdict: 'on-track' },
    ];
    const found = judge(targets, 1, 2);
    expect(found.verdict).toBe('no-data');
    expect(found.sentence).toBe(
      'None of the 2 headline targets can be judged: no data. Also, 1 term of its text is not defined and 2 clauses of its text have no metric.',
    );
    // not even if its only headline target were
    const best = judge([...headline('on-track')], 1, 2);
    expect(best).toMatchObject({ verdict: 'cannot-tell-yet', capped: true });
    expect(best.sentence).toBe(
      '1 of 1 headline target is on track or better. It cannot be called on track while 1 term of its text is not defined and 2 clauses of its text have no metric.',
    );
  });

  it('pride in place: no headline target with a test is target undefined', () => {
    expect(judge(headline('target-undefined'), 1).sentence).toBe(
      'The one headline target names no test that figures could pass or fail. Also, 1 term of its text is not defined.',
    );
    expect(judge([{ slug: 's', title: 'S', role: 'supporting', verdict: 'off-track' }])).toMatchObject({
      verdict: 'target-undefined',
      sentence: 'The mission has no headline target that figures could judge.',
    });
  });

  it('counts open ends beside a mission that is off track, and says what changed in a year', () => {
    const found = judgeMission({
      targets: headline('off-track', 'no-data'),
      openTerms: 2,
      uncoveredClauses: 0,
      lastYear: 'slipping',
    });
    expect(found.sentence).toBe(
      'Off track on 1 of 2 headline targets (Target 1). Also, 2 terms of its text are not defined and 1 headline target cannot be judged. A year ago it was “slipping”.',
    );
    expect(found.decidedBy).toEqual(['t1']);
    expect(found.counts).toEqual({
      headline: 2,
      judged: 1,
      offTrackOrWorse: 1,
      onTrackOrBetter: 0,
      withoutFigures: 1,
      awaitingFigures: 0,
      openTerms: 2,
      uncoveredClauses: 0,
    });
    expect(
      judgeMission({ targets: headline('off-track'), openTerms: 0, uncoveredClauses: 0, lastYear: 'off-track' })
        .sentence,
    ).toMatch(/ A year ago it was the same\.$/);
  });

  it('tells a target that awaits its figure from one that cannot be judged', () => {
    const found = judge(headline(['awaiting-figures', 'deteriorating'], 'deteriorating', 'target-undefined', 'awaiting-figures'));
    expect(found.sentence).toBe(
      'Deteriorating on 2 of 4 headline targets (Target 1; Target 2). Also, 2 headline targets cannot be judged and 1 target counts by its last figure while the one that decides is awaited.',
    );
    expect(found.counts).toMatchObject({ judged: 2, withoutFigures: 2, awaitingFigures: 1 });
  });

  it('names three of very many', () => {
    expect(judge(headline('missed', 'missed', 'missed', 'missed', 'missed')).sentence).toBe(
      'Missed on 5 of 5 headline targets (Target 1; Target 2; Target 3; and 2 more).',
    );
  });

  it('holds its laws for any set of targets', () => {
    const target = fc
      .tuple(
        fc.constantFrom(...VERDICT_SLUGS),
        fc.constantFrom<'headline' | 'supporting'>('headline', 'supporting'),
        fc.nat(),
      )
      .map(([verdict, role, id]): TargetOfMission => ({ slug: `s${id}`, title: 'T', role, verdict }));
    fc.assert(
      fc.property(fc.array(target, { maxLength: 6 }), fc.nat(2), fc.nat(2), (targets, openTerms, uncovered) => {
        const found = judge(targets, openTerms, uncovered);
        const words = targets.filter(({ role }) => role === 'headline').map(({ verdict }) => verdict);
        // one off track is never hidden, and none is invented
        expect(isOffTrackOrWorse(found.verdict)).toBe(words.some(isOffTrackOrWorse));
        // on track only where every headline target is and nothing is open
        const clean = openTerms + uncovered === 0 && words.length > 0 && words.every(isOnTrackOrBetter);
        expect(isOnTrackOrBetter(found.verdict)).toBe(clean);
        // never better than any judged headline target
        for (const word of words) expect(severityOf(found.verdict) ?? 9).toBeGreaterThanOrEqual(severityOf(word) ?? 0);
        // supporting targets decide nothing
        expect(
          judge(
            targets.filter(({ role }) => role === 'headline'),
            openTerms,
            uncovered,
          ),
        ).toEqual(found);
        expect(found.sentence).toMatch(/^[A-Z0-9].*\.$/);
      }),
      { numRuns: 300 },
    );
  });
});
