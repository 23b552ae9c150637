import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ExtensionsService } from '#features/calendar/extensions.service.js';
import { Contribution } from '#features/contributions/contribution.entity.js';
import { DelegationsService } from '#features/delegations/delegations.service.js';
import { Notice } from '#features/notifications/notice.entity.js';
import { savePerson } from '../factories/delivered-return.factory.js';
import { type Departments, startDepartments } from '../factories/submission.factory.js';

const AT = '2026-11-23T12:00:00Z';
const ROLES = ['application', 'owner'] as const;

/** The rules hold for any SQL: every statement here comes from outside the services. */
describe('the database guards what departments do', () => {
  let departments: Departments;
  const clients: Partial<Record<(typeof ROLES)[number], pg.Client>> = {};
  let ids: Record<'sro' | 'official' | 'otherSro' | 'otherOfficial' | 'reviewer' | 'helper' | 'dfe' | 'dhsc', string>;

  const client = (role: (typeof ROLES)[number]): pg.Client => {
    const found = clients[role];
    if (!found) throw new Error(`no client of ${role}`);
    return found;
  };
  const refused = async (role: (typeof ROLES)[number], sql: string, values: unknown[]): Promise<string> => {
    const error: unknown = await client(role).query(sql, values).then(() => undefined, (reason: unknown) => reason);
    if (!(error instanceof pg.DatabaseError)) throw new Error(`no refusal of ${sql}`);
    expect(['23514', '23001', '42501']).toContain(error.code);
    return error.message;
  };
  const inserted = async (sql: string, values: unknown[]): Promise<string> => {
    const { rows } = await client('application').query<{ id: string }>(`${sql} RETURNING id`, values);
    return rows[0]?.id ?? '';
  };

  beforeAll(async () => {
    departments = await startDepartments();
    const { waymark, education, actors } = departments;
    for (const [role, connectionString] of [['application', waymark.database.url], ['owner', waymark.database.ownerUrl]] as const) {
      clients[role] = new pg.Client({ connectionString, options: '-c search_path=waymark' });
      await clients[role].connect();
    }
    const helper = await savePerson(waymark, 'Hal Helper', ['official'], 'dfe');
    const { sro, official, otherSro, otherOfficial, reviewer } = actors;
    ids = {
      sro: sro.id, official: official.id, otherSro: otherSro.id, otherOfficial: otherOfficial.id, reviewer: reviewer.id, helper: helper.id,
      dfe: education.organisations.dfe.id, dhsc: education.organisations.dhsc.id,
    };
  });
  afterAll(async () => {
    for (const role of ROLES) await clients[role]?.end();
    await departments?.waymark.close();
  });

  describe.each(ROLES)('as the %s', (role) => {
    it.each([
      ['submitted without a version', `status = 'submitted', signed_by = $2, drafted_by = $3`, 'was not delivered by its signer', ['sro', 'official']],
      ['submitted with a number only', `status = 'submitted', signed_by = $2, drafted_by = $3, delivered_versions = 1`, 'was not delivered by its signer', ['sro', 'official']],
      ['over while its window is open', `status = 'not-submitted', closes_on = '2026-12-31'`, 'its window has not closed', []],
      ['over where no window closes', `status = 'not-submitted', closes_on = NULL`, 'its window has not closed', []],
      ['due first on another day', `first_due_on = '2026-12-01'`, 'keeps the day on which it was first due', []],
      ['due earlier than first', `due_on = '2026-12-14'`, 'not due earlier', []],
      ['extended by nobody', 'extensions = 1', 'counts 1 extensions', []],
    ] as [string, string, string, (keyof typeof ids)[]][])('a submission is not %s', async (_, change, message, people) => {
      const { id } = await departments.make.in('draft');
      expect(await refused(role, `UPDATE submissions SET ${change} WHERE id = $1`, [id, ...people.map((name) => ids[name])])).toContain(message);
    });

    it('a submission is over only by an event of the day after, and keeps its mark', async () => {
      const { id } = await departments.make.in('draft');
      const close = async (at: string): Promise<void> => {
        const own = client(role);
        await own.query('BEGIN');
        try {
          await own.query(`INSERT INTO submission_events (submission_id, action, from_status, to_status, actor_name, reasons, at) VALUES ($1, 'close-window', 'draft', 'not-submitted', 'x', '[]', $2)`, [id, at]);
          await own.query(`UPDATE submissions SET status = 'not-submitted', closes_on = '2026-12-31', overdue_at = '2026-12-16' WHERE id = $1`, [id]);
          await own.query('COMMIT');
        } catch (error) {
          await own.query('ROLLBACK');
          throw error;
        }
      };
      await expect(close('2026-12-31T23:59:59Z')).rejects.toThrow('its window has not closed');
      await close('2027-01-01T00:00:00Z');
      for (const value of ['NULL', `'2026-12-20'`]) expect(await refused(role, `UPDATE submissions SET overdue_at = ${value} WHERE id = $1`, [id])).toContain('keeps its mark');
    });

    it.each([
      ['asked by another department', { asked_by: 'otherOfficial' }, 'somebody of the department'],
      ['asked by the council', { asked_by: 'reviewer' }, 'somebody of the department'],
      ['asked without a reason', { reason: ' \n' }, 'with a reason'],
      ['asked to the same day', { asked_due_on: '2026-12-15' }, 'to a later day'],
      ['asked in a state that there is not', { state: 'maybe' }, 'extension'],
    ] as [string, Record<string, string>, string][])('an extension is not %s', async (_, wrong, message) => {
      const { id } = await departments.make.in('draft');
      const row = { state: 'asked', asked_due_on: '2026-12-22', reason: 'Late', asked_by: 'official', ...wrong };
      const values = [id, row.state, row.asked_due_on, row.reason, ids[row.asked_by as keyof typeof ids], AT];
      expect(await refused(role, `INSERT INTO extension_requests (submission_id, state, due_before, asked_due_on, reason, asked_by, asked_at, row_version) VALUES ($1, $2, '2026-12-15', $3, $4, $5, $6, 1)`, values)).toContain(message);
    });

    it('an extension is not granted as it is asked, by whomever', async () => {
      const { id } = await departments.make.in('draft');
      const insert = `INSERT INTO extension_requests (submission_id, state, due_before, asked_due_on, reason, asked_by, asked_at, decision_reason, decided_by, decided_at, row_version)
        VALUES ($1, $2, '2026-12-15', '2026-12-22', 'Late', $3, $4, 'x', $5, $4, 1)`;
      for (const state of ['granted', 'refused', 'asked']) expect(await refused(role, insert, [id, state, ids.official, AT, ids.reviewer])).toContain('before it is decided');
    });

    it('an extension is granted with its count only, and to no other state', async () => {
      const { waymark, make, actors } = departments;
      const submission = await make.in('draft');
      const { id } = await waymark.get(ExtensionsService).ask(actors.official, submission.id, { askedDueOn: '2026-12-22', reason: 'Late', rowVersion: submission.rowVersion });
      const decided = `UPDATE extension_requests SET state = $2, decided_by = $3, decided_at = $4, decision_reason = 'x' WHERE id = $1`;
      expect(await refused(role, decided, [id, 'granted', ids.reviewer, AT])).toContain('and others were granted');
      expect(await refused(role, decided, [id, 'lost', ids.reviewer, AT])).toContain('cannot be lost');
    });

    it.each([
      ['by an official', { delegator: 'official' }, 'only a senior responsible owner'],
      ['by the SRO of another department', { delegator: 'otherSro' }, 'only a senior responsible owner'],
      ['to somebody of another department', { delegate: 'otherOfficial' }, 'within the department'],
      ['to oneself', { delegate: 'sro' }, 'to somebody else'],
      ['for more than a year', { to: '2027-12-02' }, 'a year at most'],
      ['for days that are over', { from: '2026-11-22' }, 'days to come'],
    ] as [string, Record<string, string>, string][])('signing is not delegated %s', async (_, wrong, message) => {
      const row = { delegator: 'sro', delegate: 'helper', from: '2026-12-01', to: '2026-12-02', ...wrong };
      const values = [ids.dfe, ids[row.delegator as keyof typeof ids], ids[row.delegate as keyof typeof ids], row.from, row.to, AT];
      expect(await refused(role, `INSERT INTO delegations (organisation_id, delegator_id, delegate_id, from_on, to_on, reason, created_at, row_version) VALUES ($1, $2, $3, $4, $5, 'x', $6, 1)`, values)).toContain(message);
    });

    it('a delegation is kept and ended once', async () => {
      const { waymark, actors } = departments;
      const delegations = waymark.get(DelegationsService);
      const { id, rowVersion } = await delegations.delegate(actors.sro, { delegateId: ids.helper, fromOn: '2026-11-24', toOn: '2026-11-24', reason: 'Leave' });
      expect(await refused(role, 'DELETE FROM delegations WHERE id = $1', [id])).toContain('DELETE refused');
      expect(await refused(role, `UPDATE delegations SET to_on = '2027-03-01' WHERE id = $1`, [id])).toContain('as it was made');
      await delegations.end(actors.sro, id, rowVersion);
      expect(await refused(role, 'UPDATE delegations SET ended_at = NULL WHERE id = $1', [id])).toContain('ended once');
    });

    it.each([
      ['names no minister', ' ', '2026-11-23', 'official', 'names the minister'],
      ['is of tomorrow', 'Minister', '2026-11-24', 'official', 'a day that has come'],
      ['comes from another department', 'Minister', '2026-11-23', 'otherSro', 'somebody of the department'],
    ] as [string, string, string, keyof typeof ids, string][])('no clearance %s', async (_, minister, day, by, message) => {
      const { id } = await departments.make.in('awaiting-sign-off');
      const event = await inserted(`INSERT INTO submission_events (submission_id, action, from_status, to_status, actor_name, reasons, at) VALUES ($1, 'clear', 'awaiting-sign-off', 'awaiting-sign-off', 'x', '[]', $2)`, [id, AT]);
      const values = [event, id, minister, day, ids[by], AT];
      expect(await refused(role, `INSERT INTO submission_clearances (event_id, submission_id, checksum, minister, cleared_on, recorded_by, recorded_at) VALUES ($1, $2, 'x', $3, $4, $5, $6)`, values)).toContain(message);
    });

    it('what was given is taken back before it is changed, and a request keeps what it was', async () => {
      const { id: submissionId } = await departments.make.in('draft');
      const insert = `INSERT INTO contributions (submission_id, organisation_id, about, about_label, question, due_on, state, asked_by, asked_at, row_version) VALUES ($1, $2, 'whole', 'Whole', 'What?', '2026-12-01', $5, $3, $4, 1)`;
      const values = (state: string): string[] => [submissionId, ids.dhsc, ids.official, AT, state];
      for (const state of ['given', 'lost']) expect(await refused(role, insert, values(state))).toContain(`cannot be ${state}`);
      const id = await inserted(insert, values('asked'));
      for (const change of [`about = 'narrative'`, 'asked_by = NULL', `about_label = 'Other'`]) expect(await refused(role, `UPDATE contributions SET ${change} WHERE id = $1`, [id])).toContain('about what it was asked');
      expect(await refused(role, `UPDATE contributions SET state = 'lost' WHERE id = $1`, [id])).toContain('cannot be lost');
      await client(role).query(`UPDATE contributions SET state = 'given', answer = 'Ours.', given_at = $2 WHERE id = $1`, [id, AT]);
      for (const change of [`answer = 'Theirs.'`, `evidence = '[{}]'`, `state = 'asked'`, `state = 'not-given'`]) expect(await refused(role, `UPDATE contributions SET ${change} WHERE id = $1`, [id])).toContain('taken back before it is changed');
      await client(role).query(`UPDATE contributions SET state = 'drafted', given_at = NULL WHERE id = $1`, [id]);
      await client(role).query(`UPDATE contributions SET answer = 'Better.' WHERE id = $1`, [id]);
      expect(await departments.waymark.dataSource.getRepository(Contribution).findOneByOrFail({ id })).toMatchObject({ answer: 'Better.', state: 'drafted' });
    });

    it('a link to a draft stays as it was made, and comments come from the department or a link that works', async () => {
      const { id: submissionId } = await departments.make.in('draft');
      const make = `INSERT INTO draft_links (submission_id, secret_hash, purpose, made_by, made_by_name, made_at, expires_at) VALUES ($1, gen_random_uuid()::text, 'x', $2, 'official', $3, '2026-11-30')`;
      const link = await inserted(make, [submissionId, ids.official, AT]);
      const comment = `INSERT INTO section_comments (submission_id, kind, author_id, author_name, draft_link_id, text, at) VALUES ($1, 'comment', $2, 'x', $3, 'x', $4)`;
      const other = await departments.make.in('draft');
      const wrong: [string, string | null, string | null, string][] = [
        [submissionId, ids.otherOfficial, null, AT], [submissionId, ids.reviewer, null, AT], [submissionId, null, null, AT], [submissionId, ids.official, link, AT],
        [other.id, null, link, AT], [submissionId, null, link, '2026-11-30T00:00:01Z'],
      ];
      for (const values of wrong) expect(await refused(role, comment, values)).toContain('by its department or by a link that works');
      for (const by of [[ids.helper, null], [null, link]]) await client(role).query(comment, [submissionId, ...by, AT]);
      for (const change of [`expires_at = '2026-12-07'`, `secret_hash = 'known'`, `submission_id = '${other.id}'`]) expect(await refused(role, `UPDATE draft_links SET ${change} WHERE id = $1`, [link])).toContain('as it was made');
      expect(await refused(role, 'DELETE FROM draft_links WHERE id = $1', [link])).toContain('DELETE refused');
      await client(role).query(`UPDATE draft_links SET expires_at = '2026-11-25', withdrawn_at = $2, openings = 3 WHERE id = $1`, [link, AT]);
      expect(await refused(role, 'UPDATE draft_links SET withdrawn_at = NULL WHERE id = $1', [link])).toContain('withdrawn once');
      expect(await refused(role, comment, [submissionId, null, link, AT])).toContain('a link that works');
    });

    it('a notice is read and mailed once, and a reminder stays', async () => {
      const { id: submissionId } = await departments.make.in('draft');
      const id = await inserted(`INSERT INTO notices (user_id, kind, subject, body, about, written_at) VALUES ($1, 'x', 'x', 'x', 'x', $2)`, [ids.official, AT]);
      expect(await refused(role, 'DELETE FROM notices WHERE id = $1', [id])).toContain('DELETE refused');
      for (const change of [`body = 'y'`, `user_id = '${ids.sro}'`, `written_at = '2026-11-22'`]) expect(await refused(role, `UPDATE notices SET ${change} WHERE id = $1`, [id])).toContain('as it was written');
      for (const column of ['read_at', 'mailed_at']) {
        await client(role).query(`UPDATE notices SET ${column} = $2 WHERE id = $1`, [id, AT]);
        for (const value of ['NULL', `'2026-12-01'`]) expect(await refused(role, `UPDATE notices SET ${column} = ${value} WHERE id = $1`, [id])).toContain('read and mailed once');
      }
      expect((await departments.waymark.dataSource.getRepository(Notice).findOneByOrFail({ id })).body).toBe('x');
      const reminder = await inserted(`INSERT INTO reminders (submission_id, due_on, step, meant_for, sent_at) VALUES ($1, '2026-12-15', 14, '2026-11-25', $2)`, [submissionId, AT]);
      for (const sql of ['DELETE FROM reminders WHERE id = $1', 'UPDATE reminders SET step = 7 WHERE id = $1']) expect(await refused(role, sql, [reminder])).toMatch(/append-only|permission denied/);
    });
  });
});
