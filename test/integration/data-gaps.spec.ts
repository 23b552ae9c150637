import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type DataGap } from '#features/data-gaps/data-gap.entity.js';
import { DataGapMovesService } from '#features/data-gaps/data-gap-moves.service.js';
import { ownerOfGap } from '#features/data-gaps/gap-owner.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { Release } from '#features/releases/release.entity.js';
import { AuditEntry } from '#platform/audit/audit-entry.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { publishFigures } from '../factories/education-mission.factory.js';
import { type Register, startRegister } from '../factories/data-gap-register.factory.js';

const DAY = 24 * 60 * 60 * 1000;

describe('the register of data gaps', () => {
  let register: Register;
  const moves = (): DataGapMovesService => register.waymark.get(DataGapMovesService);
  const current = async (): Promise<DataGap> => register.only();
  const edit = async (over: Partial<Parameters<DataGapMovesService['edit']>[2]>, actor = register.statistician): Promise<void> => {
    const gap = await current();
    return moves().edit(actor, gap.reference, {
      ownerId: gap.ownerId ?? '', ownerPerson: gap.ownerPerson ?? '', plan: gap.plan ?? '', resource: gap.resource ?? '', dateNeeded: gap.dateNeeded,
      reason: '', rowVersion: gap.rowVersion, ...over,
    });
  };
  const decide = async (decision: 'close' | 'decline' | 'reopen', reason: string, actor = register.statistician): Promise<void> => {
    const { reference, rowVersion } = await current();
    return moves().decide(actor, reference, decision, { reason, rowVersion });
  };

  beforeEach(async () => {
    register = await startRegister();
  });
  afterEach(() => register.waymark.close());

  it('opens a gap once, for the lead department, needed in a year, with its targets', async () => {
    expect(await register.sync([register.finding()])).toEqual({ opened: 1, standing: 0, closed: 0 });
    register.waymark.clock.advance(DAY);
    expect(await register.sync([register.finding({ sentence: 'It still does.' })])).toEqual({ opened: 0, standing: 1, closed: 0 });
    const gap = await current();
    expect(gap).toMatchObject({
      kind: 'noise', state: 'open', sentence: 'It still does.', dateNeeded: '2027-06-01', plan: null, resource: null, ownerId: null, rowVersion: 1,
      openedAt: new Date('2026-06-01T08:00:00Z'), lastSeenAt: new Date('2026-06-02T08:00:00Z'),
    });
    expect(gap.reference).toMatch(/^DG-2026-[34679CDFGHJKMNPQRTWXY]{4}$/);
    expect(ownerOfGap(gap, '2026-06-02')?.slug).toBe('dfe');
    expect(gap.targets.map(({ target }) => target.slug)).toEqual(['expected-standard']);
    expect((await register.events(gap)).map(({ action, toState, actorName, text }) => [action, toState, actorName, text])).toEqual([
      ['open', 'open', 'Waymark', 'The error hides the answer.'],
    ]);
  });

  it('keeps one a metric, geography and kind', async () => {
    const found = [register.finding(), register.finding({ kind: 'stale' }), register.finding({ geography: 'every utla of England' })];
    expect(await register.sync(found)).toEqual({ opened: 3, standing: 0, closed: 0 });
    expect(await register.sync(found)).toEqual({ opened: 0, standing: 3, closed: 0 });
  });

  it('closes a gap whose cause is gone, keeps it, and opens another when the cause comes back', async () => {
    await register.sync([register.finding()]);
    expect(await register.sync([])).toEqual({ opened: 0, standing: 0, closed: 1 });
    const gap = await current();
    expect(gap).toMatchObject({ state: 'closed', stateReason: 'Figures have come.', closedAt: new Date('2026-06-01T08:00:00Z') });
    expect((await register.events(gap)).map(({ action }) => action)).toEqual(['open', 'figures-come']);
    expect(await register.sync([])).toEqual({ opened: 0, standing: 0, closed: 0 });
    expect(await register.sync([register.finding()])).toEqual({ opened: 1, standing: 0, closed: 0 });
    expect((await register.gaps()).map(({ state }) => state)).toEqual(['open', 'closed']);
  });

  it('does not open again what somebody has closed, until its cause has gone and come back', async () => {
    await register.sync([register.finding()]);
    await decide('close', 'Replaced by the new series.');
    await register.sync([register.finding()]);
    expect(await current()).toMatchObject({ state: 'closed', stateReason: 'Replaced by the new series.', figuresCameAt: null });
    expect(await register.sync([])).toEqual({ opened: 0, standing: 0, closed: 0 });
    expect((await current()).stateReason).toBe('Replaced by the new series.');
    expect(await register.sync([register.finding()])).toEqual({ opened: 1, standing: 0, closed: 0 });
  });

  it('keeps every change of a statistician with name and date, and asks why a date is moved', async () => {
    await register.sync([register.finding()]);
    const { dhsc } = register.education.organisations;
    await expect(edit({ dateNeeded: '2027-09-01' })).rejects.toMatchObject({ kind: 'invalid', reasons: [{ code: 'reason-missing', field: 'reason' }] });
    await expect(edit({ dateNeeded: '2027-02-30', reason: 'x' })).rejects.toMatchObject({ reasons: [{ code: 'date-wrong', field: 'dateNeeded' }] });
    await expect(edit({ plan: 'A survey.' })).rejects.toMatchObject({ reasons: [{ code: 'resource-missing', field: 'resource' }] });
    await expect(edit({ ownerId: register.education.mission.id })).rejects.toMatchObject({ reasons: [{ code: 'owner-unknown', field: 'ownerId' }] });
    await expect(edit({})).rejects.toMatchObject({ reasons: [{ code: 'nothing-changed' }] });
    await expect(edit({ ownerPerson: 'X', rowVersion: 99 })).rejects.toMatchObject({ kind: 'conflict' });
    expect((await register.events(await current())).length).toBe(1);

    await edit({ ownerId: dhsc.id, ownerPerson: 'Jo Field, Head of Surveys', dateNeeded: '2027-09-01', reason: 'The field work runs to July.' });
    const gap = await current();
    expect(gap).toMatchObject({ state: 'open', dateNeeded: '2027-09-01', ownerPerson: 'Jo Field, Head of Surveys' });
    expect(ownerOfGap(gap, '2026-06-02')?.slug).toBe('dhsc');
    expect((await register.events(gap)).at(-1)).toMatchObject({
      action: 'change', toState: 'open', actorId: register.statistician.id, actorName: 'Sam Count, Advisory Council', at: new Date('2026-06-01T08:00:00Z'),
      text: [
        'Owner: Department of Health and Social Care (before: the department that leads the mission)',
        'Named person: Jo Field, Head of Surveys (before: nothing)',
        'Needed by: 1 September 2027 (before: 1 June 2027)',
        'Reason: The field work runs to July.',
      ].join('\n'),
    });
    const audit = await register.waymark.dataSource.getRepository(AuditEntry).findOneByOrFail({ event: 'DATA_GAP_CHANGED' });
    expect(audit).toMatchObject({ subject: `data-gap:${gap.id}`, facts: { fields: ['owner', 'ownerPerson', 'dateNeeded'] } });
    expect(JSON.stringify(audit.facts)).not.toMatch(/Jo Field|field work/);
  });

  it('is planned by its owner, and by nobody else’s officials', async () => {
    await register.sync([register.finding()]);
    const plan = async (name: 'official' | 'otherSro' | 'reviewer', text: string, resource: string): Promise<void> => {
      const { reference, rowVersion } = await current();
      return moves().plan(register.actor(name), reference, { plan: text, resource, rowVersion });
    };
    await expect(plan('reviewer', 'A', 'B')).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(plan('otherSro', 'A', 'B')).rejects.toMatchObject({ code: 'not-yours' });
    await expect(plan('official', 'A larger sample.', ' ')).rejects.toMatchObject({ kind: 'invalid', reasons: [{ field: 'resource' }] });
    await plan('official', 'A larger sample.\r\nFrom 2027.', ' £2 million a year ');
    expect(await current()).toMatchObject({ state: 'planned', plan: 'A larger sample.\nFrom 2027.', resource: '£2 million a year' });
    await plan('official', '', '');
    expect(await current()).toMatchObject({ state: 'open', plan: null, resource: null });
    expect((await register.events(await current())).map(({ action, toState, actorName }) => [action, toState, actorName])).toEqual([
      ['open', 'open', 'Waymark'],
      ['plan', 'planned', 'official, Department for Education'],
      ['drop-plan', 'open', 'official, Department for Education'],
    ]);
    await edit({ ownerId: register.education.organisations.dhsc.id });
    await expect(plan('official', 'A', 'B')).rejects.toMatchObject({ code: 'not-yours' });
    await plan('otherSro', 'A', 'B');
  });

  it('is closed, declined and opened again by a statistician alone, with a reason', async () => {
    await register.sync([register.finding()]);
    for (const name of ['official', 'sro', 'chair', 'reviewer'] as const) await expect(decide('close', 'x', register.actor(name))).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(decide('decline', ' ')).rejects.toMatchObject({ kind: 'invalid', reasons: [{ field: 'reason' }] });
    await expect(decide('reopen', 'x')).rejects.toMatchObject({ code: 'not-from-here' });
    await decide('decline', 'It would cost more than it tells.');
    expect(await current()).toMatchObject({ state: 'not-to-be-closed', stateReason: 'It would cost more than it tells.' });
    // still seen, still not to be closed
    await register.sync([register.finding()]);
    register.waymark.clock.set('2028-01-10T09:00:00Z');
    await decide('reopen', 'There is money now.');
    // the old date has passed while nobody was to close it: a year from 10 January 2028
    expect(await current()).toMatchObject({ state: 'open', stateReason: null, dateNeeded: '2029-01-10' });
    await decide('close', 'Done.');
    await expect(edit({ ownerPerson: 'X' })).rejects.toMatchObject({ code: 'not-from-here' });
  });

  it('gives one of two changes at once', async () => {
    await register.sync([register.finding()]);
    // both have the form open: the version is read once, or the slower of the two may read what the faster has written
    const { rowVersion } = await current();
    const both = await Promise.allSettled([edit({ ownerPerson: 'A', rowVersion }), edit({ ownerPerson: 'B', rowVersion })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } });
  });

  it('loses neither gaps nor history by SQL as the application’s role', async () => {
    await register.sync([register.finding()]);
    const query = (sql: string): Promise<unknown> => register.waymark.dataSource.query(sql);
    await expect(query('DELETE FROM data_gaps')).rejects.toThrow(/are kept/);
    await expect(query(`UPDATE data_gaps SET kind = 'stale'`)).rejects.toThrow(/keeps what it was opened on/);
    await expect(query(`UPDATE data_gaps SET state = 'closed'`)).rejects.toThrow(/timeline does not say so/);
    await expect(query(`UPDATE data_gap_events SET text = ''`)).rejects.toThrow(/permission denied/);
  });
});

