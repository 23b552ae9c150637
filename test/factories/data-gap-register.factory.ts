import { type Actor, systemActor } from '#domain/access/permissions.js';
import { type Role } from '#domain/access/roles.js';
import { UsersService } from '#features/access/users.service.js';
import { type DataGap } from '#features/data-gaps/data-gap.entity.js';
import { type DataGapEvent } from '#features/data-gaps/data-gap-event.entity.js';
import { DataGapsQueries } from '#features/data-gaps/data-gaps.queries.js';
import { DataGapsService, type RegisterReport } from '#features/data-gaps/data-gaps.service.js';
import { type FoundGap } from '#features/data-gaps/found-gap.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { type EducationMission, saveEducationMission } from './education-mission.factory.js';

/** What the suites of the register work with. */
export interface Register {
  waymark: TestApplication;
  education: EducationMission;
  sync(findings: FoundGap[]): Promise<RegisterReport>;
  finding(over?: Partial<FoundGap>): FoundGap;
  gaps(): Promise<DataGap[]>;
  only(): Promise<DataGap>;
  events(gap: DataGap): Promise<DataGapEvent[]>;
  statistician: Actor;
  actor(name: keyof EducationMission['people']): Actor;
}

/** A register on a database of its own: Monday 1 June 2026, 9am in London. */
export async function startRegister(): Promise<Register> {
  const waymark = await startTestApplication();
  waymark.clock.set('2026-06-01T08:00:00Z');
  const education = await saveEducationMission(waymark.dataSource);
  const { mission, target, metric, people } = education;
  const actorOf = (user: { id: string; name: string; roles: Role[]; organisationId: string; homeOrganisationId: string | null }): Actor => ({ kind: 'user', ...user });
  const added = await waymark.get(UsersService).add(systemActor('command', 'user add'), { name: 'Sam Count', email: 'sam@council.example.org', demo: true, roles: ['statistician'], organisation: 'council' });
  const gaps = (): Promise<DataGap[]> => waymark.get(DataGapsQueries).all();
  return {
    waymark, education, gaps,
    sync: (findings) => waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TEST', subject: 'test' }, (tx) => waymark.get(DataGapsService).syncInTransaction(tx, findings)),
    finding: (over = {}) => ({
      metricId: metric.id, geography: 'E92000001', geographyName: 'England', kind: 'noise', sentence: 'The error hides the answer.', missionId: mission.id,
      targetIds: [target.id], judgementId: null, decidingRelease: '2030-12-15', ...over,
    }),
    async only() {
      const [gap, ...more] = await gaps();
      if (!gap || more.length > 0) throw new Error(`${more.length + (gap ? 1 : 0)} gaps`);
      return gap;
    },
    events: (gap) => waymark.get(DataGapsQueries).eventsOf(gap.id),
    statistician: actorOf(added),
    actor: (name) => actorOf(people[name]),
  };
}
