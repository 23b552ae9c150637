import { describe, expect, it } from '@jest/globals';
import { frameworkFaults } from './framework-faults.js';
import type { FrameworkDraft, KnownMetric } from './framework-draft.js';

/** The draft with every readonly taken off, so that a case can spoil one thing. */
type Open<T> = T extends readonly (infer Item)[] ? Open<Item>[] : T extends object ? { -readonly [Key in keyof T]: Open<T[Key]> } : T;

const metrics = new Map<string, KnownMetric>([
  ['ks2', { partOf: null, proxyFor: null }],
  ['hle', { partOf: null, proxyFor: null }],
  ['hle-male', { partOf: 'hle', proxyFor: null }],
  ['unrelated', { partOf: null, proxyFor: null }],
]);

function soundDraft(): Open<FrameworkDraft> {
  return {
    framework: { slug: 'f', publishedOn: '2022-02-02', startsOn: '2022-02-02', endsOn: '2030-12-31' },
    objectives: [{ slug: 'o' }],
    departments: [{ slug: 'dfe' }, { slug: 'dhsc' }],
    missions: [
      {
        slug: 'education',
        number: 5,
        objective: 'o',
        statement: 'By 2030, ninety per cent of children reach the standard, and HLE rises by five years.',
        leads: [{ department: 'dfe', from: '2022-02-02', to: null }],
        contributors: ['dhsc'],
        clauses: [
          { key: 'a', text: 'By 2030, ninety per cent of children\n  reach the standard,', coveredBy: ['ks2'] },
          { key: 'b', text: 'and HLE rises by five years.', coveredBy: [] },
        ],
        openTerms: [{ clause: 'a' }],
        headlineMetrics: ['ks2', 'hle'],
        targets: [
          {
            slug: 'ninety',
            clause: 'a',
            metric: 'ks2',
            role: 'headline',
            areas: { one: 'E92000001' },
            rule: { kind: 'level', value: 90 },
            baseline: { period: '2018-09-01/P1Y' },
            decides: { period: '2029-09-01/P1Y', releaseExpected: '2030-09-30' },
            milestones: [{ period: '2024-09-01/P1Y', kind: 'derived' }],
          },
          {
            slug: 'five-years',
            clause: 'b',
            metric: 'hle-male',
            role: 'headline',
            areas: { every: ['utla'], expected: 218, country: 'UK' },
            rule: { kind: 'gap', measure: 'highest-minus-lowest', beside: ['p90-minus-p10'] },
            baseline: { period: '2017-01-01/P3Y' },
            decides: { period: '2028-01-01/P3Y', releaseExpected: '2032-02-29' },
            milestones: [],
          },
        ],
      },
      {
        slug: 'pride',
        number: 9,
        objective: 'o',
        statement: 'Pride will have risen.',
        leads: [],
        contributors: [],
        clauses: [{ key: 'a', text: 'Pride will have risen.', coveredBy: [] }],
        openTerms: [],
        headlineMetrics: [],
        targets: [
          {
            slug: 'pride-rises',
            clause: 'a',
            metric: null,
            role: 'headline',
            areas: null,
            rule: { kind: 'undefined', reason: 'nobody has said what pride is' },
            baseline: null,
            decides: null,
            milestones: [],
          },
        ],
      },
    ],
  };
}

type Mission = Open<FrameworkDraft>['missions'][number];

function faultsAfter(spoil: (draft: Open<FrameworkDraft>, education: Mission, target: Mission['targets'][number]) => void): string[] {
  const draft = soundDraft();
  const education = draft.missions[0] as Mission;
  spoil(draft, education, education.targets[0] as Mission['targets'][number]);
  return frameworkFaults(draft, metrics).map(({ code, path }) => `${code} ${path.join('.')}`);
}

const target = 'missions.0.targets.0';

