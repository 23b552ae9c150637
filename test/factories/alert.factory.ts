import { type RecoveryPlan } from '#domain/alerts/alert-blockers.js';
import { type Actor } from '#domain/access/permissions.js';
import { Alert } from '#features/alerts/alert.entity.js';
import { AlertRaisingService } from '#features/alerts/alert-raising.service.js';
import { type User } from '#features/access/user.entity.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type TestApplication } from '../support/application.js';
import { type EducationMission } from './education-mission.factory.js';

/** A plan of one action that the release of key stage 2 of July 2027 is to show. */
export const PLAN: RecoveryPlan = {
  summary: 'Catch up by summer.',
  actions: [
    {
      action: 'Open 20 hubs', owner: 'Director of schools', dueOn: '2026-12-31', expectedEffect: '2 points more', expectedChange: '2', metric: 'key-stage-2', releaseExpectedOn: '2027-07-15',
    },
  ],
};

export const actorOf = ({ id, name, roles, organisationId, homeOrganisationId }: User): Actor => ({ kind: 'user', id, name, roles, organisationId, homeOrganisationId });

/** Raises an alert on a judgement of the mission's target that it is off track, as of the clock's now. */
export async function raiseOffTrack(waymark: TestApplication, { mission, target }: EducationMission): Promise<Alert> {
  const judgement = await waymark.dataSource.getRepository(Judgement).save({
    kind: 'computed', missionId: mission.id, targetId: target.id, verdict: 'off-track', countsAs: 'off-track', sentence: 'It is off track.', method: 'interim-path',
    methodVersion: '1', components: { reasons: [], causeHints: {} }, inputs: [], releaseIds: [], cause: 'first', givenAt: waymark.clock.now(), asOf: waymark.clock.today(),
  });
  const alert = await waymark.get(UnitOfWork).run({ actor: 'job:raise-alert', event: 'ALERT_RAISED', subject: 'outbox:x' }, (tx) =>
    waymark.get(AlertRaisingService).raiseInTransaction(tx, { judgementId: judgement.id, kind: 'target-off-track' }),
  );
  return waymark.dataSource.getRepository(Alert).findOneByOrFail({ id: alert?.id ?? '' });
}
