import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EvidenceReturnAnswers } from '#domain/evidence-returns/evidence-return-content.js';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { DeliveryPlansModule } from '#features/delivery-plans/delivery-plans.module.js';
import { EvidenceReturn } from '#features/evidence-returns/evidence-return.entity.js';
import { EvidenceReturnsService } from '#features/evidence-returns/evidence-returns.service.js';
import { EvidenceReturnsWebModule } from '#features/evidence-returns/web/evidence-returns-web.module.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { Submission as SubmissionRow } from '#features/submissions/submission.entity.js';
import { WorkbookUpload } from '#features/workbooks/workbook-upload.entity.js';
import { WorkbooksWebModule } from '#features/workbooks/web/workbooks-web.module.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { actorOf, ANSWERS, savePerson } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { HOSTILE_FILES } from '../factories/hostile-files.factory.js';
import { openedAs, SubmissionFactory } from '../factories/submission.factory.js';
import { OpenWorkbook } from '../factories/workbook.factory.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type Agent, type Page, startTestApplication, type TestApplication } from '../support/application.js';
import { faultsOf } from '../support/valid-page.js';

const textOf = ({ $ }: Page, selector: string): string[] => $(selector).toArray().map((element) => $(element).text().replaceAll(/\s+/g, ' ').trim());
const EVIDENCE: EvidenceReturnAnswers['evidence'] = [{ id: '', kind: 'evaluation', strength: 'moderate', claim: 'Tutoring adds two months', source: 'Education Endowment Foundation', page: 'page 14', link: '', attachment: null }];

