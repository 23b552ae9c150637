import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { Attachment } from '#features/attachments/attachment.entity.js';
import { AttachmentsWebModule } from '#features/attachments/web/attachments-web.module.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { EvidenceReturnsWebModule } from '#features/evidence-returns/web/evidence-returns-web.module.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsWebModule } from '#features/submissions/web/submissions-web.module.js';
import { WorkbooksWebModule } from '#features/workbooks/web/workbooks-web.module.js';
import { KeptForm } from '#platform/pages/kept-form.entity.js';
import { savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { faultsOf } from '../support/valid-page.js';

const MODULES = [AccessWebModule, SubmissionsWebModule, EvidenceReturnsWebModule, AttachmentsWebModule, WorkbooksWebModule, DeliveryPlansModule, JobsModule];
const CSV = Buffer.from('area,value\nLeeds,61\n');
const GONE = 'The file survey of heads.csv was not kept, because files never are: you have to choose it again. Choose the file again';

describe('a form with a file that comes when its session is gone', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let make: SubmissionFactory;
  let submission: Submission;
  let official: Agent;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: MODULES });
    education = await saveEducationMission(waymark.dataSource);
    make = new SubmissionFactory(waymark, education);
    await savePerson(waymark, 'Otto Other', ['official'], 'dfe');
  });
  beforeEach(async () => {
    submission = await make.in('draft');
    official = await waymark.signIn(education.people.official.email);
  });
  afterAll(() => waymark?.close());

  const addPage = (): string => `/evidence-returns/${submission.id}/attachments/add`;
  const workbookPage = (): string => `/evidence-returns/${submission.id}/workbook`;
  const tokenOf = async (agent: Agent, page: string): Promise<string> => (await waymark.open(agent, page)).$('main form input[name="_csrf"]').attr('value') ?? '';
  const endSessions = (): Promise<unknown> => waymark.dataSource.query('DELETE FROM sessions');
  const forms = (): Promise<number> => waymark.dataSource.getRepository(KeptForm).count();
  const files = (): Promise<number> => waymark.dataSource.getRepository(Attachment).countBy({ submissionId: submission.id });
  const noticeOf = ({ $ }: Page): string => $('.govuk-notification-banner__content').text().replaceAll(/\s+/g, ' ').trim();
  /** As a browser sends it: the token first, the file last. */
  const send = async (agent: Agent, page: string, fields: Record<string, string>, content: Buffer | null = CSV): Promise<[number, string | undefined]> => {
    const form = agent.post(page).redirects(0).set('Host', new URL(waymark.address).host).set('Referer', `${waymark.address}${page}`);
    for (const [name, value] of Object.entries(fields)) form.field(name, value);
    const { status, headers } = await (content ? form.attach('file', content, 'survey of heads.csv') : form);
    return [status, headers['location'] as string | undefined];
  };
  const signInAs = async (agent: Agent, name: string): Promise<string> => {
    const { $ } = await waymark.open(agent, '/sign-in');
    const person = $('form[action="/sign-in/demo"]').filter((_, form) => $(form).text().includes(name)).find('input[name="person"]').attr('value');
    return String((await waymark.submit(agent, '/sign-in', { person }, '/sign-in/demo')).headers['location']);
  };

  it('keeps its text, and says with a link that the file has to be chosen again', async () => {
    const _csrf = await tokenOf(official, addPage());
    await endSessions();
    expect(await send(official, addPage(), { _csrf, title: 'Survey of heads, wave 3' })).toEqual([303, '/sign-in']);
    expect((await waymark.open(official, '/sign-in')).$('.govuk-inset-text').text()).toContain('What you typed is kept for 24 hours');
    expect(await signInAs(official, education.people.official.name)).toBe(addPage());
    const page = await waymark.open(official, addPage());
    expect(page.$('#title').attr('value')).toBe('Survey of heads, wave 3');
    expect(noticeOf(page)).toBe(`You were signed out before this was saved. What you typed is still here: check it, then save it. ${GONE}`);
    const href = page.$('.govuk-notification-banner__link').attr('href') ?? '';
    expect([href, page.$(`#${href.split('#')[1]}`).attr('type')]).toEqual([`${addPage()}#file`, 'file']);
    expect([await faultsOf(page.response.text), await files(), await forms()]).toEqual([[], 0, 0]);
    expect(noticeOf(await waymark.open(official, addPage()))).toBe('');
  });

  it('keeps its text where somebody signed out in another window, and where twelve hours are over', async () => {
    const _csrf = await tokenOf(official, addPage());
    await waymark.submit(official, '/sign-out', {});
    expect(await send(official, addPage(), { _csrf, title: 'One' })).toEqual([303, '/sign-in']);
    expect(await signInAs(official, education.people.official.name)).toBe(addPage());
    expect((await waymark.open(official, addPage())).$('#title').attr('value')).toBe('One');

    const second = await tokenOf(official, addPage());
    const before = waymark.clock.now();
    waymark.clock.set(new Date(before.getTime() + 12.1 * 60 * 60 * 1000).toISOString());
    expect(await send(official, addPage(), { _csrf: second, title: 'Two' })).toEqual([303, '/sign-in']);
    expect(await signInAs(official, education.people.official.name)).toBe(addPage());
    expect((await waymark.open(official, addPage())).$('#title').attr('value')).toBe('Two');
    waymark.clock.set(before.toISOString());
  });

  it('comes back at once where the same person has signed in anew, with what stood behind the file too', async () => {
    const _csrf = await tokenOf(official, addPage());
    await endSessions();
    await signInAs(official, education.people.official.name);
    const form = official.post(addPage()).redirects(0).set('Host', new URL(waymark.address).host).set('Referer', `${waymark.address}${addPage()}`);
    const late = await form.field('_csrf', _csrf).attach('file', CSV, 'survey of heads.csv').field('title', 'Behind the file');
    expect([late.status, late.headers['location']]).toEqual([303, addPage()]);
    const page = await waymark.open(official, addPage());
    expect([page.$('#title').attr('value'), await files()]).toEqual(['Behind the file', 0]);
    expect(noticeOf(page)).toMatch(/^You have signed in again since you opened this page, so it was not saved yet\. What you typed .* Choose the file again$/);
  });

  it('says it of a form that has nothing but its file, and of a file without a title', async () => {
    for (const page of [workbookPage(), addPage()]) {
      const _csrf = await tokenOf(official, page);
      await endSessions();
      expect(await send(official, page, { _csrf })).toEqual([303, '/sign-in']);
      expect(await signInAs(official, education.people.official.name)).toBe(page);
      const back = await waymark.open(official, page);
      expect(noticeOf(back)).toBe(`You were signed out before this was saved. ${GONE}`);
      expect([back.$('.govuk-notification-banner__link').attr('href'), await faultsOf(back.response.text)]).toEqual([`${page}#file`, []]);
    }
  });

  it('says nothing of a file where none was chosen', async () => {
    const _csrf = await tokenOf(official, addPage());
    await endSessions();
    await send(official, addPage(), { _csrf, title: 'A title' }, null);
    await signInAs(official, education.people.official.name);
    expect(noticeOf(await waymark.open(official, addPage()))).toBe('You were signed out before this was saved. What you typed is still here: check it, then save it.');
  });

  it('is kept for whoever typed it where somebody else is signed in by now, and given to nobody else', async () => {
    const _csrf = await tokenOf(official, addPage());
    for (const [index, name] of ['Otto Other', education.people.reviewer.name].entries()) {
      await waymark.submit(official, '/sign-out', {});
      await signInAs(official, name);
      const [status] = await send(official, addPage(), { _csrf, title: 'Mine' });
      expect([name, status, await forms(), await files()]).toEqual([name, 403, index + 1, 0]);
    }
    await waymark.submit(official, '/sign-out', {});
    expect(await signInAs(official, education.people.official.name)).toBe(addPage());
    expect((await waymark.open(official, addPage())).$('#title').attr('value')).toBe('Mine');
  });

  it('loses no title where the return was sent for sign-off meanwhile', async () => {
    const _csrf = await tokenOf(official, addPage());
    await waymark.submit(official, `/evidence-returns/${submission.id}/check`, {});
    const form = official.post(addPage()).redirects(0).field('_csrf', _csrf).field('title', 'Survey of heads, wave 3').attach('file', CSV, 'survey.csv');
    const { status, text } = await form;
    const $ = load(text);
    expect([status, $('textarea').text(), await files(), await faultsOf(text)]).toEqual([409, 'Survey of heads, wave 3', 0, []]);
    expect($(`main a[href="/evidence-returns/${submission.id}/attachments"]`)).toHaveLength(1);
  });

  it.each<[string, string | undefined]>([['no token', undefined], ['a token of nobody', 'a'.repeat(64)]])('with %s is neither kept nor done', async (_, token) => {
    const before = await forms();
    expect(await send(waymark.visitor(), addPage(), { ...(token ? { _csrf: token } : {}), title: 'x' })).toEqual([303, '/sign-in']);
    expect((await send(official, addPage(), { ...(token ? { _csrf: token } : {}), title: 'x' }))[0]).toBe(403);
    expect([await forms(), await files()]).toEqual([before, 0]);
  });
});
