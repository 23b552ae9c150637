import { type ChangeKind } from '#domain/public-changes/public-change.js';
import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { deliveryPlansPaths } from '#features/delivery-plans/delivery-plans.paths.js';
import { frameworksPaths } from '#features/frameworks/frameworks.paths.js';
import { type ChangeSource } from './change-source.js';
import { publicFrom } from './held-returns.js';
import { publicChangesWords as words } from './public-changes.words.js';

interface SubmissionRow {
  id: string;
  action: string;
  kind: SubmissionKind;
  reference: string;
  covers: string;
  missionId: string | null;
  framework: string;
  organisationId: string;
  at: Date;
}

type End = 'published' | 'overdue' | 'not-submitted';

const ENDS: Record<string, End> = {
  accept: 'published',
  'publish-unresolved': 'published',
  'close-unresolved': 'published',
  'mark-overdue': 'overdue',
  'close-window': 'not-submitted',
};

/** Returns and plans: published, overdue, not submitted. Their drafts and reviews are nobody's business. */
export const submissionChanges: ChangeSource = async (manager, { from, to }, registers) => {
  const rows: SubmissionRow[] = await manager.query(
    `SELECT * FROM (
       SELECT e.id, e.action, s.kind, s.reference, s.covers_label AS covers, s.mission_id AS "missionId", f.slug AS framework, s.organisation_id AS "organisationId",
              CASE WHEN e.action IN ('accept', 'publish-unresolved', 'close-unresolved') THEN ${publicFrom('s', 'e.at')} ELSE e.at END AS at
         FROM submission_events e
         JOIN submissions s ON s.id = e.submission_id
         JOIN frameworks f ON f.id = s.framework_id
        WHERE e.action = ANY($3) AND (e.action <> 'close-window' OR e.to_status = 'not-submitted') AND e.at <= $2) moved
      WHERE at > $1 AND at <= $2`,
    [from, to, Object.keys(ENDS)],
  );
  return rows.map(({ id, action, kind, reference, covers, missionId, framework, organisationId, at }) => {
    const end = ENDS[action] ?? 'published';
    const noun = kind === 'delivery-plan' ? 'plan' : 'return';
    const who = registers.bodyName(organisationId);
    // a plan is about every mission that its department leads
    const led = [...registers.missions.values()].filter((mission) => mission.framework === framework && registers.leadAt(mission.id, at).includes(organisationId));
    const [first] = led;
    const planPath = first ? deliveryPlansPaths.crosswalk(first.framework, first.slug) : frameworksPaths.framework(framework);
    const about = missionId === null ? { missions: led.map((mission) => mission.id), departments: [organisationId] } : registers.ofMission(missionId, at, organisationId);
    return {
      id: `submission-event-${id}`,
      at,
      kind: `${noun}-${end}` satisfies ChangeKind,
      title: words.submissions.title(noun, end, registers.missionName(missionId) || who),
      sentence: words.submissions.sentence({ action, noun, who, covers, reference }),
      path: missionId === null ? planPath : registers.missionPath(missionId),
      ...about,
      places: [],
    };
  });
};
