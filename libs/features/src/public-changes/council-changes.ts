import { type ChangeKind } from '#domain/public-changes/public-change.js';
import { inquiriesPaths } from '#features/inquiries/inquiries.paths.js';
import { lettersPaths } from '#features/letters/letters.paths.js';
import { recommendationsPaths } from '#features/recommendations/recommendations.paths.js';
import { type ChangeSource } from './change-source.js';
import { publicChangesWords as words } from './public-changes.words.js';

/** Letters that are published; a draft is not there. */
export const letterChanges: ChangeSource = async (manager, { from, to }, registers) => {
  const rows: { id: string; reference: string; direction: 'out' | 'in'; subject: string; sender: string | null; addressees: { name: string }[]; missionId: string | null; organisationId: string | null; at: Date }[] = await manager.query(
    `SELECT l.id, l.reference, l.direction, l.subject, l.sender, l.addressees, coalesce(l.mission_id, a.mission_id) AS "missionId",
            coalesce(l.organisation_id, a.organisation_id) AS "organisationId", l.published_at AS at
       FROM letters l LEFT JOIN alerts a ON a.id = l.alert_id
      WHERE l.status = 'published' AND l.published_at > $1 AND l.published_at <= $2`,
    [from, to],
  );
  return rows.map(({ id, reference, direction, subject, sender, addressees, missionId, organisationId, at }) => ({
    id: `letter-${id}`,
    at,
    kind: 'letter',
    title: words.letters.title(subject),
    sentence: direction === 'in' ? words.letters.received(sender ?? '') : words.letters.sent(addressees.map(({ name }) => name).join('; ')),
    path: lettersPaths.show(reference),
    ...registers.ofMission(missionId, at, organisationId),
    places: [],
  }));
};

const INQUIRY_KINDS: Record<string, ChangeKind> = { open: 'inquiry-opened', publish: 'inquiry-reported', close: 'inquiry-ended', abandon: 'inquiry-ended' };

/** Inquiries from their opening to their end. What is asked of whom, and what is being written, is not told. */
export const inquiryChanges: ChangeSource = async (manager, { from, to }, registers) => {
  const rows: { id: string; action: string; reference: string; title: string; missions: string[]; at: Date }[] = await manager.query(
    `SELECT e.id, e.action, i.reference, i.title, e.at, (SELECT coalesce(jsonb_agg(m.mission_id), '[]') FROM inquiry_missions m WHERE m.inquiry_id = i.id) AS missions
       FROM inquiry_events e JOIN inquiries i ON i.id = e.inquiry_id
      WHERE e.action = ANY($3) AND e.at > $1 AND e.at <= $2`,
    [from, to, Object.keys(INQUIRY_KINDS)],
  );
  return rows.map(({ id, action, reference, title, missions, at }) => ({
    id: `inquiry-event-${id}`,
    at,
    kind: INQUIRY_KINDS[action] ?? 'inquiry-opened',
    title: words.inquiries.title(title),
    sentence: words.inquiries.sentence(action),
    path: inquiriesPaths.show(reference),
    missions,
    departments: [...new Set(missions.flatMap((mission) => registers.leadAt(mission, at)))],
    places: [],
  }));
};

const RECOMMENDATION_KINDS: Record<string, ChangeKind> = {
  make: 'recommendation-made',
  accept: 'recommendation-answered',
  'accept-in-part': 'recommendation-answered',
  'not-accept': 'recommendation-answered',
  'mark-overdue': 'recommendation-overdue',
  'mark-promise-overdue': 'recommendation-overdue',
  'mark-done': 'recommendation-ended',
  'mark-not-done': 'recommendation-ended',
  withdraw: 'recommendation-ended',
};

/** Recommendations: made, answered, overdue, ended. All of it is public. */
export const recommendationChanges: ChangeSource = async (manager, { from, to }, registers) => {
  const rows: { id: string; action: string; reference: string; text: string; missionId: string | null; addresseeId: string; areaCode: string | null; at: Date }[] = await manager.query(
    `SELECT e.id, e.action, r.reference, r.text, r.mission_id AS "missionId", e.addressee_id AS "addresseeId", o.area_code AS "areaCode", e.at
       FROM recommendation_events e JOIN recommendations r ON r.id = e.recommendation_id JOIN organisations o ON o.id = e.addressee_id
      WHERE e.action = ANY($3) AND e.at > $1 AND e.at <= $2`,
    [from, to, Object.keys(RECOMMENDATION_KINDS)],
  );
  return rows.map(({ id, action, reference, text, missionId, addresseeId, areaCode, at }) => ({
    id: `recommendation-event-${id}`,
    at,
    kind: RECOMMENDATION_KINDS[action] ?? 'recommendation-made',
    title: words.recommendations.title(reference, registers.missionName(missionId)),
    sentence: words.recommendations.sentence(action, registers.bodyName(addresseeId), text),
    path: recommendationsPaths.show(reference),
    ...registers.ofMission(missionId, at, addresseeId),
    places: areaCode === null ? [] : [areaCode],
  }));
};
