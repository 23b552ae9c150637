import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SubmissionKind, type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { WebModule } from '../../apps/web/src/web.module.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { savePerson } from '../factories/delivered-return.factory.js';
import { saveEducationMission } from '../factories/education-mission.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';

const HANDED_IN: SubmissionStatus[] = ['submitted', 'withdrawn', 'in-review', 'changes-requested', 'accepted'];
const DRAFTS: SubmissionStatus[] = ['draft', 'awaiting-sign-off'];
const KINDS: SubmissionKind[] = ['evidence-return', 'delivery-plan'];

/** The council reads what is handed in without asking, in every state, of every department; nobody can take it away from there. */
describe('what the council reads', () => {
  let waymark: TestApplication;
  let make: SubmissionFactory;
  let readers: Record<string, Agent>;
  let others: Record<string, Agent>;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [WebModule, JobsModule] });
    const education = await saveEducationMission(waymark.dataSource);
    make = new SubmissionFactory(waymark, education);
    const { reviewer, member, chair, administrator, otherSro } = education.people;
    const statistician = await savePerson(waymark, 'Stat', ['statistician'], 'council');
    const agents = async (people: Record<string, { email: string }>): Promise<Record<string, Agent>> =>
      Object.fromEntries(await Promise.all(Object.entries(people).map(async ([name, { email }]) => [name, await waymark.signIn(email)] as const)));
    readers = await agents({ reviewer, member, chair });
    others = await agents({ administrator, otherSro, statistician });
  }, 60_000);
  afterAll(() => waymark?.close());

  const addressesOf = (kind: SubmissionKind, id: string): string[] => [`/${kind}s/${id}`, `/${kind}s/${id}/versions/1`, ...(kind === 'evidence-return' ? [`/evidence-returns/${id}/attachments`] : [])];

  it.each(KINDS.flatMap((kind) => HANDED_IN.map((status): [SubmissionKind, SubmissionStatus] => [kind, status])))('%s, %s: every one of its people does, and nobody outside', async (kind, status) => {
    const { id } = await make.in(status, kind);
    for (const [name, agent] of Object.entries(readers)) {
      for (const address of addressesOf(kind, id)) expect([name, address, (await waymark.open(agent, address)).status]).toEqual([name, address, 200]);
    }
    for (const [name, agent] of Object.entries(others)) expect([name, (await waymark.open(agent, `/${kind}s/${id}`)).status]).toEqual([name, 403]);
  });

  it.each(KINDS.flatMap((kind) => DRAFTS.map((status): [SubmissionKind, SubmissionStatus] => [kind, status])))('%s, %s: it is still the department’s own', async (kind, status) => {
    const { id } = await make.in(status, kind);
    for (const agent of Object.values(readers)) expect((await waymark.open(agent, `/${kind}s/${id}`)).status).toBe(403);
  });

  it('stays when the department withdraws it, and cannot be deleted or put back by SQL', async () => {
    const { id } = await make.in('withdrawn');
    for (const statement of ['DELETE FROM submission_versions WHERE submission_id = $1', 'DELETE FROM submissions WHERE id = $1', `UPDATE submissions SET delivered_versions = 0 WHERE id = $1`]) {
      await expect(waymark.dataSource.query(statement, [id])).rejects.toThrow();
    }
    expect((await waymark.open(readers['member'] as Agent, `/evidence-returns/${id}/versions/1`)).status).toBe(200);
  });

  it('every figure that is published, and the pages of metrics, without asking', async () => {
    for (const address of ['/figures', '/statistics/releases', '/data-gaps']) expect((await waymark.open(readers['reviewer'] as Agent, address)).status).toBe(200);
  });
});
