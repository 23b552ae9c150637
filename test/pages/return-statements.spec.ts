import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVIDENCE_RETURN_SECTIONS } from '#domain/evidence-returns/evidence-return-content.js';
import { EvidenceReturnsService } from '#features/evidence-returns/evidence-returns.service.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { Review } from '#features/reviews/review.entity.js';
import { ReviewsService } from '#features/reviews/reviews.service.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { actorOf, ANSWERS, deliver } from '../factories/delivered-return.factory.js';
import { type EducationMission, publishFigures, saveEducationMission } from '../factories/education-mission.factory.js';
import { openedAs, SubmissionFactory } from '../factories/submission.factory.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';
import { statementsOf } from '../support/statement-count.js';

const MOST = 14;
const MORE_TARGETS = 6;
const SERIES = { '2018-09-01/P1Y': 65, '2022-09-01/P1Y': 63, '2023-09-01/P1Y': 61 };

/** What each page of a return asks of the database: little, and with seven targets no more than with one. */
describe('the statements that a page of a return asks', () => {
  let waymark: TestApplication;
  let education: EducationMission;
  let agents: Record<'official' | 'sro' | 'reviewer' | 'visitor', Agent>;
  let draft: Submission;
  let waiting: Submission;
  let reviewed: Review;
  let declined: Submission;
  let accepted: Submission;
  let nil: Submission;
  let draftPath: string;
  const oneTarget = new Map<string, number>();

  beforeAll(async () => {
    waymark = await startTestApplication();
    education = await saveEducationMission(waymark.dataSource);
    const make = new SubmissionFactory(waymark, education);
    await publishFigures(waymark.dataSource, education, SERIES, '2026-10-01');
    await judge();
    const { official, sro, reviewer } = education.people;
    const [first, second, third] = (await Promise.all([official, sro, reviewer].map(({ email }) => waymark.signIn(email)))) as [Agent, Agent, Agent];
    agents = { official: first, sro: second, reviewer: third, visitor: waymark.visitor() };
    reviewed = await inReview(await make.in('submitted'));
    accepted = await acceptOne(await make.open('evidence-return'));
    draft = await make.write(await make.open('evidence-return'));
    waiting = await waymark.get(SubmissionsService).move(actorOf(official), openedAs(await make.write(await make.open('evidence-return'))), 'send-for-sign-off');
    nil = await nilOne(await make.open('evidence-return'));
    declined = await declinedOne(await make.in('awaiting-sign-off'));
    await waymark.submit(agents.official, `/evidence-returns/${draft.id}/comments`, { section: 'narrative', text: 'Say which hubs.' });
    draftPath = await linkTo(draft);
    for (const [page, count] of await counted()) oneTarget.set(page, count);
    await addTargets();
    await waymark.get(EvidenceReturnsService).save(actorOf(official), openedAs(await current(draft)), {});
  }, 120_000);
  afterAll(() => waymark?.close());

  const current = ({ id }: { id: string }): Promise<Submission> => waymark.dataSource.getRepository(Submission).findOneByOrFail({ id });

  async function judge(): Promise<void> {
    await waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TRIED', subject: 'test' }, (tx) => tx.enqueue(JUDGE_MISSIONS, { cause: 'release' }));
    await waymark.runJobs();
  }

  async function inReview(submission: Submission): Promise<Review> {
    await waymark.runJobs();
    const reviews = waymark.dataSource.getRepository(Review);
    const { id, rowVersion } = await reviews.findOneByOrFail({ submissionId: submission.id });
    await waymark.get(ReviewsService).claim(actorOf(education.people.reviewer), id, rowVersion);
    return reviews.findOneByOrFail({ id });
  }

  async function acceptOne(submission: Submission): Promise<Submission> {
    const { id } = await inReview(await deliver(waymark, education, submission, ANSWERS));
    const { rowVersion } = await waymark.dataSource.getRepository(Review).findOneByOrFail({ id });
    await waymark.get(ReviewsService).decide(actorOf(education.people.reviewer), id, { draft: { decision: 'accepted', reasons: [] }, rowVersion });
    return current(submission);
  }

  async function nilOne(submission: Submission): Promise<Submission> {
    const saved = await waymark.submit(agents.official, `/evidence-returns/${submission.id}/nil`, { narrative: 'Nothing new.', rating: 'amber', ratingReason: 'As before.', then: 'later' });
    expect([saved.status, saved.headers['location']]).toEqual([303, `/evidence-returns/${submission.id}`]);
    return current(submission);
  }

  async function declinedOne(submission: Submission): Promise<Submission> {
    return waymark.get(SubmissionsService).move(actorOf(education.people.sro), openedAs(submission), 'decline', [{ section: 'narrative', text: 'Say which hubs.' }]);
  }

  async function linkTo({ id }: Submission): Promise<string> {
    const made = await waymark.submit(agents.official, `/evidence-returns/${id}/draft-links/new`, { purpose: 'Analysts', days: '7' });
    const { $ } = await waymark.open(agents.official, String(made.headers['location']));
    return new URL(/https?:\S+/.exec($('.govuk-notification-banner__content').text())?.[0] ?? '').pathname;
  }

  /** Each with a metric and a series of its own. */
  async function addTargets(): Promise<void> {
    const { metric: { id: _metricId, ...metric }, target: { id: _targetId, ...target } } = education;
    for (let number = 1; number <= MORE_TARGETS; number += 1) {
      const more = await waymark.dataSource.getRepository(Metric).save({ ...metric, slug: `more-${number}` });
      await waymark.dataSource.getRepository(Target).save({ ...target, slug: `target-${number}`, title: `Target ${number}`, metricId: more.id, position: number + 1 });
      await publishFigures(waymark.dataSource, { ...education, metric: more }, SERIES, `2026-10-0${number + 1}`);
    }
    await judge();
  }

  const pages = (): [keyof typeof agents, string][] => {
    const [own, sent] = [`/evidence-returns/${draft.id}`, `/evidence-returns/${waiting.id}`];
    return [
      ...['', ...EVIDENCE_RETURN_SECTIONS.map(({ key }) => `/${key}`), '/figures/expected-standard', '/evidence/new', '/risks/new', '/next-steps/new', '/check', '/copy-forward',
        '/attachments/add', '/workbook', '/comments', '/draft-links', '/draft-links/new'].map((page): [keyof typeof agents, string] => ['official', `${own}${page}`]),
      ...['', '/sign-off', '/decline', '/clearance', '/comments'].map((page): [keyof typeof agents, string] => ['sro', `${sent}${page}`]),
      ...['', '/figures', '/comments', '/check', '/declined', '/draft-links'].map((page): [keyof typeof agents, string] => ['official', `/evidence-returns/${declined.id}${page}`]),
      ...['', '/nil', '/check', '/comments'].map((page): [keyof typeof agents, string] => ['official', `/evidence-returns/${nil.id}${page}`]),
      ...['', '/versions/1', '/attachments', '/comments'].map((page): [keyof typeof agents, string] => ['sro', `/evidence-returns/${accepted.id}${page}`]),
      ...['', '/compare', '/decide'].map((page): [keyof typeof agents, string] => ['reviewer', `/reviews/${reviewed.id}${page}`]),
      ['reviewer', `/evidence-returns/${reviewed.submissionId}`],
      ['reviewer', `/evidence-returns/${reviewed.submissionId}/versions/1`],
      ['official', '/work'],
      ['visitor', draftPath],
      ['visitor', '/frameworks/levelling-up-2022/missions/education'],
    ];
  };

  async function counted(): Promise<[string, number][]> {
    const counts: [string, number][] = [];
    for (const [who, page] of pages()) {
      // whoever has just come back writes the session once; a visitor's page is kept in memory once it was opened
      if (who !== 'visitor') await waymark.open(agents[who], page);
      const { result, statements } = await statementsOf(() => waymark.open(agents[who], page));
      expect([page, result.status]).toEqual([page, 200]);
      counts.push([page, statements.length]);
    }
    return counts;
  }

  it('are fewer than 15, and with seven targets no more than with one', async () => {
    const now = await counted();
    const { $ } = await waymark.open(agents.official, `/evidence-returns/${draft.id}/figures`);
    expect($('figure svg, .waymark-chart svg, main svg').length).toBeGreaterThan(MORE_TARGETS);
    expect(now.filter(([, count]) => count > MOST)).toEqual([]);
    expect(now.filter(([page, count]) => count > (oneTarget.get(page) ?? 0)).map(([page, count]) => [page, oneTarget.get(page), count])).toEqual([]);
  });
});