describe('gaps found in figures', () => {
  let register: Register;
  const judge = async (): Promise<string[]> => {
    await register.waymark.get(UnitOfWork).run({ actor: 'command:test', event: 'TEST', subject: 'test:1' }, (tx) => tx.enqueue(JUDGE_MISSIONS, { cause: 'release' }));
    return register.waymark.runJobs();
  };
  const found = async (): Promise<[string, string, string][]> =>
    (await register.gaps()).map(({ kind, geography, state }): [string, string, string] => [kind, geography, state]).sort();

  beforeAll(async () => {
    register = await startRegister();
  });
  afterAll(() => register.waymark.close());

  it('follow each judging: no figure at all', async () => {
    expect(await judge()).toContain('find-data-gaps');
    expect(await found()).toEqual([['missing', 'E92000001', 'open']]);
    const [gap] = await register.gaps();
    expect(gap?.sentence).toMatch(/^There is no figure/);
    expect(gap?.openedByJudgementId).not.toBeNull();
  });

  it('close when figures come; figures for the nation alone are too coarse for councils', async () => {
    await publishFigures(register.waymark.dataSource, register.education, { '2018-09-01/P1Y': 65, '2024-09-01/P1Y': 66 }, '2026-05-01');
    await judge();
    expect(await found()).toEqual([['granularity', 'local authorities', 'open'], ['missing', 'E92000001', 'closed']]);
    const coarse = (await register.gaps()).find(({ kind }) => kind === 'granularity');
    expect(coarse?.sentence).toBe('Pupils at the expected standard: no figures for local authorities are published; there are figures only for larger areas (nations).');
  });

  it('count no figure of a release before its hour', async () => {
    const release = await publishFigures(register.waymark.dataSource, register.education, { '2025-09-01/P1Y': 66 }, '2026-05-02');
    await register.waymark.dataSource.getRepository(Release).update({ id: release.id }, { publishedAt: new Date('2032-12-16T09:30:00Z') });
    // two periods 72 months apart: 31 August 2025 + 6 years + 243 days (to 1 May 2026) = 30 April 2032, + half a year
    register.waymark.clock.set('2032-10-31T12:00:00Z');
    await judge();
    expect((await found()).filter(([kind]) => kind === 'stale')).toEqual([['stale', 'E92000001', 'open']]);
    register.waymark.clock.set('2032-12-17T12:00:00Z');
    await judge();
    expect((await found()).filter(([kind]) => kind === 'stale')).toEqual([['stale', 'E92000001', 'closed']]);
  });

  it('say when the figure that decides was due and is not there', async () => {
    // it decides by school year 2029/30, due on 15 December 2030
    expect((await found()).filter(([kind, , state]) => kind === 'missing' && state === 'open')).toEqual([['missing', 'E92000001', 'open']]);
  });
});
