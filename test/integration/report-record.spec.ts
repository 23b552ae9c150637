import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EditionDocument } from '#domain/reports/edition-document.js';
import { CouncilDecisionsService } from '#features/council/council-decisions.service.js';
import { type CouncilDecision } from '#features/council/council-decision.entity.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { InquiriesService } from '#features/inquiries/inquiries.service.js';
import { LettersService } from '#features/letters/letters.service.js';
import { MissionVacancy } from '#features/missions/mission-vacancy.entity.js';
import { Recommendation } from '#features/recommendations/recommendation.entity.js';
import { RecommendationsService } from '#features/recommendations/recommendations.service.js';
import { verifyEdition } from '#features/reports/edition-file.js';
import { ReportEdition } from '#features/reports/report-edition.entity.js';
import { ReportMovesService } from '#features/reports/report-moves.service.js';
import { ReportRecommendationsService } from '#features/reports/report-recommendations.service.js';
import { ReportSection } from '#features/reports/report-section.entity.js';
import { Report } from '#features/reports/report.entity.js';
import { ReportsService } from '#features/reports/reports.service.js';
import { actorOf } from '../factories/delivered-return.factory.js';
import { type EducationMission, publishFigures, saveAcceptedReturn, saveEducationMission } from '../factories/education-mission.factory.js';
import { actingAs } from '../support/acting.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

const DECISION = { subject: 'other', about: '', title: 'Write yearly', text: 'The council writes to the department every year.' };

