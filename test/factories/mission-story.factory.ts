import { AlertsQueries } from '#features/alerts/alerts.queries.js';
import { AlertsService } from '#features/alerts/alerts.service.js';
import { CouncilDecision } from '#features/council/council-decision.entity.js';
import { CouncilDecisionsService } from '#features/council/council-decisions.service.js';
import { GivenJudgementsService } from '#features/judgements/given-judgements.service.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { Review } from '#features/reviews/review.entity.js';
import { ReviewsService } from '#features/reviews/reviews.service.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type TestApplication } from '../support/application.js';
import { actorOf, ANSWERS, queuedReview } from './delivered-return.factory.js';
import { type EducationMission, publishFigures, saveEducationMission } from './education-mission.factory.js';
import { SubmissionFactory } from './submission.factory.js';

/** The day on which the council decided together. */
export const DECIDED = '2026-10-08';

/** What happened on which day, in words that only that day brought. */
export interface Told {
  education: EducationMission;
  /** Reference of the alert that the first figures raised. */
  alert: string;
  days: { on: string; words: string }[];
  /** What was said until one day and said differently from another. */
  replaced: { words: string; until: string; from: string };
}

/** A mission's year: figures, alert, answer, return, judgements, decision, plan and a new import, each on a day of its own. */
export async function tellTheStory(waymark: TestApplication): Promise<Told> {
  const at = (day: string): void => waymark.clock.set(`${day}T10:00:00Z`);
  at('2026-06-01');
  const education = await saveEducationMission(waymark.dataSource);
  const { official, member } = education.people;

  at('2026-08-10');
  await publishFigures(waymark.dataSource, education, { '2018-09-01/P1Y': 65, '2022-09-01/P1Y': 60, '2023-09-01/P1Y': 61 }, '2026-08-10');
  await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TRIED', subject: 'test' }, (tx) => tx.enqueue(JUDGE_MISSIONS, { cause: 'release' }));
  await waymark.runJobs();
  const [alert] = (await waymark.get(AlertsQueries).all()).open;
  if (!alert) throw new Error('no alert was raised');

  at('2026-08-20');
  await waymark.get(AlertsService).acknowledge(actorOf(official), alert.reference, { ownerName: 'Helen Marsh', ownerJob: 'Director', rowVersion: alert.rowVersion });

  at('2026-09-01');
  const review = await queuedReview(waymark, education, 2025, { ...ANSWERS, rating: 'red' });
  at('2026-09-05');
  await accept(waymark, education, review);

  at('2026-09-10');
  await judge(waymark, education, 'Too slow in the north.');
  at(DECIDED);
  const decision = await decide(waymark, education, 'Education is too slow');
  at('2026-10-10');
  await judge(waymark, education, 'Too slow everywhere.', decision.id);

  at('2026-10-20');
  await new SubmissionFactory(waymark, education, 2030).in('accepted', 'delivery-plan', '2026-12-15');

  at('2026-11-01');
  await waymark.dataSource.transaction(async (manager) => {
    await manager.query('UPDATE frameworks SET imported_at = $1', [waymark.clock.now()]);
    await manager.query(`UPDATE missions SET statement = 'S2 of the new import'`);
  });
  at('2026-11-15');
  await waymark.get(CouncilDecisionsService).propose(actorOf(member), { subject: 'other', about: '', missionId: education.mission.id, title: 'Not public yet', text: 'W' });
  at('2026-11-23');
  return {
    education,
    alert: alert.reference,
    days: [
      { on: '2026-08-10', words: 'Deteriorating' },
      { on: '2026-08-10', words: alert.reference },
      { on: '2026-08-20', words: 'Helen Marsh' },
      { on: '2026-09-05', words: 'Catch-up hubs opened in twenty places.' },
      { on: '2026-09-05', words: 'Results lag behind attendance.' },
      { on: '2026-09-10', words: 'Given by a member for the council' },
      { on: DECIDED, words: 'Education is too slow' },
      { on: '2026-10-10', words: 'Too slow everywhere.' },
      { on: '2026-10-20', words: 'Tutors in every school' },
      { on: '2026-11-01', words: 'S2 of the new import' },
    ],
    replaced: { words: 'Too slow in the north.', until: '2026-10-09', from: '2026-10-10' },
  };
}

