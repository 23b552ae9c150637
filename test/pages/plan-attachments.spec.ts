import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Attachment } from '#features/attachments/attachment.entity.js';
import { CalendarDay } from '#features/calendar/calendar-day.entity.js';
import { checksumOf } from '#features/submissions/content-checksum.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionVersion } from '#features/submissions/submission-version.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { Review } from '#features/reviews/review.entity.js';
import { ReviewsService } from '#features/reviews/reviews.service.js';
import { actorOf } from '../factories/delivered-return.factory.js';
import { type PlanPages, startPlanPages, textOf } from '../factories/plan-pages.factory.js';
import { openedAs } from '../factories/submission.factory.js';
import { type Agent } from '../support/application.js';
import { AttachmentDesk } from '../support/attachment-desk.js';
import { faultsOf } from '../support/valid-page.js';

const CSV = Buffer.from('area,value\nE1,2\n');
const CROSSWALK = '/frameworks/levelling-up-2022/missions/education/plans';

describe('files of an outcome delivery plan', () => {
  let plans: PlanPages;
  let desk: AttachmentDesk;
  let official: Agent;
  let sro: Agent;
  let other: Agent;
  let member: Agent;

  beforeAll(async () => {
    plans = await startPlanPages();
    desk = new AttachmentDesk(plans.waymark, 'delivery-plans');
    ({ official, sro, other, member } = plans.agents);
  }, 60_000);
  afterAll(() => plans?.waymark.close());

  const read = ({ id }: Submission): Promise<Submission> => plans.waymark.dataSource.getRepository(Submission).findOneByOrFail({ id });
  const fileOf = ({ id }: Submission): Promise<Attachment> => plans.waymark.dataSource.getRepository(Attachment).findOneByOrFail({ submissionId: id });
  const attached = async (content = CSV): Promise<{ plan: Submission; file: Attachment }> => {
    const plan = await plans.make.write(await plans.make.open('delivery-plan'));
    expect((await desk.attach(official, plan.id, { content, name: 'survey.csv' })).status).toBe(303);
    return { plan, file: await fileOf(plan) };
  };
  const deliver = async (plan: Submission): Promise<void> => {
    const submissions = plans.waymark.get(SubmissionsService);
    const sent = await submissions.move(actorOf(plans.education.people.official), openedAs(await read(plan)), 'send-for-sign-off');
    await submissions.move(actorOf(plans.education.people.sro), openedAs(sent), 'submit');
  };
  const accept = async ({ id }: Submission): Promise<void> => {
    const { waymark, education } = plans;
    await waymark.runJobs();
    const reviewer = actorOf(education.people.reviewer);
    const current = (): Promise<Review> => waymark.dataSource.getRepository(Review).findOneByOrFail({ submissionId: id });
    const review = await current();
    await waymark.get(ReviewsService).claim(reviewer, review.id, review.rowVersion);
    await waymark.get(ReviewsService).decide(reviewer, review.id, { draft: { decision: 'accepted', reasons: [] }, rowVersion: (await current()).rowVersion });
  };
  const statusFor = async (agent: Agent, address: string): Promise<number> => (await agent.get(address).redirects(0)).status;

  it('are a section of its task list, listed at check answers and where it is signed', async () => {
    const { plan } = await attached();
    const show = await plans.waymark.open(official, `/delivery-plans/${plan.id}`);
    const task = show.$(`.govuk-task-list a[href="/delivery-plans/${plan.id}/attachments"]`).closest('li');
    expect(task.text().replaceAll(/\s+/g, ' ').trim()).toBe('Attachments 1 file Completed');
    const list = await plans.waymark.open(official, desk.listOf(plan.id));
    expect(list.$('main').text()).toContain('They become public with the plan once the council accepts it.');
    expect(textOf(list, 'tbody th')[0]).toContain('A survey survey.csv');
    expect(await faultsOf(list.response.text)).toEqual([]);
    expect(list.$('a:contains("Continue")').attr('href')).toBe(`/delivery-plans/${plan.id}/check`);
    const check = await plans.waymark.open(official, `/delivery-plans/${plan.id}/check`);
    expect(textOf(check, 'dt')).toContain('Attachment: A survey');
    expect(check.$(`main a[href="${desk.listOf(plan.id)}"]`).length).toBeGreaterThan(0);
    await plans.waymark.submit(official, `/delivery-plans/${plan.id}/check`, {});
    expect((await plans.waymark.open(sro, `/delivery-plans/${plan.id}/sign-off`)).$('main').text()).toContain('survey.csv, 1 KB, checked');
    expect((await plans.waymark.open(official, `/delivery-plans/${plan.id}/sections/attachments`)).status).toBe(404);
  });

  it('are checked as those of a return', async () => {
    const plan = await plans.make.open('delivery-plan');
    const told = async (file: Parameters<AttachmentDesk['attach']>[2]): Promise<string[]> => textOf(await plans.waymark.open(official, (await desk.attach(official, plan.id, file)).to), '.govuk-error-summary a');
    expect(await told({ content: CSV, name: 'a.csv', title: ' ' })).toEqual(['Enter a title that says what the file is']);
    expect(await told({ content: Buffer.from('MZ'), name: 'a.exe' })).toHaveLength(1);
    expect(await told({ content: Buffer.from('MZ not a pdf'), name: 'a.pdf' })).toHaveLength(1);
    await desk.attach(official, plan.id, { content: CSV, name: 'a.csv' });
    expect(await told({ content: CSV, name: 'b.csv' })).toEqual(['This very file is attached already as a.csv']);
    const file = await fileOf(plan);
    await plans.waymark.submit(official, `${desk.listOf(plan.id)}/${file.id}/remove`, {});
    expect((await fileOf(plan)).state).toBe('removed');
    // neither kind is reached at the other's address
    expect(await statusFor(official, `/evidence-returns/${plan.id}/attachments`)).toBe(404);
    expect((await new AttachmentDesk(plans.waymark).attach(official, plan.id, { content: CSV, name: 'c.csv' })).status).toBe(404);
  });

  it('belong to the version for good, are read by nobody before they should be, and are public with the plan', async () => {
    const { plan, file } = await attached(Buffer.from('area,value\nE1,3\n'));
    const { waymark } = plans;
    const [own, open] = [`/attachments/${file.id}`, `/published-attachments/${file.id}`];
    const readers = async (): Promise<number[]> => Promise.all([statusFor(official, own), statusFor(sro, own), statusFor(member, own), statusFor(other, own), statusFor(waymark.visitor(), own), statusFor(waymark.visitor(), open)]);
    expect(await readers()).toEqual([200, 200, 403, 403, 303, 404]);
    for (const agent of [sro, other, member]) expect((await desk.attach(agent, plan.id, { content: Buffer.from('a,b\n'), name: 'x.csv' })).status).toBe(403);
    expect([await statusFor(other, desk.listOf(plan.id)), await statusFor(member, desk.listOf(plan.id))]).toEqual([403, 403]);

    await deliver(plan);
    expect(await readers()).toEqual([200, 200, 200, 403, 303, 404]);
    const [version] = await waymark.dataSource.getRepository(SubmissionVersion).findBy({ submissionId: plan.id });
    expect(version?.content['attachments']).toEqual([{ id: file.id, name: 'survey.csv', title: 'A survey', type: 'text/csv', bytes: 16, checksum: file.checksum }]);
    expect(checksumOf(version?.content)).toBe(version?.checksum);
    expect((await desk.attach(official, plan.id, { content: Buffer.from('a,b\n'), name: 'x.csv' })).status).toBe(409);
    await expect(waymark.dataSource.query('DELETE FROM attachment_chunks WHERE attachment_id = $1', [file.id])).rejects.toThrow('keeps its bytes');
    expect((await waymark.open(waymark.visitor(), CROSSWALK)).$(`a[href*="${file.id}"]`)).toHaveLength(0);
    expect((await waymark.open(member, CROSSWALK)).$(`a[href="${own}"]`)).toHaveLength(1);

    await accept(plan);
    expect(await readers()).toEqual([200, 200, 200, 403, 303, 200]);
    const page = await waymark.open(waymark.visitor(), CROSSWALK);
    expect(textOf(page, `a[href="${open}"]`)).toEqual(['A survey (survey.csv)']);
    expect(await faultsOf(page.response.text)).toEqual([]);
  });

  it('are held through a pre-election period, with the words of the plan', async () => {
    const { plan, file } = await attached(Buffer.from('area,value\nE1,4\n'));
    const { waymark } = plans;
    await deliver(plan);
    const today = waymark.clock.today();
    const later = new Date(Date.parse(`${today}T00:00:00Z`) + 20 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    const days = waymark.dataSource.getRepository(CalendarDay);
    await days.save(days.create({ kind: 'pre-election', nation: null, firstDay: today, lastDay: later, name: 'Election', source: 'gov.uk', enteredAt: waymark.clock.now(), droppedAt: null }));
    await accept(plan);
    expect(await statusFor(waymark.visitor(), `/published-attachments/${file.id}`)).toBe(404);
    expect((await waymark.open(waymark.visitor(), CROSSWALK)).$('main').text()).not.toContain(plan.reference);
    waymark.clock.advance(22 * 24 * 60 * 60 * 1000);
    expect(await statusFor(waymark.visitor(), `/published-attachments/${file.id}`)).toBe(200);
    expect((await waymark.open(waymark.visitor(), CROSSWALK)).$('main').text()).toContain(plan.reference);
  });
});
