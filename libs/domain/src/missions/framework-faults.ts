import { dayFrom } from '#domain/observations/calendar-day.js';
import { clauseFaults } from './clause-faults.js';
import { type Fault, type FaultPath, repeatedEntries } from './file-fault.js';
import type { FrameworkDraft, KnownMetric, MissionDraft } from './framework-draft.js';
import { leadFaults } from './lead-faults.js';
import { targetFaults } from './target-faults.js';
import { vacancyFaults } from './vacancy-faults.js';

/**
 * Everything that a framework file says and cannot mean, all at once, in the order of the file.
 * @param metrics the catalogue, by slug
 */
export function frameworkFaults(draft: FrameworkDraft, metrics: ReadonlyMap<string, KnownMetric>): Fault[] {
  const objectives = new Set(draft.objectives.map(({ slug }) => slug));
  const departments = new Set(draft.departments.map(({ slug }) => slug));
  return [
    ...dateFaults(draft),
    ...repeatedEntries(draft.objectives, ({ slug }) => slug, ['objectives'], 'slug'),
    ...repeatedEntries(draft.departments, ({ slug }) => slug, ['departments'], 'slug'),
    ...repeatedEntries(draft.missions, ({ slug }) => slug, ['missions'], 'slug'),
    ...repeatedEntries(draft.missions, ({ number }) => number, ['missions'], 'number'),
    ...draft.missions.flatMap((mission, index) => {
      const path = ['missions', index];
      return [
        ...unknown([mission.objective], objectives, 'objective', () => [...path, 'objective']),
        ...leadFaults(mission.leads, departments, [...path, 'leads']),
        ...vacancyFaults(mission.vacancies ?? [], mission.leads, path),
        ...unknown(mission.contributors, departments, 'department', (at) => [...path, 'contributors', at]),
        ...missionFaults(mission, metrics, path),
      ];
    }),
  ];
}

function missionFaults(mission: MissionDraft, metrics: ReadonlyMap<string, KnownMetric>, path: FaultPath): Fault[] {
  const { clauses, contributors, headlineMetrics, targets } = mission;
  return [
    ...repeatedEntries(contributors, (slug) => slug, [...path, 'contributors']),
    ...repeatedEntries(clauses, ({ key }) => key, [...path, 'clauses'], 'key'),
    ...clauseFaults(mission, path),
    ...clauses.flatMap(({ coveredBy }, clause) =>
      unknown(coveredBy, metrics, 'metric', (at) => [...path, 'clauses', clause, 'coveredBy', at]),
    ),
    ...repeatedEntries(headlineMetrics, (slug) => slug, [...path, 'headlineMetrics']),
    ...unknown(headlineMetrics, metrics, 'metric', (at) => [...path, 'headlineMetrics', at]),
    ...repeatedEntries(targets, ({ slug }) => slug, [...path, 'targets'], 'slug'),
    ...targets.flatMap((target, index) => targetFaults(target, headlineMetrics, metrics, [...path, 'targets', index])),
  ];
}

function dateFaults({ framework }: FrameworkDraft): Fault[] {
  const fields = ['publishedOn', 'startsOn', 'endsOn'] as const;
  const unreal = fields.filter((field) => !dayFrom(framework[field]));
  if (unreal.length > 0) {
    return unreal.map((field) => ({ code: 'no-date', path: ['framework', field], message: `${framework[field]} is not a date (YYYY-MM-DD)` }));
  }
  if (framework.startsOn < framework.endsOn) return [];
  const message = `the framework ends on ${framework.endsOn}, before it begins on ${framework.startsOn}`;
  return [{ code: 'framework-ends-first', path: ['framework', 'endsOn'], against: ['framework', 'startsOn'], message }];
}

function unknown(
  slugs: readonly string[],
  known: { has(slug: string): boolean },
  what: 'objective' | 'department' | 'metric',
  pathOf: (index: number) => FaultPath,
): Fault[] {
  const where = what === 'metric' ? 'in the catalogue' : `among the ${what}s of this file`;
  return slugs.flatMap((slug, index) =>
    known.has(slug) ? [] : [{ code: `unknown-${what}`, path: pathOf(index), message: `the ${what} ${slug} is not ${where}` }],
  );
}
