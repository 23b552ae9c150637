import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { In } from 'typeorm';
import { STANDING_QUESTION } from '#domain/contributions/contribution-status.js';
import { CycleFollowers } from '#features/calendar/cycle-followers.js';
import { Contribution } from '#features/contributions/contribution.entity.js';
import { ContributionAskingService } from '#features/contributions/contribution-asking.service.js';
import { ContributionsModule } from '#features/contributions/contributions.module.js';
import { ContributionsQueries } from '#features/contributions/contributions.queries.js';
import { LateContributors } from '#features/contributions/late-contributors.service.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { actorOf, savePerson } from '../factories/delivered-return.factory.js';
import { saveEducationMission } from '../factories/education-mission.factory.js';
import { type PlacePeople, savePlacePeople } from '../factories/place-people.factory.js';
import { QUARTERLY, setCalendar } from '../factories/reporting-calendar.factory.js';
import { type Departments, SUBMISSION_MODULES, SubmissionFactory } from '../factories/submission.factory.js';
import { startTestApplication } from '../support/application.js';

describe('contributions of those whom a mission names', () => {
  let departments: Pick<Departments, 'waymark' | 'education' | 'make'>;
  let places: PlacePeople;

  beforeAll(async () => {
    const waymark = await startTestApplication({ modules: [...SUBMISSION_MODULES, ContributionsModule] });
    const education = await saveEducationMission(waymark.dataSource);
    departments = { waymark, education, make: new SubmissionFactory(waymark, education) };
    await savePerson(waymark, 'Otto Other', ['official'], 'dhsc');
    places = await savePlacePeople(waymark);
  });
  afterAll(() => departments.waymark.close());
  beforeEach(() => departments.waymark.clock.set('2026-11-23T09:00:00Z'));

  it('are asked of all whom a mission names as its return opens, once', async () => {
    const { waymark, education, make } = departments;
    await waymark.dataSource.getRepository(Mission).update({ id: education.mission.id }, { contributors: ['dhsc', 'dfe', 'nobody'], bodies: ['leeds', 'dhsc'] });
    const submission = await make.open('evidence-return', '2027-01-15');
    const asked = () => waymark.dataSource.getRepository(Contribution).find({ where: { submissionId: submission.id }, relations: { organisation: true }, order: { organisation: { slug: 'ASC' } } });
    const follow = () =>
      waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TEST', subject: 'test' }, (tx) =>
        waymark.get(CycleFollowers).opened(tx, { kind: 'evidence-return', submissions: [submission] }),
      );
    // opened by hand, so they are asked already
    expect(await asked()).toHaveLength(2);
    await follow();
    expect((await asked()).map(({ organisation, question, dueOn }) => [organisation.slug, question, dueOn])).toEqual([
      ['dhsc', STANDING_QUESTION, '2026-12-31'],
      ['leeds', STANDING_QUESTION, '2026-12-31'],
    ]);
    await waymark.dataSource.getRepository(Mission).update({ id: education.mission.id }, { contributors: [], bodies: [] });
  });

  it('are counted by the days of the framework’s nation', async () => {
    const { waymark, education, make } = departments;
    await setCalendar(waymark, QUARTERLY.replace('nation: england', 'nation: scotland').replace('2026-01-01', '2030-01-01'));
    await waymark.dataSource.getRepository(Mission).update({ id: education.mission.id }, { bodies: ['leeds'] });
    const submission = await make.open('evidence-return', '2027-01-15');
    // in Scotland 4 January 2027 is the day off for the 2nd as well, and Monday 30 November is St Andrew’s Day
    const [asked] = await waymark.dataSource.getRepository(Contribution).findBy({ submissionId: submission.id });
    expect(asked?.dueOn).toBe('2026-12-30');
    await setCalendar(waymark, QUARTERLY.replace('2026-01-01', '2030-01-01'));
    await waymark.dataSource.getRepository(Mission).update({ id: education.mission.id }, { bodies: [] });
  });

  it('are asked once of whoever is named, or gets an account, after the return has opened, with the time that the others had', async () => {
    const { waymark, education, make } = departments;
    const missions = waymark.dataSource.getRepository(Mission);
    const bath = await waymark.dataSource.getRepository(Organisation).save({ slug: 'bath', name: 'Bath Council', shortName: 'Bath', kind: 'sub-national', mailbox: null });
    await missions.update({ id: education.mission.id }, { bodies: ['leeds', 'bath'] });
    const submission = await make.open('evidence-return', '2027-01-15');
    const asked = async (): Promise<[string, string][]> =>
      (await waymark.dataSource.getRepository(Contribution).find({ where: { submissionId: submission.id }, relations: { organisation: true }, order: { dueOn: 'ASC', askedAt: 'ASC' } })).map(({ organisation, dueOn }) => [organisation.slug, dueOn]);
    const round = async (at: string): Promise<void> => {
      waymark.clock.set(at);
      await waymark.runWatches();
      await waymark.runWatches();
    };
    await round('2026-11-23T10:00:00Z');
    expect(await asked()).toEqual([['leeds', '2026-12-31']]);
    expect(await waymark.get(ContributionsQueries).namedWithoutAccount(submission)).toEqual(['Bath Council']);
    expect(await waymark.dataSource.getRepository(Notice).findBy({ userId: education.people.administrator.id, kind: 'nobody-to-ask' })).toMatchObject([{ subject: 'Nobody at Bath Council has an account' }]);
    await missions.update({ id: education.mission.id }, { contributors: ['dhsc'] });
    await round('2026-11-24T10:00:00Z');
    expect(await asked()).toEqual([['leeds', '2026-12-31'], ['dhsc', '2027-01-04']]);
    await savePerson(waymark, 'Beth Bath', ['place-official'], bath.slug);
    await round('2026-11-25T10:00:00Z');
    expect(await asked()).toEqual([['leeds', '2026-12-31'], ['dhsc', '2027-01-04'], ['bath', '2027-01-05']]);
    expect(await waymark.get(ContributionsQueries).namedWithoutAccount(submission)).toEqual([]);
    await missions.update({ id: education.mission.id }, { contributors: [], bodies: [] });
  });

  it('are withdrawn by themselves, once, where the mission names whoever was asked no longer, and both sides are told', async () => {
    const { waymark, education, make } = departments;
    const name = (contributors: string[], bodies: string[]): Promise<void> =>
      waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TEST', subject: 'test' }, async (tx) => {
        await tx.repository(Mission).update({ id: education.mission.id }, { contributors, bodies });
      });
    waymark.clock.set('2026-11-23T09:00:00Z');
    await name(['dhsc'], ['leeds']);
    const submission = await make.open('evidence-return', '2027-01-15');
    const organisation = async (slug: string): Promise<string> => (await waymark.dataSource.getRepository(Organisation).findOneByOrFail({ slug })).id;
    const asking = waymark.get(ContributionAskingService);
    const byHand = async (slug: string): Promise<string> =>
      asking.ask(actorOf(education.people.official), submission.id, { organisationId: await organisation(slug), about: 'narrative', question: `What of ${slug}?`, dueOn: '2026-12-18' });
    waymark.clock.set('2026-11-23T10:00:00Z');
    for (const slug of ['leeds', 'york']) await byHand(slug);
    const states = async (): Promise<unknown[]> =>
      (await waymark.dataSource.getRepository(Contribution).find({ where: { submissionId: submission.id }, relations: { organisation: true }, order: { organisation: { slug: 'ASC' }, askedAt: 'ASC' } }))
        .map(({ organisation: { slug }, askedBy, state, withdrawReason }) => [slug, askedBy === null ? 'named' : 'by hand', state, withdrawReason]);
    waymark.clock.set('2026-11-24T10:00:00Z');
    await name([], []);
    const counts = await Promise.all([1, 2].map(() => waymark.get(LateContributors).run(waymark.clock.now()).catch(() => 0)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(3);
    const reason = (who: string): string => `${who} is no longer among those who contribute to the mission.`;
    expect(await states()).toEqual([
      ['dhsc', 'named', 'withdrawn', reason('Department of Health and Social Care')],
      ['leeds', 'named', 'withdrawn', reason('Leeds City Council')],
      ['leeds', 'by hand', 'withdrawn', reason('Leeds City Council')],
      ['york', 'by hand', 'asked', null],
    ]);
    const withdrawn = (await waymark.dataSource.getRepository(Contribution).findBy({ submissionId: submission.id, state: 'withdrawn' })).map(({ id }) => `contribution:${id}`);
    const told = (userId: string, kind: string): Promise<number> => waymark.dataSource.getRepository(Notice).countBy({ userId, kind, about: In(withdrawn) });
    expect([await told(education.people.official.id, 'question-withdrawn'), await told(places.leedsOfficial.id, 'contribution-withdrawn')]).toEqual([3, 2]);
    expect(await waymark.get(LateContributors).run(waymark.clock.now())).toBe(0);
    // asked again by hand after the removal, it stays asked
    waymark.clock.set('2026-11-24T11:00:00Z');
    await byHand('leeds');
    expect(await waymark.get(LateContributors).run(waymark.clock.now())).toBe(0);
    expect((await states()).at(-2)).toEqual(['leeds', 'by hand', 'asked', null]);
  });
});
