import { expect } from '@jest/globals';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { AttachmentsWebModule } from '#features/attachments/web/attachments-web.module.js';
import { DeliveryPlan } from '#features/delivery-plans/delivery-plan.entity.js';
import { DeliveryPlansWebModule } from '#features/delivery-plans/web/delivery-plans-web.module.js';
import { EvidenceReturnsModule } from '#features/evidence-returns/evidence-returns.module.js';
import { Mission } from '#features/missions/mission.entity.js';
import { MissionsWebModule } from '#features/missions/web/missions-web.module.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsWebModule } from '#features/submissions/web/submissions-web.module.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { savePerson } from './delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from './education-mission.factory.js';
import { SubmissionFactory } from './submission.factory.js';

/** The pages of plans with a department that leads one mission and contributes to another, and people of two departments and the council. */
export interface PlanPages {
  waymark: TestApplication;
  education: EducationMission;
  make: SubmissionFactory;
  /** `other` is official and SRO of the health department. */
  agents: Record<'official' | 'sro' | 'other' | 'member', Agent>;
  follow(agent: Agent, response: { status: number; headers: Record<string, unknown> }): Promise<Page>;
  draftOf(plan: Submission): Promise<DeliveryPlan>;
  /** Writes every section through its pages, as the official does: complete, and adding up. */
  fill(plan: Submission): Promise<void>;
}

export const textOf = ({ $ }: Page, selector: string): string[] => $(selector).toArray().map((element) => $(element).text().replaceAll(/\s+/g, ' ').trim());

export async function startPlanPages(): Promise<PlanPages> {
  const waymark = await startTestApplication({ modules: [AccessWebModule, AttachmentsWebModule, SubmissionsWebModule, DeliveryPlansWebModule, EvidenceReturnsModule, MissionsWebModule, JobsModule] });
  const education = await saveEducationMission(waymark.dataSource);
  await waymark.dataSource.getRepository(Mission).save({
    frameworkId: education.mission.frameworkId, slug: 'health', number: 7, focusArea: 'Health', objectiveSlug: 'o', statement: 'S', scope: 'england',
    maturity: 'agreed', clauses: [{ key: 'b', text: 'Live longer', coveredBy: [] }], openTerms: [], expertVerdicts: [], headlineMetrics: [], contributors: ['dfe'],
  });
  await savePerson(waymark, 'Otto Other', ['official', 'sro'], 'dhsc');
  const { official, sro, member } = education.people;
  const follow: PlanPages['follow'] = async (agent, response) => {
    expect(response.status).toBe(303);
    return waymark.open(agent, String(response.headers['location']));
  };
  const agents = {
    official: await waymark.signIn(official.email), sro: await waymark.signIn(sro.email), member: await waymark.signIn(member.email), other: await waymark.signIn('otto.other@dhsc.example.org'),
  };
  const draftOf: PlanPages['draftOf'] = ({ id }) => waymark.dataSource.getRepository(DeliveryPlan).findOneByOrFail({ submissionId: id });
  return { waymark, education, make: new SubmissionFactory(waymark, education), agents, follow, draftOf, fill: async (plan) => fill(waymark, agents.official, plan, draftOf) };
}

const from = { startsOnDay: '1', startsOnMonth: '4', startsOnYear: '2026', endsOnDay: '31', endsOnMonth: '3', endsOnYear: '2027' };

async function fill(waymark: TestApplication, official: Agent, plan: Submission, draftOf: PlanPages['draftOf']): Promise<void> {
  const send = async (path: string, fields: Record<string, unknown>): Promise<void> => {
    const answer = await waymark.submit(official, `/delivery-plans/${plan.id}${path}`, fields);
    expect([path, answer.status, answer.headers['location']]).toEqual([path, 303, expect.not.stringMatching(new RegExp(`${path}$`))]);
  };
  await send('/summary', { summary: 'Tutors.' });
  await send('/contributions/education', { contribution: 'Tutors in every school', policies: 'Tutoring', moneyMillions: '0.3', clauses: 'a' });
  await send('/lists/outcomes/add', { title: 'Pupils catch up', description: 'In every area' });
  await send('/lists/metrics/add', { metric: 'key-stage-2', mission: 'education', aim: '70% by March 2027', spendingReview: 'yes' });
  await send('/lists/policies/add', { title: 'Tutoring', mission: 'education', owner: 'Ada Hill', ownerJob: 'Director', ...from, clauses: 'a' });
  const policy = (await draftOf(plan)).policies[0]?.id ?? '';
  await send('/lists/milestones/add', { policy, title: 'First 100 tutors', dueOnDay: '30', dueOnMonth: '9', dueOnYear: '2026' });
  await send('/lists/programmes/add', { kind: 'private-commitment', title: 'Laptops', who: 'A maker', mission: 'education', moneyMillions: '2', otherwise: 'Fewer lessons online' });
  await send('/lists/funding/add', { title: 'Tutors', kind: 'resource', mission: 'education', moneyMillions: '0.1', source: 'Tutoring fund' });
  await send('/lists/funding/add', { title: 'Rooms', kind: 'capital', mission: 'education', moneyMillions: '0.2', source: 'Schools fund' });
  await send('/totals/funding', { total: '0.3' });
  await send('/lists/staffing/add', { team: 'Tutoring team', mission: 'education', staff: '7.5' });
  await send('/totals/staffing', { total: '7.5' });
  await send('/lists/dependencies/add', { department: 'dhsc', mission: 'education', what: 'School nurses', neededByDay: '1', neededByMonth: '9', neededByYear: '2026' });
}