describe('what a report tells of the council’s own record', () => {
  let waymark: TestApplication;
  let education: EducationMission;

  beforeAll(async () => {
    waymark = await startTestApplication({ environment: { PATH: '' } });
    education = await saveEducationMission(waymark.dataSource);
    await waymark.dataSource.getRepository(Framework).update({ id: education.mission.frameworkId }, { reportDuty: { owedBy: 'minister', basis: 'the Act' } });
    await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2024-09-01/P1Y': 62 }, '2025-12-01');
    await saveAcceptedReturn(waymark.dataSource, education, 'amber');
  }, 60_000);
  afterAll(() => waymark.close());

  const actor = (name: keyof EducationMission['people']) => actorOf(education.people[name]);
  const report = (reference: string) => waymark.dataSource.getRepository(Report).findOneByOrFail({ reference });
  const opened = async (reference: string) => ({ reference, rowVersion: (await report(reference)).rowVersion });
  const asChair = (sql: string, values: unknown[] = []) => actingAs(waymark.dataSource, `user:${education.people.chair.id}`, (manager) => manager.query<unknown>(sql, values));
  const open = (kind: 'council' | 'statutory', dueOn: string | null = null, to = '2026-03-31') => waymark.get(ReportsService).open(actor('member'), education.mission.frameworkId, { kind, from: '2025-04-01', to, dueOn });
  const assembled = async (kind: 'council' | 'statutory'): Promise<string> => {
    const reference = await open(kind);
    await waymark.get(ReportsService).assemble(actor('member'), await opened(reference), waymark.clock.today());
    return reference;
  };

  it('assembles recommendations, letters, decisions with dissent, inquiries, and what happened to missions', async () => {
    waymark.clock.set('2026-03-02T09:00:00Z');
    const recommendation = await waymark.get(RecommendationsService).make(actor('member'), {
      sourceKind: 'inquiry', sourceReference: 'IN-2026-7K3D', sourcePath: '/inquiries/IN-2026-7K3D', missionId: education.mission.id, addresseeId: education.organisations.dfe.id, text: 'Publish attendance.', answerDays: 5,
    });
    const letter = await waymark.get(LettersService).write(actor('member'), { subject: 'Attendance', addressees: [{ kind: 'other', name: 'The Permanent Secretary' }], body: 'Why?', answerWorkingDays: 5 }, '');
    await waymark.get(LettersService).publish(actor('chair'), letter);
    const decisions = waymark.get(CouncilDecisionsService);
    const proposed = await decisions.propose(actor('member'), { ...DECISION, missionId: null });
    const { reference: decision } = await decisions.open(actor('chair'), proposed);
    await decisions.vote(actor('chair'), decision, { part: 'for', words: '' });
    await decisions.vote(actor('secondee'), decision, { part: 'for', words: '' });
    await decisions.vote(actor('member'), decision, { part: 'against', words: 'Twice a year.' });
    const [row] = (await waymark.dataSource.query('SELECT row_version FROM council_decisions WHERE reference = $1', [decision])) as { row_version: number }[];
    const closed: CouncilDecision = await decisions.close(actor('chair'), { reference: decision, rowVersion: row?.row_version ?? 0 }, 'Minute.');
    const inquiry = await waymark.get(InquiriesService).open(actor('member'), { title: 'Attendance', scope: 'S', origin: 'own-motion', commissionedBy: '', commissionedOn: null, expectedEnd: '2026-12-31', missionIds: [education.mission.id] });
    await waymark.dataSource.getRepository(MissionVacancy).save({ missionId: education.mission.id, from: '2025-05-01', to: '2025-06-01', reason: 'The department was dissolved.' });
    await waymark.dataSource.query(`INSERT INTO mission_texts (mission_id, focus_area, statement, targets, recorded_at) VALUES ($1, 'Education', 'S, by 2030', '[]', '2026-03-10T09:00:00Z'), ($1, 'Education', 'S', '[]', '2026-03-21T09:00:00Z')`, [education.mission.id]);
    waymark.clock.set('2026-03-20T09:00:00Z');
    await waymark.runJobs();
    const made = await assembled('council');
    const recommend = async (text: string, addresseeId: string) => waymark.get(ReportRecommendationsService).add(actor('member'), await opened(made), { text, addresseeId, missionId: null, answerDays: 40 });
    await expect(recommend(' ', education.organisations.council.id)).rejects.toMatchObject({ reasons: [{ field: 'text' }, { field: 'addresseeId' }] });
    await recommend('Write to every school.', education.organisations.dfe.id);
    await recommend('By mistake.', education.organisations.dfe.id);
    const [, mistake] = (await report(made)).recommendations;
    await waymark.get(ReportRecommendationsService).remove(actor('member'), await opened(made), mistake?.id ?? '');
    const { record } = await report(made);
    expect(record).toMatchObject({
      recommendations: [{ reference: recommendation, addressee: education.organisations.dfe.name, state: 'awaiting-answer', answerDueOn: '2026-03-09', overdue: true }],
      letters: [{ reference: letter.reference, direction: 'out', who: 'The Permanent Secretary', answerDueOn: '2026-03-09', answered: false }],
      decisions: [{ reference: closed.reference, adopted: true, reason: 'majority', votes: { for: 2, against: 1 }, dissents: [{ words: 'Twice a year.' }] }],
      inquiries: [{ reference: inquiry, origin: 'own-motion', state: 'open' }],
      // the rating came with a return that was delivered later
      calibration: [],
    });
    const section = await waymark.dataSource.getRepository(ReportSection).findOneByOrFail({ key: 'education' });
    expect(section.facts).toMatchObject({ vacancies: [{ from: '2025-05-01', to: '2025-06-01' }], resets: [], interimReviews: [], wording: [{ on: '2026-03-10', was: 'S', became: 'S, by 2030' }] });
    await asChair(`UPDATE reports SET state = 'checked'`);
    await expect(waymark.dataSource.query(`UPDATE reports SET record = '{}'`)).rejects.toThrow('while it is in writing');
    await asChair(`UPDATE reports SET state = 'writing'`);
  });

  it('freezes it: what comes later changes no byte, and a byte that is changed is found', async () => {
    waymark.clock.set('2026-04-02T09:00:00Z');
    const { reference } = await waymark.dataSource.getRepository(Report).findOneByOrFail({ kind: 'council' });
    await asChair(`UPDATE reports SET state = 'scheduled', publish_at = $1, scheduled_by = $2`, [waymark.clock.now(), education.people.chair.id]);
    await waymark.runWatches();
    const address = `/reports/${reference}/editions/1`;
    const before = await bytesOf(`${address}/report.json`);
    const document = JSON.parse(before.toString('utf8')) as EditionDocument;
    expect(document.record?.decisions[0]?.dissents).toEqual([{ who: expect.any(String), words: 'Twice a year.' }]);
    const page = await waymark.open(waymark.visitor(), address);
    const [recommended] = await waymark.dataSource.getRepository(Recommendation).findBy({ sourceKind: 'report' });
    expect(recommended).toMatchObject({ text: 'Write to every school.', sourceReference: reference, sourcePath: address, answerDueOn: '2026-06-03' });
    expect(document.recommendations).toEqual([expect.objectContaining({ reference: recommended?.reference, addressee: 'Department for Education', answerDueOn: '2026-06-03' })]);
    expect(page.$(`a[href="/recommendations/${recommended?.reference}"]`)).toHaveLength(1);
    for (const words of ['Twice a year.', 'An answer was asked for by 9 March 2026', 'Publish attendance. Awaiting an answer', '“S” became “S, by 2030”', 'The department was dissolved.']) expect(page.$('main').text()).toContain(words);
    expect(page.$('figure svg[role="img"][aria-label]')).toHaveLength(1);
    waymark.clock.set('2026-09-02T09:30:00Z');
    await publishFigures(waymark.dataSource, education, { '2025-09-01/P1Y': 91 }, '2026-09-02');
    await waymark.dataSource.query(`UPDATE missions SET focus_area = 'Schools'; UPDATE organisations SET name = 'Ministry of Schools' WHERE slug = 'dfe'; UPDATE targets SET title = 'Another'`);
    await waymark.runJobs();
    const after = await bytesOf(`${address}/report.json`);
    expect(after.equals(before)).toBe(true);
    const { checksum } = await waymark.dataSource.getRepository(ReportEdition).findOneByOrFail({ number: 1 });
    expect(createHash('sha256').update(after).digest('hex')).toBe(checksum);
    expect(verifyEdition(after, `${checksum}  report.json\n`).whole).toBe(true);
    expect(verifyEdition(Buffer.from(after.toString('utf8').replace('Twice', 'Thrice')), checksum).whole).toBe(false);
  });

  it('raises an alert on a date that was missed, of either kind, naming who owes it', async () => {
    await open('statutory', '2026-09-03');
    await open('council', '2026-09-03', '2026-06-30');
    waymark.clock.set('2026-09-04T09:00:00Z');
    await waymark.runWatches();
    await waymark.runWatches();
    const raised = (await waymark.dataSource.query(`SELECT sentence FROM alerts WHERE kind = 'report-late' ORDER BY sentence`)) as { sentence: string }[];
    expect(raised.map(({ sentence }) => sentence)).toEqual([expect.stringMatching(/^The council had to deliver Annual report of the council/), expect.stringMatching(/^The minister had to deliver Statutory annual report.*the Act/)]);
  });

  it('is dropped by its author or the chair with a reason, and the period can be reported on anew', async () => {
    const { reference } = await waymark.dataSource.getRepository(Report).findOneByOrFail({ kind: 'statutory' });
    const drop = async (who: 'secondee' | 'member', words: string) => waymark.get(ReportMovesService).drop(actor(who), await opened(reference), words, 'drop');
    await expect(drop('secondee', 'Why')).rejects.toThrow('not possible now');
    await expect(drop('member', ' ')).rejects.toMatchObject({ reasons: [{ field: 'words' }] });
    await expect(open('statutory')).rejects.toMatchObject({ reasons: [{ code: 'report-taken' }] });
    await drop('member', 'Opened by mistake.');
    expect((await report(reference)).state).toBe('dropped');
    await expect(waymark.dataSource.query(`UPDATE reports SET state = 'writing' WHERE reference = $1`, [reference])).rejects.toThrow('stays dropped');
    const [line] = (await waymark.dataSource.query(`SELECT facts FROM audit_entries WHERE event = 'REPORT_DROPPED'`)) as { facts: object }[];
    expect(line?.facts).toEqual({ from: 'writing', to: 'dropped' });
    expect(await open('statutory')).not.toBe(reference);
  });

  const bytesOf = async (path: string): Promise<Buffer> => {
    const { body } = await waymark.visitor().get(path).buffer(true).parse((stream, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => done(null, Buffer.concat(chunks)));
    });
    return body as Buffer;
  };
});
