import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { type EvidenceReturnAnswers } from '#domain/evidence-returns/evidence-return-content.js';
import { requirePermission } from '#features/access/access.guard.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { leadOn } from '#features/missions/lead-on.js';
import { Mission } from '#features/missions/mission.entity.js';
import { type OpeningReport, type ReportingCycle, requireCycle } from '#features/submissions/reporting-cycle.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EvidenceReturn } from './evidence-return.entity.js';

/** A return as its page showed it. */
export interface OpenedReturn {
  id: string;
  rowVersion: number;
}

@Injectable()
export class EvidenceReturnsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly submissions: SubmissionsService,
  ) {}

  /**
   * Opens the return of each mission for the department that leads it on the due date; what is open already stays as it is.
   * @throws ApplicationError 404 for an unknown framework or mission, 422 for dates in the wrong order.
   */
  async openCycle(actor: Actor, cycle: ReportingCycle): Promise<OpeningReport> {
    requirePermission(actor, 'framework.import');
    requireCycle(cycle);
    return this.unitOfWork.run(
      { actor: auditName(actor), event: 'REPORTING_CYCLE_OPENED', subject: `framework:${cycle.frameworkSlug}` },
      async (tx) => {
        const report: OpeningReport = { opened: 0, existing: 0, withoutLead: [] };
        for (const mission of await this.missionsOf(tx, cycle)) {
          const outcome = await this.openOne(tx, cycle, mission);
          if (outcome === 'without-lead') report.withoutLead.push(mission.slug);
          else report[outcome] += 1;
        }
        tx.describe({ ...report, coversFrom: cycle.coversFrom, coversTo: cycle.coversTo, dueOn: cycle.dueOn });
        return report;
      },
    );
  }

  /**
   * Saves some answers of the draft; the others stay. Saving what stands already changes nothing.
   * @throws ApplicationError 403 for another department's, 409 when it has changed meanwhile or is not being written.
   */
  async save(actor: Actor, { id, rowVersion }: OpenedReturn, answers: Partial<EvidenceReturnAnswers>): Promise<Submission> {
    requirePermission(actor, 'submission.edit');
    return this.unitOfWork.run({ actor: auditName(actor), event: 'EVIDENCE_RETURN_SAVED', subject: `submission:${id}` }, async (tx) => {
      const submission = await this.submissions.take(tx, actor, { kind: 'evidence-return', id, rowVersion });
      const drafts = tx.repository(EvidenceReturn);
      const draft = await drafts.findOneByOrFail({ submissionId: id });
      const changed = Object.entries(answers).filter(([field, value]) => !isDeepStrictEqual(draft[field as keyof EvidenceReturnAnswers], value));
      if (changed.length === 0) return submission;
      const saved = await this.submissions.moveInTransaction(tx, actor, submission, 'save');
      await drafts.update({ submissionId: id }, Object.fromEntries(changed));
      tx.describe({ fields: changed.map(([field]) => field) });
      return saved;
    });
  }

  private async missionsOf(tx: Transaction, { frameworkSlug, missions: wanted }: ReportingCycle): Promise<Mission[]> {
    const framework = await tx.repository(Framework).findOneBy({ slug: frameworkSlug });
    if (!framework) throw ApplicationError.notFound(`The framework ${frameworkSlug}`);
    const missions = await tx.repository(Mission).find({ where: { frameworkId: framework.id }, relations: { leads: true }, order: { number: 'ASC' } });
    const unknown = wanted?.find((slug) => !missions.some((mission) => mission.slug === slug));
    if (unknown) throw ApplicationError.notFound(`The mission ${unknown} of ${frameworkSlug}`);
    return wanted ? missions.filter(({ slug }) => wanted.includes(slug)) : missions;
  }

  private async openOne(tx: Transaction, cycle: ReportingCycle, mission: Mission): Promise<'opened' | 'existing' | 'without-lead'> {
    const { coversLabel, coversFrom, coversTo, dueOn } = cycle;
    const lead = leadOn(mission, dueOn);
    if (!lead) return 'without-lead';
    const { frameworkId, id: missionId } = mission;
    const submission = await this.submissions.open(tx, {
      kind: 'evidence-return', frameworkId, missionId, organisationId: lead.organisationId, coversLabel, coversFrom, coversTo, dueOn,
    });
    if (!submission) return 'existing';
    await tx.repository(EvidenceReturn).insert({ submissionId: submission.id });
    return 'opened';
  }
}