async function accept(waymark: TestApplication, { people }: EducationMission, { id, rowVersion }: Review): Promise<void> {
  const reviews = waymark.get(ReviewsService);
  await reviews.claim(actorOf(people.reviewer), id, rowVersion);
  const claimed = await waymark.dataSource.getRepository(Review).findOneByOrFail({ id });
  await reviews.decide(actorOf(people.reviewer), id, { draft: { decision: 'accepted', reasons: [] }, rowVersion: claimed.rowVersion });
  await waymark.runJobs();
}

async function judge(waymark: TestApplication, { mission, people }: EducationMission, sentence: string, decision?: string): Promise<void> {
  const standing = await waymark.get(JudgementsQueries).standingOfMission(mission.id);
  await waymark.get(GivenJudgementsService).recordCouncil(actorOf(people.member), { missionId: mission.id, verdict: 'slipping', sentence, seen: standing?.council?.id ?? '', ...(decision ? { decision } : {}) });
}

async function decide(waymark: TestApplication, { mission, people }: EducationMission, title: string): Promise<CouncilDecision> {
  const decisions = waymark.get(CouncilDecisionsService);
  const read = (reference: string): Promise<CouncilDecision> => waymark.dataSource.getRepository(CouncilDecision).findOneByOrFail({ reference });
  const { reference } = await decisions.propose(actorOf(people.member), { subject: 'council-judgement', about: '', missionId: mission.id, title, text: 'The council judges so.' });
  await decisions.open(actorOf(people.chair), await read(reference));
  for (const person of [people.member, people.chair]) await decisions.vote(actorOf(person), reference, { part: 'for', words: '' });
  return decisions.close(actorOf(people.chair), await read(reference), 'Agreed.');
}

/** What comes after the story, all in February 2027: a release, a new wording with another lead and a higher target, a judgement, an answer, another caveat. */
export async function tellMore(waymark: TestApplication, { education }: Told): Promise<void> {
  waymark.clock.set('2027-02-01T10:00:00Z');
  const { mission, metric, organisations, people } = education;
  const [alert] = (await waymark.get(AlertsQueries).all()).open;
  if (!alert) throw new Error('no alert is open');
  await waymark.get(AlertsService).say(actorOf(people.official), alert.reference, 'query', { text: 'Which figure of 2027?', rowVersion: alert.rowVersion });
  await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'FRAMEWORK_IMPORTED', subject: 'test' }, async ({ manager, now }) => {
    await manager.query(`UPDATE frameworks SET imported_at = $1, title = 'Levelling Up 2027'`, [now]);
    await manager.query('UPDATE missions SET clauses = $1', [JSON.stringify([{ key: 'a', text: 'A clause of 2027', coveredBy: ['key-stage-2'] }])]);
    await manager.query('DELETE FROM mission_leads');
    await manager.query(`INSERT INTO mission_leads (mission_id, organisation_id, from_date, basis) VALUES ($1, $2, '2022-02-02', 'paper')`, [mission.id, organisations.dhsc.id]);
    await manager.query(`UPDATE targets SET title = '95% reach the expected standard', rule = '{"kind": "level", "value": 95}'`);
    await manager.query(`UPDATE metrics SET caveat = 'Estimated by a new method.'`);
  });
  await publishFigures(waymark.dataSource, education, { '2022-09-01/P1Y': 75, '2029-09-01/P1Y': 99 }, '2027-02-01');
  await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TRIED', subject: metric.slug }, (tx) => tx.enqueue(JUDGE_MISSIONS, { cause: 'release' }));
  await waymark.runJobs();
  await judge(waymark, education, 'Better in spring.');
}
