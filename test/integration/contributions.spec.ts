import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ContributionState } from '#domain/contributions/contribution-status.js';
import { type Actor } from '#domain/access/permissions.js';
import { ContributionAskingService } from '#features/contributions/contribution-asking.service.js';
import { ContributionOutcomesService } from '#features/contributions/contribution-outcomes.service.js';
import { ContributionEvent } from '#features/contributions/contribution-event.entity.js';
import { Contribution } from '#features/contributions/contribution.entity.js';
import { ContributionsModule } from '#features/contributions/contributions.module.js';
import { ContributionsQueries } from '#features/contributions/contributions.queries.js';
import { ContributionsService } from '#features/contributions/contributions.service.js';
import { ReturnParts } from '#features/evidence-returns/return-parts.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { Review } from '#features/reviews/review.entity.js';
import { ReviewsService } from '#features/reviews/reviews.service.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { actorOf, savePerson } from '../factories/delivered-return.factory.js';
import { saveEducationMission } from '../factories/education-mission.factory.js';
import { type PlacePeople, savePlacePeople } from '../factories/place-people.factory.js';
import { type Departments, openedAs, refusalOf, SUBMISSION_MODULES, SubmissionFactory } from '../factories/submission.factory.js';
import { startTestApplication } from '../support/application.js';