describe('frameworkFaults', () => {
  it('finds none in a sound file', () => expect(faultsAfter(() => undefined)).toEqual([]));

  it.each<[string, Parameters<typeof faultsAfter>[0], string[]]>([
    ['a date that is none', (draft) => (draft.framework.publishedOn = '2022-02-31'), ['no-date framework.publishedOn']],
    ['an end before the beginning', (draft) => (draft.framework.endsOn = '2021-12-31'), ['framework-ends-first framework.endsOn']],
    ['a mission twice', (draft) => ((draft.missions[1] as Mission).slug = 'education'), ['twice missions.1.slug']],
    ['a number twice', (draft) => ((draft.missions[1] as Mission).number = 5), ['twice missions.1.number']],
    ['an objective twice', (draft) => draft.objectives.push({ slug: 'o' }), ['twice objectives.1.slug']],
    ['a department twice', (draft) => draft.departments.push({ slug: 'dfe' }), ['twice departments.2.slug']],
    ['an unknown objective', (_, mission) => (mission.objective = 'x'), ['unknown-objective missions.0.objective']],
    ['an unknown contributor', (_, mission) => mission.contributors.push('mod'), ['unknown-department missions.0.contributors.1']],
    ['a contributor twice', (_, mission) => mission.contributors.push('dhsc'), ['twice missions.0.contributors.1']],
    [
      'two leads at once',
      (_, mission) => mission.leads.push({ department: 'dhsc', from: '2024-07-05', to: null }),
      ['two-leads-at-once missions.0.leads.1'],
    ],
    ['a clause in other words', (_, mission) => (mission.clauses[1] = { key: 'b', text: 'HLE falls', coveredBy: [] }), ['clause-not-in-statement missions.0.clauses.1.text']],
    ['a clause twice', (_, mission) => mission.clauses.push({ key: 'a', text: 'By 2030', coveredBy: [] }), ['twice missions.0.clauses.2.key']],
    ['an open term of no clause', (_, mission) => mission.openTerms.push({ clause: 'z' }), ['unknown-clause missions.0.openTerms.1.clause']],
    ['an unknown headline metric', (_, mission) => mission.headlineMetrics.push('x'), ['unknown-metric missions.0.headlineMetrics.2']],
    ['a clause covered by an unknown metric', (_, mission) => mission.clauses[1]?.coveredBy.push('x'), ['unknown-metric missions.0.clauses.1.coveredBy.0']],
    ['a target twice', (_, mission) => ((mission.targets[1] as Mission['targets'][number]).slug = 'ninety'), ['twice missions.0.targets.1.slug']],
    ['a target of no clause', (_, __, one) => (one.clause = 'z'), [`unknown-clause ${target}.clause`]],
    ['an unknown metric', (_, __, one) => (one.metric = 'x'), [`unknown-metric ${target}.metric`]],
    ['a headline target on a metric of nothing', (_, __, one) => (one.metric = 'unrelated'), [`metric-serves-no-headline ${target}.metric`]],
    ['a supporting target on any metric', (_, __, one) => Object.assign(one, { metric: 'unrelated', role: 'supporting' }), []],
    ['no metric', (_, __, one) => (one.metric = null), [`target-without-metric ${target}`]],
    ['no baseline', (_, __, one) => (one.baseline = null), [`target-without-baseline ${target}`]],
    ['a direction without a baseline', (_, __, one) => Object.assign(one, { rule: { kind: 'direction' }, baseline: null }), [`target-without-baseline ${target}`]],
    ['something to be done, without a baseline', (_, __, one) => Object.assign(one, { rule: { kind: 'binary' }, baseline: null }), []],
    ['nothing that decides', (_, __, one) => Object.assign(one, { decides: null, milestones: [] }), [`target-without-decision ${target}`]],
    ['an unknown rule', (_, __, one) => Object.assign(one, { rule: { kind: 'constructor' }, baseline: null }), [`unknown-rule ${target}.rule.kind`]],
    ['a level without a value', (_, __, one) => (one.rule = { kind: 'level' }), [`rule-field ${target}.rule`]],
    ['a level in words', (_, __, one) => (one.rule = { kind: 'level', value: '90%' }), [`rule-field ${target}.rule.value`]],
    ['a change by nothing', (_, __, one) => (one.rule = { kind: 'change-by', amount: 0 }), [`rule-field ${target}.rule.amount`]],
    ['a field of another rule', (_, __, one) => (one.rule = { kind: 'direction', value: 3 }), [`rule-field ${target}.rule.value`]],
    ['undefined without a reason', (_, __, one) => (one.rule = { kind: 'undefined' }), [`rule-field ${target}.rule`]],
    ['an unknown gap', (_, mission) => ((mission.targets[1] as Mission['targets'][number]).rule = { kind: 'gap', measure: 'width' }), ['rule-field missions.0.targets.1.rule.measure']],
    ['no areas', (_, __, one) => (one.areas = null), [`areas ${target}`]],
    ['areas in two forms', (_, __, one) => (one.areas = { one: 'E92000001', every: ['ltla'] }), [`areas ${target}.areas`]],
    ['a level over every area', (_, __, one) => (one.areas = { every: ['ltla'], expected: 361 }), [`areas ${target}.areas`]],
    ['every area as one', (_, __, one) => (one.rule = { kind: 'every-area', change: 'better' }), [`areas ${target}.areas`]],
    ['no area code', (_, __, one) => (one.areas = { one: 'England' }), [`areas ${target}.areas.one`]],
    ['a sum of one', (_, __, one) => (one.areas = { sum: ['E92000001'], name: 'x' }), [`areas ${target}.areas.sum`]],
    ['a sum without a name', (_, __, one) => (one.areas = { sum: ['E12000001', 'E12000002'] }), [`areas ${target}.areas`]],
    ['an unknown tier', (_, mission) => ((mission.targets[1] as Mission['targets'][number]).areas = { every: ['lad'], expected: 1 }), ['areas missions.0.targets.1.areas.every']],
    ['nobody knows how many', (_, mission) => ((mission.targets[1] as Mission['targets'][number]).areas = { every: ['ltla'] }), ['areas missions.0.targets.1.areas']],
    ['an unknown country', (_, mission) => ((mission.targets[1] as Mission['targets'][number]).areas = { every: ['ltla'], expected: 1, country: 'GB' }), ['areas missions.0.targets.1.areas.country']],
    ['a period of two meanings', (_, __, one) => (one.baseline = { period: '2018-19' }), [`no-period ${target}.baseline.period`]],
    [
      'a decision before the baseline',
      (_, __, one) => Object.assign(one, { decides: { period: '2017-09-01/P1Y', releaseExpected: '2018-09-30' }, milestones: [] }),
      [`decides-before-baseline ${target}.decides.period`],
    ],
    ['a decision at the baseline', (_, __, one) => Object.assign(one, { baseline: { period: '2029-09-01/P1Y' }, milestones: [] }), [`decides-before-baseline ${target}.decides.period`]],
    ['figures before their period ends', (_, __, one) => (one.decides = { period: '2029-09-01/P1Y', releaseExpected: '2030-08-30' }), [`release-before-period-ends ${target}.decides.releaseExpected`]],
    ['a milestone of no period', (_, __, one) => (one.milestones = [{ period: '2024/25', kind: 'derived' }]), [`no-period ${target}.milestones.0.period`]],
    ['a milestone after the end', (_, __, one) => (one.milestones = [{ period: '2030-09-01/P1Y', kind: 'derived' }]), [`milestone-outside ${target}.milestones.0`]],
    ['a milestone at the baseline', (_, __, one) => (one.milestones = [{ period: '2018-09-01/P1Y', kind: 'derived' }]), [`milestone-outside ${target}.milestones.0`]],
    ['an interim target without a value', (_, __, one) => (one.milestones = [{ period: '2024-09-01/P1Y', kind: 'interim-target' }]), [`milestone-value ${target}.milestones.0`]],
    ['a derived milestone with one', (_, __, one) => (one.milestones = [{ period: '2024-09-01/P1Y', kind: 'derived', value: 75 }]), [`milestone-value ${target}.milestones.0`]],
  ])('%s', (_, spoil, faults) => expect(faultsAfter(spoil)).toEqual(faults));

  it('names all faults at once', () => {
    const faults = faultsAfter((draft, mission, one) => {
      draft.framework.endsOn = 'soon';
      mission.objective = 'x';
      one.metric = 'x';
      one.baseline = null;
    });
    expect(faults).toEqual([
      'no-date framework.endsOn',
      'unknown-objective missions.0.objective',
      `unknown-metric ${target}.metric`,
      `target-without-baseline ${target}`,
    ]);
  });
});
