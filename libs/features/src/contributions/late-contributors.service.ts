import { Injectable } from '@nestjs/common';
import { PERMISSIONS } from '#domain/access/permissions.js';
import { CONTRIBUTION_WORKFLOW, contributionsAreOver } from '#domain/contributions/contribution-workflow.js';
import { SUBMISSION_STATES } from '#domain/submissions/submission-status.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { Notices } from '#features/notifications/notices.service.js';
import { CONTRIBUTION_WITHDRAWN, QUESTION_WITHDRAWN } from '#features/notifications/texts/contributions.texts.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { ContributionAskingService } from './contribution-asking.service.js';
import { answerersOf, askersOf, contributionNews, contributionWhole, recordContribution } from './contribution-records.js';
import { Contribution } from './contribution.entity.js';
import { contributionsPaths } from './contributions.paths.js';
import { contributionsWords as words } from './contributions.words.js';

const ACTOR = 'job:watch-contributors';

const OVER = SUBMISSION_STATES.filter(contributionsAreOver);

/** Follows those whom a mission names: asks who has come to it since its return opened, and leaves out who leads it now or is named no longer. */
@Injectable()
export class LateContributors {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly asking: ContributionAskingService,
    private readonly notices: Notices,
  ) {}

  /** @returns of how many returns it asked somebody, and how many questions it withdrew. */
  async run(now: Date): Promise<number> {
    const turns = new EachInTurn();
    const own: { id: string }[] = await this.unitOfWork.reader.query(ASKED_OF_THEMSELVES);
    await turns.run(own, ({ id }) => `contribution:${id}`, ({ id }) => this.withdraw(id, () => words.withdraw.leadsNow));
    const left: { id: string }[] = await this.unitOfWork.reader.query(NAMED_NO_LONGER, [OVER]);
    await turns.run(left, ({ id }) => `contribution:${id}`, ({ id }) => this.withdraw(id, ({ organisation }) => words.withdraw.namedNoLonger(organisation.name)));
    const late: { id: string }[] = await this.unitOfWork.reader.query(NOT_ASKED, [londonDate(now), PERMISSIONS['contribution.answer']]);
    await turns.run(late, ({ id }) => `submission:${id}`, ({ id }) => this.ask(id));
    return turns.finish();
  }

  private async ask(submissionId: string): Promise<number> {
    return this.unitOfWork.run({ actor: ACTOR, event: 'CONTRIBUTION_ASKED', subject: `submission:${submissionId}` }, async (tx) => {
      const submission = await tx.repository(Submission).findOneOrFail({ where: { id: submissionId }, lock: { mode: 'pessimistic_write' } });
      if (submission.status !== 'draft') return 0;
      const asked = await this.asking.askStanding(tx, [submission]);
      tx.describe({ contributions: asked });
      return asked > 0 ? 1 : 0;
    });
  }

  /** Both sides are told: whoever was asked need not answer, and whoever drafts the return does not wait for it. */
  private async withdraw(id: string, because: (whole: Contribution) => string): Promise<number> {
    return this.unitOfWork.run({ actor: ACTOR, event: 'CONTRIBUTION_WITHDRAWN', subject: `contribution:${id}` }, async (tx) => {
      const contribution = await tx.repository(Contribution).findOneOrFail({ where: { id }, lock: { mode: 'pessimistic_write' } });
      const arrow = transitionFor(CONTRIBUTION_WORKFLOW, contribution.state, 'withdraw', ['clock']);
      if (!arrow) return 0;
      const whole = await contributionWhole(tx, id);
      const reason = because(whole);
      await tx.repository(Contribution).update({ id }, { state: arrow.to, withdrawReason: reason });
      await recordContribution(tx, null, { id, state: arrow.to }, { action: 'withdraw', text: reason });
      const news = { ...contributionNews(whole), reason };
      const about = `contribution:${id}`;
      await this.notices.tell(tx, CONTRIBUTION_WITHDRAWN, await answerersOf(tx, whole.organisation), news, { about, path: contributionsPaths.show(id) });
      if (whole.organisationId === whole.submission.organisationId) return 1;
      await this.notices.tell(tx, QUESTION_WITHDRAWN, await askersOf(tx, whole.submission), news, { about, path: contributionsPaths.ofReturn(whole.submissionId) });
      return 1;
    });
  }
}

/** Nobody contributes to a return of their own: the mission has come to the department that was asked. */
const ASKED_OF_THEMSELVES = `
  SELECT c.id FROM contributions c JOIN submissions s ON s.id = c.submission_id AND s.organisation_id = c.organisation_id
   WHERE c.state IN ('asked', 'drafted') AND NOT framework_is_closed(s.framework_id) ORDER BY c.due_on, c.id`;

/**
 * Asked because the mission named them, or by hand while it did, and named no longer. Whom a drafter asks of their own accord, never named,
 * stays asked; what is signed off closes as not given.
 */
const NAMED_NO_LONGER = `
  SELECT c.id FROM contributions c JOIN submissions s ON s.id = c.submission_id JOIN missions m ON m.id = s.mission_id JOIN organisations o ON o.id = c.organisation_id
   WHERE c.state IN ('asked', 'drafted') AND c.organisation_id <> s.organisation_id AND NOT (s.status = ANY ($1)) AND NOT framework_is_closed(s.framework_id)
     AND NOT (o.kind = 'department' AND o.slug = ANY (m.contributors) OR o.kind = 'sub-national' AND o.slug = ANY (m.bodies))
     AND (c.asked_by IS NULL OR (
       SELECT r.content->'contributors' ? o.slug OR r.content->'bodies' ? o.slug FROM entered_records r
        WHERE r.kind = 'mission' AND r.subject = m.id::text AND r.recorded_at <= c.asked_at ORDER BY r.id DESC LIMIT 1))
   ORDER BY c.due_on, c.id`;

/** Returns that are being written for the first time and are not late, with somebody named who can answer and has not been asked. */
const NOT_ASKED = `
  SELECT s.id FROM submissions s JOIN missions m ON m.id = s.mission_id
   WHERE s.kind = 'evidence-return' AND s.status = 'draft' AND s.delivered_versions = 0 AND s.due_on >= $1::date AND NOT framework_is_closed(s.framework_id)
     AND EXISTS (SELECT FROM organisations o
                  WHERE (o.kind = 'department' AND o.slug = ANY (m.contributors) OR o.kind = 'sub-national' AND o.slug = ANY (m.bodies))
                    AND o.id <> s.organisation_id
                    AND EXISTS (SELECT FROM users u WHERE u.organisation_id = o.id AND u.roles && $2 AND u.disabled_at IS NULL)
                    AND NOT EXISTS (SELECT FROM contributions c WHERE c.submission_id = s.id AND c.organisation_id = o.id AND c.asked_by IS NULL))
   ORDER BY s.due_on, s.reference`;