describe('contributions', () => {
  let departments: Pick<Departments, 'waymark' | 'education' | 'make'>;
  let places: PlacePeople;
  let official: Actor;
  let dhsc: Actor;
  let leeds: Actor;
  let york: Actor;

  beforeAll(async () => {
    const waymark = await startTestApplication({ modules: [...SUBMISSION_MODULES, ContributionsModule] });
    const education = await saveEducationMission(waymark.dataSource);
    departments = { waymark, education, make: new SubmissionFactory(waymark, education) };
    places = await savePlacePeople(waymark);
    official = actorOf(education.people.official);
    dhsc = actorOf(await savePerson(waymark, 'Otto Other', ['official'], 'dhsc'));
    [leeds, york] = [actorOf(places.leedsOfficial), actorOf(places.yorkOfficial)];
  });
  afterAll(() => departments.waymark.close());
  beforeEach(() => departments.waymark.clock.set('2026-11-23T09:00:00Z'));

  const service = () => departments.waymark.get(ContributionsService);
  const current = (id: string): Promise<Contribution> => departments.waymark.dataSource.getRepository(Contribution).findOneByOrFail({ id });
  const opened = async (id: string) => ({ id, rowVersion: (await current(id)).rowVersion });
  const actionsOf = async (contributionId: string): Promise<string[]> =>
    (await departments.waymark.dataSource.getRepository(ContributionEvent).find({ where: { contributionId }, order: { sequence: 'ASC' } })).map(({ action }) => action);
  const noticesOf = (userId: string, kind: string) => departments.waymark.dataSource.getRepository(Notice).countBy({ userId, kind });
  const ask = async (submission: Submission, organisationId = places.leeds.id, dueOn = '2026-12-01'): Promise<string> =>
    departments.waymark.get(ContributionAskingService).ask(official, submission.id, { organisationId, about: 'narrative', question: ' What did the hubs do? ', dueOn });

  /** A request in a state that the table has. */
  const inState = async (state: ContributionState): Promise<{ id: string; submission: Submission }> => {
    const submission = await departments.make.in('draft');
    const id = await ask(submission);
    if (state === 'drafted' || state === 'given') await service().save(leeds, await opened(id), 'Hubs opened.');
    if (state === 'given') await service().give(leeds, await opened(id));
    if (state === 'declined') await service().decline(leeds, await opened(id), 'No hubs here.');
    if (state === 'not-given') {
      await deliver(submission);
      await departments.waymark.runWatches();
    }
    return { id, submission };
  };
  const deliver = async (submission: Submission): Promise<Submission> => {
    const submissions = departments.waymark.get(SubmissionsService);
    const read = () => departments.waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: submission.id });
    await submissions.move(official, openedAs(await read()), 'send-for-sign-off');
    return submissions.move(actorOf(departments.education.people.sro), openedAs(await read()), 'submit');
  };

  it('are asked by the drafter, and told to those who can answer', async () => {
    const before = await noticesOf(places.leedsOfficial.id, 'contribution-asked');
    const { id } = await inState('asked');
    expect(await current(id)).toMatchObject({ question: 'What did the hubs do?', aboutLabel: 'Section: Narrative', dueOn: '2026-12-01', state: 'asked' });
    expect(await noticesOf(places.leedsOfficial.id, 'contribution-asked')).toBe(before + 1);
    expect(await noticesOf(places.yorkOfficial.id, 'contribution-asked')).toBe(0);
    expect(await noticesOf(places.leedsDirector.id, 'contribution-asked')).toBe(before + 1);
  });

  it.each<ContributionState>(['asked', 'drafted', 'given', 'declined', 'not-given'])('stand at %s', async (state) => {
    expect((await current((await inState(state)).id)).state).toBe(state);
  });

  it('name everything that is wrong with a question', async () => {
    const submission = await departments.make.in('draft');
    const asking = departments.waymark.get(ContributionAskingService);
    const ownDepartment = departments.education.organisations.dfe.id;
    expect(await refusalOf(asking.ask(official, submission.id, { organisationId: ownDepartment, about: 'nothing', question: ' ', dueOn: '2026-11-23' }))).toEqual([
      'invalid', ['body-missing', 'about-missing', 'question-missing', 'due-date-past'],
    ]);
    expect((await refusalOf(asking.ask(dhsc, submission.id, { organisationId: places.leeds.id, about: 'whole', question: 'Q', dueOn: null })))[0]).toBe('forbidden');
    expect((await refusalOf(asking.ask(leeds, submission.id, { organisationId: places.york.id, about: 'whole', question: 'Q', dueOn: null })))[0]).toBe('forbidden');
  });

  it('are for the asked body alone, and for the version that was opened', async () => {
    const { id } = await inState('asked');
    const seen = await opened(id);
    expect((await refusalOf(service().save(york, seen, 'Ours.')))[1]).toEqual(['not-yours']);
    expect((await refusalOf(service().save(official, seen, 'Ours.')))[1]).toEqual(['not-yours']);
    expect(await refusalOf(departments.waymark.get(ContributionsQueries).forAnswerer(york, id))).toEqual(['forbidden', ['not-yours']]);
    await service().save(leeds, seen, 'Hubs.');
    expect(await refusalOf(service().save(leeds, seen, 'Other words.'))).toEqual(['conflict', ['changed-meanwhile']]);
    expect((await current(id)).answer).toBe('Hubs.');
    await service().save(actorOf(places.leedsDirector), await opened(id), 'The director’s words.');
    expect((await current(id)).answer).toBe('The director’s words.');
  });

  it('show the asker nothing until they are given, and keep each given text', async () => {
    const { id, submission } = await inState('drafted');
    const parts = async () => (await departments.waymark.get(ReturnParts).of(departments.waymark.dataSource.manager, submission.id)).contributions[0];
    expect(await parts()).toMatchObject({ status: 'asked', answer: '' });
    await service().give(leeds, await opened(id));
    expect(await parts()).toMatchObject({ status: 'given', answer: 'Hubs opened.', quoted: false, organisation: 'Leeds City Council' });
    await service().quote(official, submission.id, await opened(id), true);
    expect(await parts()).toMatchObject({ quoted: true });
    await service().takeBack(leeds, await opened(id));
    expect(await parts()).toMatchObject({ status: 'asked', answer: '' });
    expect(await refusalOf(service().quote(official, submission.id, await opened(id), true))).toEqual(['conflict', ['not-from-here']]);
    await service().save(leeds, await opened(id), 'Twenty hubs opened.');
    await service().give(leeds, await opened(id));
    const given = await departments.waymark.dataSource.getRepository(ContributionEvent).find({ where: { contributionId: id, action: 'give' }, order: { sequence: 'ASC' } });
    expect(given.map(({ text }) => text)).toEqual(['Hubs opened.', 'Twenty hubs opened.']);
    expect((await current(id)).quoted).toBe(false);
  });

  it('cannot change what is being signed, and are not given once it is delivered', async () => {
    const { id, submission } = await inState('drafted');
    const { id: other } = { id: await ask(submission, places.york.id) };
    await service().save(york, await opened(other), 'Trams.');
    await service().give(york, await opened(other));
    await departments.waymark.get(SubmissionsService).move(official, openedAs(await departments.waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: submission.id })), 'send-for-sign-off');
    expect(await refusalOf(service().give(leeds, await opened(id)))).toEqual(['conflict', ['return-closed']]);
    expect(await refusalOf(service().takeBack(york, await opened(other)))).toEqual(['conflict', ['return-closed']]);
    const sro = actorOf(departments.education.people.sro);
    await departments.waymark.get(SubmissionsService).move(sro, openedAs(await departments.waymark.dataSource.getRepository(Submission).findOneByOrFail({ id: submission.id })), 'submit');
    expect(await departments.waymark.runWatches()).toMatchObject({ contributions: 1 });
    expect([(await current(id)).state, (await current(other)).state]).toEqual(['not-given', 'given']);
    expect(await noticesOf(places.leedsOfficial.id, 'contribution-closed')).toBeGreaterThan(0);
    expect(await departments.waymark.runWatches()).not.toHaveProperty('contributions');
  });

  it('are called to mind and marked overdue once each, whoever slept', async () => {
    const { id, submission } = await inState('asked');
    // due on Tuesday 1 December: three working days before is Thursday 26, one is Monday 30 November
    for (const at of ['2026-11-25T23:59:00Z', '2026-11-26T00:01:00Z', '2026-11-26T12:00:00Z', '2026-11-30T07:00:00Z', '2026-11-30T18:00:00Z', '2026-12-01T23:59:00Z', '2026-12-02T00:01:00Z', '2026-12-05T00:01:00Z']) {
      departments.waymark.clock.set(at);
      await departments.waymark.runWatches();
    }
    expect(await actionsOf(id)).toEqual(['ask', 'remind', 'remind', 'mark-overdue']);
    const overdue = await departments.waymark.get(ContributionsQueries).overdue({ missionId: submission.missionId ?? '' }, '2026-12-05');
    expect(overdue.some(({ organisation, dueOn }) => organisation.slug === 'leeds' && dueOn === '2026-12-01')).toBe(true);
    expect(JSON.stringify(overdue)).not.toContain('hubs');
    await service().save(leeds, await opened(id), 'Late, but here.');
    await service().give(leeds, await opened(id));
    expect((await current(id)).overdueAt).not.toBeNull();
  });

  it('remind at eight in the morning in London, and not at midnight', async () => {
    const { id } = await inState('asked');
    for (const [at, actions] of [['2026-11-26T00:00:00Z', ['ask']], ['2026-11-26T07:59:59Z', ['ask']], ['2026-11-26T08:00:00Z', ['ask', 'remind']]] as const) {
      departments.waymark.clock.set(at);
      await departments.waymark.runWatches();
      expect(await actionsOf(id)).toEqual(actions);
    }
  });

  it('remind once of two days that passed while nobody looked', async () => {
    const { id } = await inState('asked');
    departments.waymark.clock.set('2026-11-30T09:00:00Z');
    await departments.waymark.runWatches();
    await departments.waymark.runWatches();
    expect(await actionsOf(id)).toEqual(['ask', 'remind']);
    expect((await current(id)).remindedBefore).toBe(1);
  });

  it('are withdrawn by whoever asked, with a reason, while nobody has answered', async () => {
    const { id, submission } = await inState('drafted');
    const before = await noticesOf(places.leedsOfficial.id, 'contribution-withdrawn');
    expect(await refusalOf(service().withdraw(official, submission.id, await opened(id), ' '))).toEqual(['invalid', ['reason-missing']]);
    expect(await refusalOf(service().withdraw(leeds, submission.id, await opened(id), 'Not ours.'))).toEqual(['forbidden', ['forbidden']]);
    expect(await refusalOf(service().withdraw(dhsc, submission.id, await opened(id), 'Not ours.'))).toEqual(['forbidden', ['not-yours']]);
    await service().withdraw(official, submission.id, await opened(id), ' We meant Bradford. ');
    expect(await current(id)).toMatchObject({ state: 'withdrawn', withdrawReason: 'We meant Bradford.', answer: 'Hubs opened.' });
    expect(await actionsOf(id)).toEqual(['ask', 'save', 'withdraw']);
    expect(await noticesOf(places.leedsOfficial.id, 'contribution-withdrawn')).toBe(before + 1);
    expect((await departments.waymark.get(ReturnParts).of(departments.waymark.dataSource.manager, submission.id)).contributions).toEqual([]);
    for (const act of [() => opened(id).then((seen) => service().give(leeds, seen)), () => opened(id).then((seen) => service().withdraw(official, submission.id, seen, 'Again.'))]) {
      expect(await refusalOf(act())).toEqual(['conflict', ['not-from-here']]);
    }
    departments.waymark.clock.set('2026-12-05T09:00:00Z');
    await departments.waymark.runWatches();
    expect((await current(id)).overdueAt).toBeNull();
    await expect(departments.waymark.dataSource.query(`UPDATE contributions SET state = 'asked' WHERE id = $1`, [id])).rejects.toThrow('stays withdrawn');
  });

  it.each<ContributionState>(['given', 'declined', 'not-given'])('are not withdrawn once they are %s', async (state) => {
    const { id, submission } = await inState(state);
    const [kind, codes] = await refusalOf(service().withdraw(official, submission.id, await opened(id), 'Wrong council.'));
    expect([kind, codes]).toEqual(['conflict', ['not-from-here']]);
    if (state !== 'declined') await expect(departments.waymark.dataSource.query(`UPDATE contributions SET state = 'withdrawn' WHERE id = $1`, [id])).rejects.toThrow();
  });

  it('keep their history and what was asked of whom, whoever writes to the table', async () => {
    const { id } = await inState('asked');
    const run = (sql: string): Promise<unknown> => departments.waymark.dataSource.query(sql, [id]);
    await expect(run(`UPDATE contributions SET question = 'Other?' WHERE id = $1`)).rejects.toThrow('keeps what was asked');
    await expect(run('DELETE FROM contributions WHERE id = $1')).rejects.toThrow('DELETE refused');
    await expect(run(`UPDATE contribution_events SET text = '' WHERE contribution_id = $1`)).rejects.toThrow();
  });

  it.each([[true, 'quoted'], [false, 'not quoted']])('are told once when the return is published, quoted %s: %s', async (quoted, text) => {
    const { id, submission } = await inState('given');
    const { waymark, education } = departments;
    const told = () => noticesOf(places.leedsOfficial.id, 'contribution-published');
    const before = await told();
    if (quoted) await service().quote(official, submission.id, await opened(id), true);
    await deliver(submission);
    await waymark.get(ContributionOutcomesService).run(waymark.clock.now());
    expect(await told()).toBe(before);
    await waymark.runJobs();
    const reviewer = actorOf(education.people.reviewer);
    const review = () => waymark.dataSource.getRepository(Review).findOneByOrFail({ submissionId: submission.id });
    const queued = await review();
    await waymark.get(ReviewsService).claim(reviewer, queued.id, queued.rowVersion);
    await waymark.get(ReviewsService).decide(reviewer, queued.id, { draft: { decision: 'accepted', reasons: [] }, rowVersion: (await review()).rowVersion });
    for (const round of [1, 0]) expect(await waymark.get(ContributionOutcomesService).run(waymark.clock.now())).toBe(round);
    expect(await told()).toBe(before + 1);
    const events = await waymark.dataSource.getRepository(ContributionEvent).findBy({ contributionId: id, action: 'publish' });
    expect(events.map((event) => event.text)).toEqual([text]);
  });

  it('are given or declined, never both, when two answer at once', async () => {
    const { id } = await inState('drafted');
    const seen = await opened(id);
    const outcomes = await Promise.allSettled([service().give(leeds, seen), service().decline(leeds, seen, 'No.')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(['given', 'declined']).toContain((await current(id)).state);
  });
});
