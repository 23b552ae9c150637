import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InquiriesService } from '#features/inquiries/inquiries.service.js';
import { InquiriesQueries } from '#features/inquiries/inquiries.queries.js';
import { InquiryEvidenceService } from '#features/inquiries/inquiry-evidence.service.js';
import { InquiryWritingService } from '#features/inquiries/inquiry-writing.service.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { RecommendationEvent } from '#features/recommendations/recommendation-event.entity.js';
import { RecommendationMovesService } from '#features/recommendations/recommendation-moves.service.js';
import { Recommendation } from '#features/recommendations/recommendation.entity.js';
import { RecommendationsService } from '#features/recommendations/recommendations.service.js';
import { actorOf } from '../factories/delivered-return.factory.js';
import { type EducationMission, saveEducationMission } from '../factories/education-mission.factory.js';
import { type PlacePeople, savePlacePeople } from '../factories/place-people.factory.js';
import { startTestApplication, type TestApplication } from '../support/application.js';

describe('recommendations and inquiries', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let places: PlacePeople;

  beforeAll(async () => {
    waymark = await startTestApplication();
    education = await saveEducationMission(waymark.dataSource);
    places = await savePlacePeople(waymark);
  }, 60_000);
  afterAll(() => waymark.close());

  const moves = () => waymark.get(RecommendationMovesService);
  const actor = (name: keyof EducationMission['people']) => actorOf(education.people[name]);
  const made = async (addresseeId = education.organisations.dfe.id): Promise<Recommendation> => {
    const reference = await waymark.get(RecommendationsService).make(actor('member'), {
      sourceKind: 'report', sourceReference: 'AR-2026-1', sourcePath: '/reports/AR-2026-1', missionId: education.mission.id, addresseeId, text: 'Publish attendance.',
    });
    return now(reference);
  };
  const now = (reference: string): Promise<Recommendation> => waymark.dataSource.getRepository(Recommendation).findOneByOrFail({ reference });
  const timeline = async ({ id }: Recommendation): Promise<string[]> =>
    (await waymark.dataSource.getRepository(RecommendationEvent).find({ where: { recommendationId: id }, order: { sequence: 'ASC' } })).map(({ action, text }) => `${action} ${text}`.trim());
  const at = async (...instants: string[]): Promise<void> => {
    for (const instant of instants) {
      waymark.clock.set(instant);
      await waymark.runWatches();
    }
  };
  const yes = { how: 'accept' as const, words: 'Yes.', promise: 'We will.', promisedOn: '2027-03-01' };

  it('are due 40 working days later, called to mind and marked overdue, each once, and the mark stays', async () => {
    const recommendation = await made();
    // Monday 23 November, 40 working days, three bank holidays in between
    expect(recommendation.answerDueOn).toBe('2027-01-21');
    await at('2027-01-06T12:00:00Z', '2027-01-07T00:10:00Z', '2027-01-07T07:59:00Z');
    expect(await timeline(recommendation)).toEqual(['make']);
    await at('2027-01-07T08:00:00Z', '2027-01-07T12:00:00Z', '2027-01-07T13:00:00Z', '2027-01-14T12:00:00Z', '2027-01-20T12:00:00Z', '2027-01-21T23:00:00Z', '2027-01-22T00:10:00Z', '2027-01-25T12:00:00Z');
    expect(await timeline(recommendation)).toEqual(['make', 'remind 10', 'remind 5', 'remind 1', 'mark-overdue']);
    for (const userId of [education.people.sro.id, education.people.chair.id]) {
      expect(await waymark.dataSource.getRepository(Notice).countBy({ kind: 'recommendation-overdue', userId, about: `recommendation:${recommendation.id}` })).toBe(1);
    }
    await moves().answer(actor('sro'), await now(recommendation.reference), yes);
    await at('2027-02-26T12:00:00Z', '2027-03-01T12:00:00Z', '2027-03-02T12:00:00Z', '2027-03-03T12:00:00Z');
    expect((await timeline(recommendation)).slice(5)).toEqual(['accept Yes.', 'remind-promise 1', 'mark-promise-overdue']);
    const { overdueAt, promiseOverdueAt } = await now(recommendation.reference);
    expect([overdueAt, promiseOverdueAt]).toEqual([new Date('2027-01-22T00:10:00Z'), new Date('2027-03-02T12:00:00Z')]);
    waymark.clock.set('2026-11-23T09:00:00Z');
  }, 20_000);

  it('go to another addressee with a reason and days of their own; the timeline keeps the first', async () => {
    const recommendation = await made();
    waymark.clock.set('2026-12-07T09:00:00Z');
    await expect(moves().readdress(actor('member'), recommendation, { addresseeId: education.organisations.dfe.id, reason: '' })).rejects.toMatchObject({ reasons: [{ field: 'addresseeId' }, { field: 'words' }] });
    await expect(moves().readdress(actor('secondee'), recommendation, { addresseeId: places.leeds.id, reason: 'R' })).rejects.toMatchObject({ status: 403 });
    await moves().readdress(actor('member'), recommendation, { addresseeId: places.leeds.id, reason: 'Devolved.' });
    const moved = await now(recommendation.reference);
    expect([moved.addresseeId, moved.answerDueOn > recommendation.answerDueOn, await timeline(moved)]).toEqual([places.leeds.id, true, ['make', 'readdress Devolved.']]);
    await expect(moves().answer(actor('sro'), moved, yes)).rejects.toMatchObject({ status: 403 });
    await moves().answer(actorOf(places.leedsDirector), moved, yes);
    expect(await now(recommendation.reference)).toMatchObject({ state: 'accepted' });
    waymark.clock.set('2026-11-23T09:00:00Z');
  });

  it.each(['official', 'sro', 'otherSro', 'reviewer', 'administrator'] as const)('are not made, withdrawn or ended by the %s', async (name) => {
    const recommendation = await made();
    const other = actor(name);
    const { sourceKind, sourceReference, sourcePath, missionId, addresseeId, text } = recommendation;
    const tries = [
      () => waymark.get(RecommendationsService).make(other, { sourceKind, sourceReference, sourcePath, missionId, addresseeId, text }),
      () => moves().withdraw(other, recommendation, 'No.'),
      () => moves().settle(other, recommendation, { outcome: 'mark-done', words: 'Done.', shown: 'Page 1' }),
      () => moves().readdress(other, recommendation, { addresseeId: places.leeds.id, reason: 'R' }),
      () => waymark.get(InquiriesService).open(other, { title: 'T', scope: 'S', origin: 'own-motion', commissionedBy: '', commissionedOn: null, expectedEnd: '2027-03-31', missionIds: [education.mission.id] }),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ status: 403 });
    if (name !== 'sro') await expect(moves().answer(other, recommendation, yes)).rejects.toMatchObject({ status: 403 });
  });

  it('are answered once by one of two at once', async () => {
    const recommendation = await made();
    const both = await Promise.allSettled([moves().answer(actor('sro'), recommendation, yes), moves().answer(actor('sro'), recommendation, { ...yes, how: 'not-accept', words: 'No.' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { status: 409 } });
    expect(await timeline(recommendation)).toHaveLength(2);
  });

  it('keep their words and answers in the database too', async () => {
    const recommendation = await made();
    const { id } = recommendation;
    await moves().answer(actor('sro'), recommendation, yes);
    const query = (sql: string, ...values: unknown[]): Promise<unknown> => waymark.dataSource.query(sql, [id, ...values]);
    await expect(query(`UPDATE recommendations SET text = 'Other' WHERE id = $1`)).rejects.toThrow('keeps what was recommended');
    await expect(query(`UPDATE recommendations SET answer = 'Other' WHERE id = $1`)).rejects.toThrow('was given');
    await expect(query(`UPDATE recommendations SET state = 'done' WHERE id = $1`)).rejects.toThrow('timeline does not say so');
    await expect(query('DELETE FROM recommendations WHERE id = $1')).rejects.toThrow('DELETE refused');
    await expect(query('DELETE FROM recommendation_events WHERE recommendation_id = $1')).rejects.toThrow('permission denied');
    const insert = `INSERT INTO recommendation_events (recommendation_id, action, to_state, addressee_id, actor_id, actor_name, text, at) SELECT id, $2, 'done', addressee_id, $3, 'x', '', made_at FROM recommendations WHERE id = $1`;
    for (const [action, person] of [['mark-done', education.people.sro.id], ['mark-done', education.people.administrator.id], ['mark-done', null], ['accept', education.people.member.id], ['progress', education.people.otherSro.id], ['mark-overdue', education.people.member.id]]) {
      await expect(query(insert, action, person)).rejects.toThrow('not theirs to make');
    }
    const copy = `INSERT INTO recommendations SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'reference', 'RC-X', 'made_by', $2::text))).* FROM recommendations r WHERE id = $1`;
    await expect(query(copy, education.people.administrator.id)).rejects.toThrow('members alone make');
  });

  it('come from an inquiry whose questions and findings are each their own people’s', async () => {
    const inquiries = waymark.get(InquiriesService);
    const member = actor('member');
    const reference = await inquiries.open(member, { title: 'T', scope: 'S', origin: 'own-motion', commissionedBy: '', commissionedOn: null, expectedEnd: '2027-03-31', missionIds: [education.mission.id] });
    const id = await waymark.get(InquiryEvidenceService).ask(member, reference, { organisationId: education.organisations.dfe.id, question: 'Q?', dueOn: '2026-12-07' });
    const queries = waymark.get(InquiriesQueries);
    const { rowVersion } = await queries.question(reference, id);
    const facts = { text: 'A.', confidential: false, confidentialReason: '' };
    for (const name of ['otherSro', 'member', 'administrator'] as const) await expect(waymark.get(InquiryEvidenceService).answer(actor(name), { reference, id, rowVersion }, facts)).rejects.toMatchObject({ status: 403 });
    const writing = waymark.get(InquiryWritingService);
    for (const name of ['sro', 'reviewer', 'administrator'] as const) await expect(writing.write(actor(name), { reference, rowVersion: 0 }, 'F')).rejects.toMatchObject({ status: 403 });
    const writers = await Promise.allSettled([writing.write(member, { reference, rowVersion: 0 }, 'One'), writing.write(actor('chair'), { reference, rowVersion: 0 }, 'Two')]);
    expect(writers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const opened = await queries.byReference(reference);
    await expect(inquiries.publish(member, opened, [])).rejects.toMatchObject({ reasons: [{ code: 'answers-awaited' }] });
    const answers = await Promise.allSettled([1, 2].map(() => waymark.get(InquiryEvidenceService).answer(actor('official'), { reference, id, rowVersion }, facts)));
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    // the answer came after the page was opened: nothing is published that was not seen
    await expect(inquiries.publish(member, opened, [])).rejects.toMatchObject({ status: 409 });
    const seen = await queries.byReference(reference);
    const published = await Promise.allSettled([inquiries.publish(member, seen, [id]), inquiries.publish(actor('chair'), seen, [])]);
    expect(published.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const database = (sql: string): Promise<unknown> => waymark.dataSource.query(sql, [opened.id]);
    await expect(database(`INSERT INTO inquiry_findings (inquiry_id, number, text, written_by, writer_name, written_at) SELECT id, 9, 'x', opened_by, 'x', opened_at FROM inquiries WHERE id = $1`)).rejects.toThrow('only until they are published');
    await expect(database(`UPDATE inquiries SET scope = 'Other' WHERE id = $1`)).rejects.toThrow('keeps what it was opened for');
    await expect(database('DELETE FROM inquiries WHERE id = $1')).rejects.toThrow('DELETE refused');
    await expect(waymark.dataSource.query(`INSERT INTO inquiries SELECT (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'reference', 'IN-X', 'opened_by', $2::text))).* FROM inquiries i WHERE id = $1`, [opened.id, education.people.administrator.id])).rejects.toThrow('members alone open');
  });
});
