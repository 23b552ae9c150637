import { type OutcomeDraft } from '#domain/framework-closings/mission-outcome.js';
import { CouncilDecision } from '#features/council/council-decision.entity.js';
import { CouncilDecisionsService } from '#features/council/council-decisions.service.js';
import { FrameworkClosing } from '#features/framework-closings/framework-closing.entity.js';
import { FrameworkClosingsService } from '#features/framework-closings/framework-closings.service.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { MissionLead } from '#features/missions/mission-lead.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { definitionOf } from '#features/missions/target-definition.js';
import { Target } from '#features/missions/target.entity.js';
import { type TestApplication } from '../support/application.js';
import { actorOf } from './delivered-return.factory.js';
import { type EducationMission } from './education-mission.factory.js';

export const FRAMEWORK = 'levelling-up-2022';
export const DROPPED: OutcomeDraft = { outcome: 'dropped', reason: 'The government has moved on.', successorId: '' };

/** The council decides, with two votes, to close a framework. */
export async function decideToClose(waymark: TestApplication, { people }: EducationMission, about = FRAMEWORK): Promise<CouncilDecision> {
  const decisions = waymark.get(CouncilDecisionsService);
  const read = (reference: string): Promise<CouncilDecision> => waymark.dataSource.getRepository(CouncilDecision).findOneByOrFail({ reference });
  const { reference } = await decisions.propose(actorOf(people.member), { subject: 'framework-closing', about, missionId: null, title: 'Close the framework', text: 'The framework is closed.' });
  await decisions.open(actorOf(people.chair), await read(reference));
  for (const person of [people.member, people.chair]) await decisions.vote(actorOf(person), reference, { part: 'for', words: '' });
  return decisions.close(actorOf(people.chair), await read(reference), 'Agreed.');
}

export async function closingOf({ dataSource }: TestApplication, slug = FRAMEWORK): Promise<FrameworkClosing> {
  return dataSource.getRepository(FrameworkClosing).findOneOrFail({ where: { framework: { slug } }, relations: { framework: true } });
}

/** Decided, with day and reason, and every mission dropped; not announced. */
export async function prepareClosing(waymark: TestApplication, education: EducationMission, closesOn: string, slug = FRAMEWORK): Promise<FrameworkClosing> {
  const chair = actorOf(education.people.chair);
  const service = waymark.get(FrameworkClosingsService);
  const { id: decisionId } = await decideToClose(waymark, education, slug);
  await service.prepare(chair, slug, { closesOn, reason: 'A new government has other missions.', decisionId }, null);
  const missions = await waymark.dataSource.getRepository(Mission).find({ where: { framework: { slug } } });
  for (const mission of missions) await service.decideEnding(chair, slug, mission.slug, DROPPED, null);
  return closingOf(waymark, slug);
}

/** Announced; closed at once where the day is today. */
export async function announceClosing(waymark: TestApplication, education: EducationMission, closesOn: string, slug = FRAMEWORK): Promise<FrameworkClosing> {
  const { rowVersion } = await prepareClosing(waymark, education, closesOn, slug);
  await waymark.get(FrameworkClosingsService).announce(actorOf(education.people.chair), { framework: slug, rowVersion });
  return closingOf(waymark, slug);
}

/** A second framework beside the first, with a mission of the same slug and number, led by the other department, on the same figures. */
export async function saveSecondFramework({ dataSource }: TestApplication, { organisations, metric }: EducationMission): Promise<{ framework: Framework; mission: Mission; target: Target }> {
  const framework = await dataSource.getRepository(Framework).save({
    slug: 'plan-for-change-2024', title: 'Plan for Change', summary: 'Five missions.', source: 'Command paper', publishedOn: '2024-12-05', startsOn: '2024-12-05',
    endsOn: '2029-12-31', reportDuty: null, objectives: [{ slug: 'o', title: 'Opportunity' }], fileChecksum: 'y', importedAt: new Date('2026-01-05T09:00:00Z'), closedAt: null,
  });
  const mission = await dataSource.getRepository(Mission).save({
    frameworkId: framework.id, slug: 'education', number: 5, focusArea: 'Opportunity for all', objectiveSlug: 'o', statement: 'Every child', scope: 'england',
    maturity: 'agreed', clauses: [{ key: 'a', text: 'S', coveredBy: ['key-stage-2'] }], openTerms: [], expertVerdicts: [], headlineMetrics: ['key-stage-2'], contributors: [],
  });
  await dataSource.getRepository(MissionLead).save({ missionId: mission.id, organisationId: organisations.dhsc.id, from: '2024-12-05', to: null, basis: 'paper' });
  const asked = { rule: { kind: 'level', value: 80 }, areas: { one: 'E92000001' }, baseline: { period: '2018-09-01/P1Y', reason: 'r' }, decides: { period: '2028-09-01/P1Y', releaseExpected: '2029-12-15' }, milestones: [] };
  const { slug } = await dataSource.getRepository(Metric).findOneByOrFail({ id: metric.id });
  const target = await dataSource.getRepository(Target).save({
    ...asked, firstPublished: definitionOf(asked, { slug, method: null }), missionId: mission.id, slug: 'expected-standard', title: '80% reach the expected standard', clauseKey: 'a', metricId: metric.id, role: 'headline', notComparable: null, note: null, position: 1,
  });
  return { framework, mission, target };
}
