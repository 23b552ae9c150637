import { ALERT_KINDS, type AlertKind } from '#domain/alerts/alert-status.js';
import { type ChangeKind } from '#domain/public-changes/public-change.js';
import { alertsPaths } from '#features/alerts/alerts.paths.js';
import { type ChangeSource } from './change-source.js';
import { publicChangesWords } from './public-changes.words.js';

interface AlertRow {
  id: string;
  action: string;
  at: Date;
  reference: string;
  kind: AlertKind;
  missionId: string | null;
  target: string | null;
  place: string | null;
  framework: string;
  organisationId: string | null;
  raisedWithId: string | null;
  sentence: string;
}

/** Questions, replies and requests for time are lines of the timeline and change nothing. */
const KINDS: Record<string, ChangeKind> = {
  raise: 'alert-raised',
  acknowledge: 'alert-acknowledged',
  answer: 'alert-plan',
  'no-response': 'alert-no-response',
  accept: 'alert-decided',
  'not-accept': 'alert-decided',
  escalate: 'alert-escalated',
  'move-lead': 'alert-moved',
  close: 'alert-closed',
  clear: 'alert-closed',
};

/** The life of every alert; all of it is public. */
export const alertChanges: ChangeSource = async (manager, { from, to }, registers) => {
  const rows: AlertRow[] = await manager.query(
    `SELECT e.id, e.action, e.at, a.reference, a.kind, a.mission_id AS "missionId", t.title AS target, t.areas ->> 'one' AS place, f.title AS framework,
            a.organisation_id AS "organisationId", a.raised_with_id AS "raisedWithId", a.sentence
       FROM alert_events e
       JOIN alerts a ON a.id = e.alert_id
       JOIN frameworks f ON f.id = a.framework_id
       LEFT JOIN targets t ON t.id = a.target_id
      WHERE e.at > $1 AND e.at <= $2 AND e.action = ANY($3)`,
    [from, to, Object.keys(KINDS)],
  );
  return rows.map(({ id, action, at, reference, kind, missionId, target, place, framework, organisationId, raisedWithId, sentence }) => ({
    id: `alert-event-${id}`,
    at,
    kind: KINDS[action] ?? 'alert-raised',
    title: `${ALERT_KINDS[kind]}: ${[registers.missionName(missionId) || framework, target].filter((part) => part).join(', ')}`,
    sentence: publicChangesWords.alerts(action, { reference, who: organisationId === null ? publicChangesWords.nobody : registers.bodyName(organisationId), sentence }),
    path: alertsPaths.show(reference),
    ...registers.ofMission(missionId, at, organisationId, raisedWithId),
    places: place === null ? [] : [place],
  }));
};
