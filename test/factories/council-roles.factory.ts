import type pg from 'pg';
import { isCouncilRole } from '#domain/access/council-grants.js';
import { type Role } from '#domain/access/roles.js';

/** Somebody has this one role and works there from now on, by SQL: what is the council's goes through the public register, as at the command line. */
export async function becomeByRegister(client: pg.Client, personId: string, { role, organisation }: { role: Role; organisation: string }): Promise<void> {
  const { rows } = await client.query<{ roles: Role[] }>('SELECT roles FROM users WHERE id = $1', [personId]);
  const held = rows[0]?.roles ?? [];
  for (const taken of held.filter(isCouncilRole)) await enter(client, personId, taken, 'removal');
  if (isCouncilRole(role)) await enter(client, personId, role, 'grant');
  await client.query('UPDATE users SET roles = $1, organisation_id = $2 WHERE id = $3', [[role], organisation, personId]);
}

/** Somebody of the council whose account is disabled: nobody can do that any more, but it may have been done before. */
export async function disableWhoever(owner: pg.Client, personId: string): Promise<void> {
  await owner.query('ALTER TABLE users DISABLE TRIGGER guard_council_role');
  await owner.query(`UPDATE users SET disabled_at = '2026-01-01' WHERE id = $1`, [personId]);
  await owner.query('ALTER TABLE users ENABLE TRIGGER guard_council_role');
}

async function enter(client: pg.Client, personId: string, role: Role, kind: 'grant' | 'removal'): Promise<void> {
  await client.query(`SELECT set_config('waymark.actor', 'command:for a test', false)`);
  await client.query(
    `INSERT INTO council_grants (person_id, role, kind, state, source, person_name, person_offices, reason, proposed_at, decided_at, decision_reason, row_version)
     VALUES ($1, $2, $3, 'confirmed', 'command-line', 'Somebody', 'Somewhere', 'For a test', now(), now(), '', 1)`,
    [personId, role, kind],
  );
  await client.query('RESET waymark.actor');
}
