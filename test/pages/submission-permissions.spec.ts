import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#domain/access/permissions.js';
import { type SubmissionKind, type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { AccessWebModule } from '#features/access/web/access-web.module.js';
import { CommentsWebModule } from '#features/comments/web/comments-web.module.js';
import { DelegationsService } from '#features/delegations/delegations.service.js';
import { DeliveryPlansWebModule } from '#features/delivery-plans/web/delivery-plans-web.module.js';
import { DraftLinksWebModule } from '#features/draft-links/web/draft-links-web.module.js';
import { EvidenceReturnsWebModule } from '#features/evidence-returns/web/evidence-returns-web.module.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { SubmissionsWebModule } from '#features/submissions/web/submissions-web.module.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { actorOf, savePerson } from '../factories/delivered-return.factory.js';
import { saveEducationMission } from '../factories/education-mission.factory.js';
import { SubmissionFactory } from '../factories/submission.factory.js';
import { JobsModule } from '../../apps/worker/src/jobs.module.js';
import { type Agent, startTestApplication, type TestApplication } from '../support/application.js';

const MODULES = [AccessWebModule, SubmissionsWebModule, EvidenceReturnsWebModule, DeliveryPlansWebModule, CommentsWebModule, DraftLinksWebModule, JobsModule];

const KINDS: SubmissionKind[] = ['evidence-return', 'delivery-plan'];
const ROOM: Record<SubmissionKind, string> = { 'evidence-return': '/evidence-returns', 'delivery-plan': '/delivery-plans' };
/** One page where the words are written. */
const WRITING: Record<SubmissionKind, string> = { 'evidence-return': '/narrative', 'delivery-plan': '/summary' };

const STATES: SubmissionStatus[] = ['draft', 'awaiting-sign-off', 'submitted', 'in-review', 'changes-requested', 'accepted', 'withdrawn', 'not-submitted', 'published-unresolved'];

const WHO = ['official', 'sro', 'delegate', 'other', 'reviewer'] as const;
type Who = (typeof WHO)[number];

/**
 * By hand: who gets which page in which state, one letter a state in the order of STATES.
 * `y` it opens, `n` it is not theirs (403), `c` not in this state (409), `-` there is no such page (404).
 */
const TABLE: Record<string, Record<Who, string>> = {
  //                   draft…unresolved
  '':                { official: 'yyyyyyyyy', sro: 'yyyyyyyyy', delegate: 'yyyyyyyyy', other: 'nnnnnnnnn', reviewer: 'nnyyyyyny' },
  writing:           { official: 'ycccycccc', sro: 'nnnnnnnnn', delegate: 'nnnnnnnnn', other: 'nnnnnnnnn', reviewer: 'nnnnnnnnn' },
  '/check':          { official: 'ycccycccc', sro: 'nnnnnnnnn', delegate: 'nnnnnnnnn', other: 'nnnnnnnnn', reviewer: 'nnnnnnnnn' },
  '/declined':       { official: 'ycccycccc', sro: 'nnnnnnnnn', delegate: 'nnnnnnnnn', other: 'nnnnnnnnn', reviewer: 'nnnnnnnnn' },
  '/clearance':      { official: 'cyccccccc', sro: 'cyccccccc', delegate: 'nnnnnnnnn', other: 'nnnnnnnnn', reviewer: 'nnnnnnnnn' },
  '/sign-off':       { official: 'nnnnnnnnn', sro: 'cyccccccc', delegate: 'cyccccccc', other: 'nnnnnnnnn', reviewer: 'nnnnnnnnn' },
  '/decline':        { official: 'nnnnnnnnn', sro: 'cyccccccc', delegate: 'cyccccccc', other: 'nnnnnnnnn', reviewer: 'nnnnnnnnn' },
  '/confirmation':   { official: 'nnnnnnnnn', sro: 'ccyyyyccy', delegate: 'ccyyyyccy', other: 'nnnnnnnnn', reviewer: 'nnnnnnnnn' },
  '/withdraw':       { official: 'ccycccccc', sro: 'ccycccccc', delegate: 'nnnnnnnnn', other: 'nnnnnnnnn', reviewer: 'nnnnnnnnn' },
  '/take-up':        { official: 'ccccccycc', sro: 'nnnnnnnnn', delegate: 'nnnnnnnnn', other: 'nnnnnnnnn', reviewer: 'nnnnnnnnn' },
  '/comments':       { official: 'yyyyyyyyy', sro: 'yyyyyyyyy', delegate: 'yyyyyyyyy', other: 'nnnnnnnnn', reviewer: 'nnnnnnnnn' },
  '/draft-links':    { official: 'yyyyyyyyy', sro: 'yyyyyyyyy', delegate: 'nnnnnnnnn', other: 'nnnnnnnnn', reviewer: 'nnnnnnnnn' },
  '/draft-links/new': { official: 'yyccycccc', sro: 'yyccycccc', delegate: 'nnnnnnnnn', other: 'nnnnnnnnn', reviewer: 'nnnnnnnnn' },
  '/versions/1':     { official: '--yyyyy-y', sro: '--yyyyy-y', delegate: '--yyyyy-y', other: 'nnnnnnnnn', reviewer: 'nnyyyyyny' },
};

/** A plan commits the department for a year: its officials cannot take it back. */
const PLAN_DIFFERS: Record<string, Record<string, string>> = { '/withdraw': { official: 'ccncccccc' } };

const LETTER: Record<number, string> = { 200: 'y', 403: 'n', 404: '-', 409: 'c' };

describe.each(KINDS)('who gets which page of a %s', (kind) => {
  let waymark: TestApplication;
  const agents: Partial<Record<string, Agent>> = {};
  const made: Submission[] = [];

  beforeAll(async () => {
    waymark = await startTestApplication({ modules: MODULES });
    const education = await saveEducationMission(waymark.dataSource);
    const make = new SubmissionFactory(waymark, education);
    const { official, sro, reviewer } = education.people;
    const other = await savePerson(waymark, 'Otto Other', ['official', 'sro'], 'dhsc');
    const delegate = await savePerson(waymark, 'Dee Delegate', ['statistician'], 'dfe');
    await waymark.get(DelegationsService).delegate(actorOf(sro), { delegateId: delegate.id, fromOn: '2026-11-23', toOn: '2026-11-23', reason: 'Leave' });
    for (const [name, { email }] of Object.entries({ official, sro, delegate, reviewer, other })) agents[name] = await waymark.signIn(email);
    /** The clock closes the window. */
    const closed = async (from: SubmissionStatus, action: 'close-window' | 'close-unresolved'): Promise<Submission> => {
      const submission = await make.in(from, kind);
      await waymark.dataSource.getRepository(Submission).update({ id: submission.id }, { closesOn: '2026-11-20' });
      return waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TEST', subject: 'test' }, (tx) =>
        waymark.get(SubmissionsService).moveInTransaction(tx, systemActor('job', 'test'), submission, action));
    };
    for (const state of STATES) {
      if (state === 'not-submitted') made.push(await closed('draft', 'close-window'));
      else if (state === 'published-unresolved') made.push(await closed('changes-requested', 'close-unresolved'));
      else made.push(await make.in(state, kind));
    }
  }, 60_000);
  afterAll(() => waymark?.close());

  it('has every state', () => {
    expect(made.map(({ status }) => status)).toEqual(STATES);
  });

  it.each(Object.keys(TABLE).flatMap((page) => WHO.map((who) => [page, who] as const)))('%s for the %s', async (page, who) => {
    const agent = agents[who];
    if (!agent) throw new Error(`nobody is signed in as ${who}`);
    const path = page === 'writing' ? WRITING[kind] : page;
    let letters = '';
    for (const { id } of made) letters += LETTER[(await waymark.open(agent, `${ROOM[kind]}/${id}${path}`)).status] ?? '?';
    const expected = (kind === 'delivery-plan' ? PLAN_DIFFERS[page]?.[who] : undefined) ?? TABLE[page]?.[who];
    expect([page, who, letters]).toEqual([page, who, expected]);
  });
});
