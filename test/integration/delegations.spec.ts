import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor } from '#domain/access/permissions.js';
import { ActorsService } from '#features/access/actors.service.js';
import { Delegation } from '#features/delegations/delegation.entity.js';
import { DelegationsService } from '#features/delegations/delegations.service.js';
import { StandingDelegations } from '#features/delegations/standing-delegations.queries.js';
import { EvidenceReturnsService } from '#features/evidence-returns/evidence-returns.service.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { SubmissionEvent } from '#features/submissions/submission-event.entity.js';
import { SubmissionVersion } from '#features/submissions/submission-version.entity.js';
import { SubmissionsQueries } from '#features/submissions/submissions.queries.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { actorOf, savePerson } from '../factories/delivered-return.factory.js';
import { type DepartmentActor, openedAs, refusalOf, startDepartments, type SubmissionFactory } from '../factories/submission.factory.js';
import { type TestApplication } from '../support/application.js';

const TODAY = '2026-11-23';

describe('delegated signing', () => {
  let waymark: TestApplication;
  let make: SubmissionFactory;
  let actors: Record<DepartmentActor, Actor>;
  let delegations: DelegationsService;
  let submissions: SubmissionsService;
  let organisationId: string;

  beforeAll(async () => {
    let education;
    ({ waymark, make, actors, education } = await startDepartments());
    organisationId = education.organisations.dfe.id;
    [delegations, submissions] = [waymark.get(DelegationsService), waymark.get(SubmissionsService)];
  });
  afterAll(() => waymark?.close());

  let people = 0;
  const person = async (roles: Parameters<typeof savePerson>[2] = ['official'], organisation = 'dfe'): Promise<Actor> =>
    actorOf(await savePerson(waymark, `Person ${(people += 1)}`, roles, organisation));
  /** As the pages know somebody now, with what a delegation lends them. */
  const signedIn = async ({ id }: Actor): Promise<Actor> => (await waymark.get(ActorsService).actorOf(id)) ?? actors.otherOfficial;
  const lend = async (sro: Actor, delegate: Actor, fromOn = TODAY, toOn = '2026-12-04'): Promise<Delegation> =>
    delegations.delegate(sro, { delegateId: delegate.id, fromOn, toOn, reason: 'Annual leave' });
  const signedOf = async ({ id }: { id: string }): Promise<[string, string | null] | undefined> => {
    const version = await waymark.dataSource.getRepository(SubmissionVersion).findOneBy({ submissionId: id });
    return version ? [version.signedBy, version.signedFor] : undefined;
  };

  it('lets another person of the department sign for the SRO, who need not be one', async () => {
    const [sro, delegate] = [await person(['sro']), await person(['statistician'])];
    const submission = await make.in('awaiting-sign-off');
    expect(await refusalOf(submissions.move(await signedIn(delegate), openedAs(submission), 'submit'))).toEqual(['forbidden', ['forbidden']]);
    const delegation = await lend(sro, delegate);
    const submitted = await submissions.move(await signedIn(delegate), openedAs(submission), 'submit');
    expect([submitted.status, submitted.signedBy]).toEqual(['submitted', delegate.id]);
    expect(await signedOf(submission)).toEqual([delegate.id, sro.id]);
    const event = await waymark.dataSource.getRepository(SubmissionEvent).findOneByOrFail({ submissionId: submission.id, action: 'submit' });
    expect([event.actorId, event.actorName]).toEqual([delegate.id, `${delegate.name} (for ${sro.name})`]);
    const told = await waymark.dataSource.getRepository(Notice).findBy({ about: `delegation:${delegation.id}` });
    expect(told.map(({ userId, subject }) => [userId, subject]).sort()).toEqual([sro.id, delegate.id].map((id) => [id, `Sign-off delegated: ${delegate.name} for ${sro.name}`]).sort());
  });

  it('lends declining, and neither editing, withdrawing nor delegating', async () => {
    const [sro, delegate] = [await person(['sro']), await person(['statistician'])];
    await lend(sro, delegate);
    const actor = await signedIn(delegate);
    const declined = await submissions.move(actor, openedAs(await make.in('awaiting-sign-off')), 'decline', [{ section: null, text: 'No.' }]);
    expect(declined.status).toBe('draft');
    expect(await refusalOf(submissions.move(actor, openedAs(await make.in('submitted')), 'withdraw', [{ section: null, text: 'No.' }]))).toEqual(['forbidden', ['forbidden']]);
    expect(await refusalOf(submissions.move(actor, openedAs(declined), 'send-for-sign-off'))).toEqual(['forbidden', ['forbidden']]);
    expect(await refusalOf(lend(actor, await person()))).toEqual(['forbidden', ['forbidden']]);
  });

  it('an SRO who is somebody’s delegate signs in their own right', async () => {
    const [sro, other] = [await person(['sro']), await person(['sro'])];
    await lend(sro, other);
    const submission = await make.in('awaiting-sign-off');
    await submissions.move(await signedIn(other), openedAs(submission), 'submit');
    expect(await signedOf(submission)).toEqual([other.id, null]);
  });

  it('whoever wrote a part signs by no delegation, nor is it signed for them', async () => {
    const [sro, author] = [await person(['sro']), await person(['official'])];
    await lend(sro, author);
    const written = await waymark.get(EvidenceReturnsService).save(author, openedAs(await make.in('draft')), { narrative: 'By the delegate.' });
    const sent = await submissions.move(actors.official, openedAs(written), 'send-for-sign-off');
    const told = await waymark.dataSource.getRepository(Notice).findBy({ about: `submission:${sent.id}` });
    expect([told.some(({ userId }) => userId === sro.id), told.some(({ userId }) => userId === author.id)]).toEqual([true, false]);
    expect((await waymark.get(SubmissionsQueries).dossier(await signedIn(author), 'evidence-return', sent.id)).signsInVain).toBe(true);
    expect(await refusalOf(submissions.move(await signedIn(author), openedAs(sent), 'submit'))).toEqual(['invalid', ['author-signs']]);

    const [authorSro, delegate] = [await person(['official', 'sro']), await person()];
    await lend(authorSro, delegate);
    const own = await waymark.get(EvidenceReturnsService).save(authorSro, openedAs(await make.in('draft')), { narrative: 'By the SRO.' });
    const sentOwn = await submissions.move(actors.official, openedAs(own), 'send-for-sign-off');
    expect(await refusalOf(submissions.move(await signedIn(delegate), openedAs(sentOwn), 'submit'))).toEqual(['invalid', ['author-signs']]);
  });

  it('ends at once when it is ended, though the page stood open', async () => {
    const [sro, delegate] = [await person(['sro']), await person()];
    const delegation = await lend(sro, delegate);
    const before = await signedIn(delegate);
    const submission = await make.in('awaiting-sign-off');
    await delegations.end(sro, delegation.id, delegation.rowVersion);
    expect(await refusalOf(submissions.move(before, openedAs(submission), 'submit'))).toEqual(['forbidden', ['delegation-ended']]);
    expect((await signedIn(delegate)).standsInFor).toBeUndefined();
    expect(await refusalOf(delegations.end(sro, delegation.id, delegation.rowVersion))).toEqual(['conflict', ['delegation-over']]);
    expect((await lend(sro, delegate)).id).not.toBe(delegation.id);
  });

  it('holds no longer than its SRO is one', async () => {
    const [sro, delegate] = [await person(['sro']), await person()];
    await lend(sro, delegate);
    await waymark.dataSource.query(`UPDATE users SET roles = '{official}' WHERE id = $1`, [sro.id]);
    expect((await signedIn(delegate)).standsInFor).toBeUndefined();
  });

  it.each<[string, string, string, [string, boolean][]]>([
    ['in winter', '2027-01-11', '2027-01-12', [['2027-01-10T23:59:59Z', false], ['2027-01-11T00:00:00Z', true], ['2027-01-12T23:59:59Z', true], ['2027-01-13T00:00:00Z', false]]],
    ['into summer time', '2027-03-27', '2027-03-28', [['2027-03-26T23:59:59Z', false], ['2027-03-27T00:00:00Z', true], ['2027-03-28T22:59:59Z', true], ['2027-03-28T23:00:00Z', false]]],
    ['in summer', '2027-07-01', '2027-07-01', [['2027-06-30T22:59:59Z', false], ['2027-06-30T23:00:00Z', true], ['2027-07-01T22:59:59Z', true], ['2027-07-01T23:00:00Z', false]]],
    ['out of summer time', '2027-10-30', '2027-10-31', [['2027-10-29T22:59:59Z', false], ['2027-10-29T23:00:00Z', true], ['2027-10-31T23:59:59Z', true], ['2027-11-01T00:00:00Z', false]]],
  ])('holds from the first midnight in London to the last, %s, in the service and in the database', async (_, fromOn, toOn, instants) => {
    const [sro, delegate] = [await person(['sro']), await person()];
    await lend(sro, delegate, fromOn, toOn);
    const submission = await make.in('awaiting-sign-off');
    for (const [at, holds] of instants) {
      const found = await waymark.get(StandingDelegations).standingFor(waymark.dataSource.manager, delegate.id, organisationId, new Date(at));
      const rows: { barred: string | null }[] = await waymark.dataSource.query('SELECT signature_is_barred($1, $2, $3, $4, $5) AS barred', [delegate.id, sro.id, submission.id, organisationId, at]);
      expect([at, found?.id, rows[0]?.barred ?? null]).toEqual([at, holds ? sro.id : undefined, holds ? null : 'no delegation holds on that day']);
    }
  });

  describe('is refused', () => {
    it.each<[string, { fromOn?: string | null; toOn?: string | null; reason?: string; delegate?: 'self' | 'other' | 'nobody' }, string[]]>([
      ['from yesterday', { fromOn: '2026-11-22' }, ['from-past']],
      ['backwards', { fromOn: '2026-12-02', toOn: '2026-12-01' }, ['to-before-from']],
      ['without days', { fromOn: null, toOn: null }, ['from-wrong', 'to-wrong']],
      ['without a reason', { reason: ' ' }, ['reason-missing']],
      ['to oneself', { delegate: 'self' }, ['delegate-self']],
      ['to somebody of another department', { delegate: 'other' }, ['delegate-elsewhere']],
      ['to nobody', { delegate: 'nobody' }, ['delegate-missing']],
    ])('%s', async (_, { delegate, ...wanted }, codes) => {
      const sro = await person(['sro']);
      const ids = { self: sro.id, other: actors.otherOfficial.id, nobody: '' };
      const delegateId = delegate ? ids[delegate] : (await person()).id;
      expect(await refusalOf(delegations.delegate(sro, { delegateId, fromOn: TODAY, toOn: '2026-12-04', reason: 'Leave', ...wanted }))).toEqual(['invalid', codes]);
    });

    it('where days overlap: one delegate for an SRO, and one SRO for a delegate', async () => {
      const [sro, otherSro, delegate, another] = [await person(['sro']), await person(['sro']), await person(), await person()];
      await lend(sro, delegate, '2026-12-01', '2026-12-10');
      expect(await refusalOf(lend(sro, another, '2026-12-10', '2026-12-12'))).toEqual(['invalid', ['overlaps']]);
      expect(await refusalOf(lend(otherSro, delegate, '2026-11-30', '2026-12-01'))).toEqual(['invalid', ['overlaps']]);
      await lend(sro, another, '2026-12-11', '2026-12-12');
      await lend(otherSro, delegate, '2026-11-30', '2026-11-30');
      const insert = `INSERT INTO delegations (organisation_id, delegator_id, delegate_id, from_on, to_on, reason, created_at, row_version) VALUES ($1, $2, $3, '2026-12-05', '2026-12-05', 'x', '2026-11-23', 1)`;
      await expect(waymark.dataSource.query(insert, [organisationId, sro.id, another.id])).rejects.toThrow('delegations_one_delegate');
    });

    it('for one of two that overlap and come at once', async () => {
      const [sro, one, two] = [await person(['sro']), await person(), await person()];
      const outcomes = await Promise.allSettled([lend(sro, one), lend(sro, two)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('for whoever is no SRO, and ended by nobody of another department', async () => {
      expect(await refusalOf(lend(await person(['official']), await person()))).toEqual(['forbidden', ['forbidden']]);
      const delegation = await lend(await person(['sro']), await person());
      expect(await refusalOf(delegations.end(actors.otherSro, delegation.id, delegation.rowVersion))).toEqual(['forbidden', ['forbidden']]);
    });
  });
});
