import { Injectable } from '@nestjs/common';
import { PERMISSIONS } from '#domain/access/permissions.js';
import { CONTRIBUTION_WORKFLOW } from '#domain/contributions/contribution-workflow.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { Notices } from '#features/notifications/notices.service.js';
import { CONTRIBUTION_WITHDRAWN } from '#features/notifications/texts/contributions.texts.js';
import { Submission } from '#features/submissions/submission.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { ContributionAskingService } from './contribution-asking.service.js';
import { answerersOf, contributionNews, contributionWhole, recordContribution } from './contribution-records.js';
import { Contribution } from './contribution.entity.js';
import { contributionsPaths } from './contributions.paths.js';
import { contributionsWords as words } from './contributions.words.js';

const ACTOR = 'job:watch-contributors';

/** Follows those whom a mission names: asks who has come to it since its return opened, and leaves out who leads it now. */
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
    await turns.run(own, ({ id }) => `contribution:${id}`, ({ id }) => this.withdraw(id));
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

  /** Nobody contributes to a return of their own: the mission has come to the department that was asked. */
  private async withdraw(id: string): Promise<number> {
    return this.unitOfWork.run({ actor: ACTOR, event: 'CONTRIBUTION_WITHDRAWN', subject: `contribution:${id}` }, async (tx) => {
      const contribution = await tx.repository(Contribution).findOneOrFail({ where: { id }, lock: { mode: 'pessimistic_write' } });
      const arrow = transitionFor(CONTRIBUTION_WORKFLOW, contribution.state, 'withdraw', ['clock']);
      if (!arrow) return 0;
      await tx.repository(Contribution).update({ id }, { state: arrow.to, withdrawReason: words.withdraw.leadsNow });
      await recordContribution(tx, null, { id, state: arrow.to }, { action: 'withdraw', text: words.withdraw.leadsNow });
      const whole = await contributionWhole(tx, id);
      const news = { ...contributionNews(whole), reason: words.withdraw.leadsNow };
      await this.notices.tell(tx, CONTRIBUTION_WITHDRAWN, await answerersOf(tx, whole.organisation), news, { about: `contribution:${id}`, path: contributionsPaths.show(id) });
      return 1;
    });
  }
}

const ASKED_OF_THEMSELVES = `
  SELECT c.id FROM contributions c JOIN submissions s ON s.id = c.submission_id AND s.organisation_id = c.organisation_id
   WHERE c.state IN ('asked', 'drafted') AND NOT framework_is_closed(s.framework_id) ORDER BY c.due_on, c.id`;

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