describe('a return as a workbook', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let make: SubmissionFactory;
  let official: Agent;
  let sro: Agent;
  let other: Agent;
  let member: Agent;

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: [AccessWebModule, EvidenceReturnsWebModule, WorkbooksWebModule, DeliveryPlansModule, JobsModule] });
    education = await saveEducationMission(waymark.dataSource);
    make = new SubmissionFactory(waymark, education);
    const otto = await savePerson(waymark, 'Otto Other', ['official', 'sro'], 'dhsc');
    const { people } = education;
    [official, sro, other, member] = (await Promise.all([people.official, people.sro, otto, people.member].map(({ email }) => waymark.signIn(email)))) as [Agent, Agent, Agent, Agent];
  });
  afterAll(() => waymark?.close());

  const pageOf = ({ id }: Submission): string => `/evidence-returns/${id}/workbook`;
  const read = ({ id }: Submission): Promise<Submission> => waymark.dataSource.getRepository(SubmissionRow).findOneByOrFail({ id });
  const draftOf = ({ id }: Submission): Promise<EvidenceReturn> => waymark.dataSource.getRepository(EvidenceReturn).findOneByOrFail({ submissionId: id });
  const save = async (submission: Submission, answers: Partial<EvidenceReturnAnswers>): Promise<Submission> =>
    waymark.get(EvidenceReturnsService).save(actorOf(education.people.official), openedAs(await read(submission)), answers);
  const written = async (): Promise<Submission> => save(await make.in('draft'), { evidence: EVIDENCE });
  const download = async (submission: Submission, agent = official): Promise<{ status: number; bytes: Buffer; headers: Record<string, string> }> => {
    const answer = await agent.get(`${pageOf(submission)}.xlsx`).buffer(true).parse((response, done) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => done(null, Buffer.concat(pieces)));
    });
    return { status: answer.status, bytes: answer.body as Buffer, headers: answer.headers as Record<string, string> };
  };
  const opened = async (submission: Submission): Promise<OpenWorkbook> => OpenWorkbook.of((await download(submission)).bytes);
  const upload = async (submission: Submission, bytes: Buffer, { agent = official, name = 'return.xlsx', token }: { agent?: Agent; name?: string; token?: string } = {}): Promise<{ status: number; to: string }> => {
    const csrf = token ?? (await waymark.open(agent, '/sign-out')).$('input[name="_csrf"]').attr('value') ?? '';
    const { status, headers } = await agent.post(pageOf(submission)).redirects(0).set('Host', new URL(waymark.address).host).set('Referer', `${waymark.address}${pageOf(submission)}`).field('_csrf', csrf).attach('file', bytes, name);
    return { status, to: String(headers['location'] ?? '') };
  };
  const refusals = async (submission: Submission, bytes: Buffer, name?: string): Promise<string[]> => {
    const { status, to } = await upload(submission, bytes, name === undefined ? {} : { name });
    expect([status, to]).toEqual([303, pageOf(submission)]);
    return textOf(await waymark.open(official, to), '.govuk-error-summary a');
  };

  it('goes out, comes back changed, shows what it changes, and is saved', async () => {
    const submission = await written();
    const page = await waymark.open(official, pageOf(submission));
    expect(page.$('main a[download]').attr('href')).toBe(`${pageOf(submission)}.xlsx`);
    const { status, headers } = await download(submission);
    expect([status, headers['content-disposition'], headers['content-type']]).toEqual([200, `attachment; filename="${submission.reference}.xlsx"`, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);

    const book = (await opened(submission)).type('Answers!C3', 'Catch-up hubs opened in thirty places.').type('Answers!C4', 'Red').type('Next steps!B2', 'Train tutors').type('Next steps!C2', 'Ben').type('Next steps!D2', '31/1/2027');
    const before = await draftOf(submission);
    const { to } = await upload(submission, await book.save());
    expect(to).toMatch(new RegExp(`^${pageOf(submission)}/[0-9a-f-]{36}$`));
    expect(await draftOf(submission)).toEqual(before);
    const compare = await waymark.open(official, to);
    expect([textOf(compare, 'del'), textOf(compare, 'ins')]).toEqual([
      ['removed: twenty end of change', 'removed: Amber end of change'],
      ['added: thirty end of change', 'added: Red end of change', 'added: Train tutors Ben, by 31 January 2027 end of change'],
    ]);
    const saved = await waymark.submit(official, to, {});
    expect(saved.headers['location']).toBe(`/evidence-returns/${submission.id}`);
    expect(textOf(await waymark.open(official, String(saved.headers['location'])), '.govuk-notification-banner__content')).toEqual(['3 answers were saved from the workbook.']);
    expect(await draftOf(submission)).toMatchObject({ ...before, narrative: 'Catch-up hubs opened in thirty places.', rating: 'red', steps: [{ action: 'Train tutors', owner: 'Ben', dueOn: '2027-01-31' }] });
    expect((await waymark.open(official, to)).status).toBe(404);
    const events = await waymark.dataSource.getRepository(AuditEntry).findBy({ subject: `submission:${submission.id}` });
    expect(events.map(({ event }) => event)).toEqual(expect.arrayContaining(['WORKBOOK_EXPORTED', 'WORKBOOK_UPLOADED', 'WORKBOOK_TAKEN_OVER']));
  });

  it('that nobody changed changes nothing', async () => {
    const submission = await written();
    const { to } = await upload(submission, (await download(submission)).bytes);
    const compare = await waymark.open(official, to);
    expect(textOf(compare, 'main p')).toContain('The workbook says the same as the return. There is nothing to save.');
    expect(compare.$('main form')).toHaveLength(0);
  });

  it('keeps what changed here alone, takes what changed there alone, and asks where both did', async () => {
    const submission = await written();
    const book = await opened(submission);
    await save(submission, { narrative: 'Changed here.', nextSteps: 'Only here.' });
    const { to } = await upload(submission, await book.type('Answers!C3', 'Changed there.').type('Answers!C5', 'Only there.').save());
    const compare = await waymark.open(official, to);
    expect(textOf(compare, 'main h2')).toEqual(['Changed here since you downloaded it, and left alone in the workbook', 'Changed in both', 'Changed in the workbook']);
    expect(textOf(compare, '.govuk-summary-list__value')).toEqual(['Changed there.', 'Changed here.', ANSWERS.narrative]);

    const unanswered = await waymark.submit(official, to, {});
    const again = await waymark.open(official, String(unanswered.headers['location']));
    expect(again.$('title').text()).toMatch(/^Error: /);
    expect(again.$('.govuk-error-summary a').attr('href')).toBe('#choices-narrative');
    expect(again.$('#choices-narrative')).toHaveLength(1);
    expect(await faultsOf(again.response.text)).toEqual([]);

    await waymark.submit(official, to, { 'choices[narrative]': 'file' });
    expect(await draftOf(submission)).toMatchObject({ narrative: 'Changed there.', ratingReason: 'Only there.', nextSteps: 'Only here.' });
  });

  it('keeps what stands where that was chosen', async () => {
    const submission = await written();
    const book = await opened(submission);
    await save(submission, { narrative: 'Changed here.' });
    const { to } = await upload(submission, await book.type('Answers!C3', 'Changed there.').save());
    const { rowVersion } = await read(submission);
    await waymark.submit(official, to, { 'choices[narrative]': 'online' });
    expect([(await draftOf(submission)).narrative, (await read(submission)).rowVersion]).toEqual(['Changed here.', rowVersion]);
  });

  it('is not saved over what was changed while its page was open, and loses nothing', async () => {
    const submission = await written();
    const { to } = await upload(submission, await (await opened(submission)).type('Answers!C3', 'From the file.').save());
    const { $ } = await waymark.open(official, to);
    const csrf = $('input[name="_csrf"]').attr('value');
    const rowVersion = $('input[name="rowVersion"]').attr('value');
    await save(submission, { nextSteps: 'Meanwhile.' });
    const late = await official.post(to).redirects(0).type('form').send({ _csrf: csrf, rowVersion });
    expect([late.status, late.text.includes(`href="${to}"`)]).toEqual([409, true]);
    expect((await draftOf(submission)).narrative).toBe(ANSWERS.narrative);
    await waymark.submit(official, to, {});
    expect(await draftOf(submission)).toMatchObject({ narrative: 'From the file.', nextSteps: 'Meanwhile.' });
  });

  it.each<[string, (book: OpenWorkbook) => OpenWorkbook, string]>([
    ['5,001 characters', (book) => book.type('Answers!C3', 'a'.repeat(5001)), `Sheet Answers, row 3, column C: Narrative must be 5,000 characters or less. “${'a'.repeat(80)}…” stands there`],
    ['1,001 words', (book) => book.type('Answers!C3', 'a '.repeat(1001)), ': Narrative must be 1,000 words or less. “'],
    ['a rating that is none', (book) => book.type('Answers!C4', 'Purple'), 'Sheet Answers, row 4, column C: expected one of: Green, Amber-green, Amber, Amber-red, Red. “Purple” stands there'],
    ['a formula', (book) => book.type('Answers!C3', { value: 'SUM(1,2)', type: 'Formula' }), 'Sheet Answers, row 3, column C: expected a text or number that you typed: formulas are not taken. There is a formula'],
    ['a claim that is missing', (book) => book.type('Evidence!D2', null), 'Sheet Evidence, row 2, column D: Enter the one claim that it carries. Nothing stands there'],
    ['a risk without its score', (book) => book.type('Risks!B2', 'Staff').type('Risks!D2', 3).type('Risks!E2', 'Within a year').type('Risks!F2', 'Ann').type('Risks!G2', 'Hire'), 'Sheet Risks, row 2, column C: Select the impact, from 1 to 5. Nothing stands there'],
    ['a target that is none', (book) => book.type('Departures!A2', 'nope').type('Departures!B2', '1').type('Departures!C2', '2').type('Departures!D2', 'x').type('Departures!E2', 'y'), 'Sheet Departures, row 2, column A: The figure must be one of this return’s headline targets. “nope” stands there'],
    ['a sheet that is missing', (book) => book.without('Risks'), 'Workbook: expected one sheet named Risks. Nothing stands there'],
    ['a sheet of one’s own', (book) => book.type('Notes!A1', 'Ask Ann'), 'Sheet Notes: expected the sheets that were exported, for this one would be lost. There is a sheet of your own'],
    ['the layout of another version', (book) => book.type(`Read me!B${book.rowOf('Read me', 'Layout of this workbook')}`, 99), 'expected 1: download the workbook again and copy your answers over. “99” stands there'],
    ['another change', (book) => book.type(`Read me!B${book.rowOf('Read me', 'As of change')}`, 999), 'expected the change as of which it was downloaded, as it stood there. “999” stands there'],
    ['a code that was never given', (book) => book.type(`Read me!B${book.rowOf('Read me', 'Code of this download')}`, '00000000-0000-4000-8000-000000000000'), 'expected the change as of which it was downloaded'],
    ['no first sheet', (book) => book.without('Read me'), 'Workbook: expected the sheet Read me, by which the workbook is known again. Nothing stands there'],
    ['nothing of ours', (book) => book.without('Read me').without('Answers'), 'Workbook: expected a workbook that was downloaded from a return’s own page here. Nothing stands there'],
  ])('is refused by place for %s, and changes nothing', async (_, change, line) => {
    const submission = await written();
    const before = await draftOf(submission);
    const told = await refusals(submission, await change(await opened(submission)).save());
    expect(told.some((one) => one.includes(line))).toBe(true);
    expect(await draftOf(submission)).toEqual(before);
    expect(await waymark.dataSource.getRepository(WorkbookUpload).countBy({ export: { submissionId: submission.id } })).toBe(0);
  });

  it('tells every fault at once', async () => {
    const submission = await written();
    const told = await refusals(submission, await (await opened(submission)).type('Answers!C4', 'Purple').type('Evidence!B2', 'Rumour').type('Risks!H1', 'Mine').save());
    expect(told.map((line) => line.split(':')[0])).toEqual(['Sheet Answers, row 4, column C', 'Sheet Evidence, row 2, column B', 'Sheet Risks, row 1, column H']);
  });

  it('of another return is refused by its reference', async () => {
    const [mine, another] = [await written(), await written()];
    expect(await refusals(mine, (await download(another)).bytes)).toEqual([expect.stringContaining(`expected the workbook of ${mine.reference}. “${another.reference}” stands there`)]);
  });

  it('is looked into like every file', async () => {
    const submission = await written();
    const macros = HOSTILE_FILES.find(({ what }) => what === 'macros by part (xlsx)');
    expect(await refusals(submission, macros?.make() ?? Buffer.alloc(0))).toEqual(['The file holds macros. Save it as XLSX without them']);
    expect(await refusals(submission, Buffer.from('a,b'), 'a.csv')).toEqual(['The workbook must be an XLSX file']);
    expect(await refusals(submission, Buffer.alloc(5 * 1024 * 1024 + 1), 'a.xlsx')).toEqual(['The workbook must be 5 MB or smaller']);
    expect(await refusals(submission, Buffer.from('a,b'), 'a.xlsx')).toEqual([expect.stringContaining('its content is something else')]);
  });

  it('is for those who write on the return, while they may', async () => {
    const submission = await written();
    const { bytes } = await download(submission);
    for (const agent of [sro, other, member]) {
      expect([(await waymark.open(agent, pageOf(submission))).status, (await download(submission, agent)).status, (await upload(submission, bytes, { agent })).status]).toEqual([403, 403, 403]);
    }
    expect((await upload(submission, bytes, { token: 'none' })).status).toBe(403);
    const { to } = await upload(submission, bytes);
    expect((await waymark.open(other, to)).status).toBe(403);
    const elsewhere = await written();
    expect((await waymark.open(official, to.replace(submission.id, elsewhere.id))).status).toBe(404);
    for (const status of ['awaiting-sign-off', 'submitted', 'accepted'] as const) expect([status, (await waymark.open(official, pageOf(await make.in(status)))).status]).toEqual([status, 409]);
  });

  it('has pages that are valid, with one heading and a title of their own', async () => {
    const submission = await written();
    const { to } = await upload(submission, await (await opened(submission)).type('Answers!C3', 'New.').save());
    for (const address of [pageOf(submission), to]) {
      const page = await waymark.open(official, address);
      expect([address, page.status, page.$('h1').length, await faultsOf(page.response.text)]).toEqual([address, 200, 1, []]);
      expect(page.$('main').text()).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});
