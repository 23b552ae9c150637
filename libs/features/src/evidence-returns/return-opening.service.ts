import { Injectable } from '@nestjs/common';
import { CycleFollowers } from '#features/calendar/cycle-followers.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { leadOn } from '#features/missions/lead-on.js';
import { Mission } from '#features/missions/mission.entity.js';
import { type OpenedWork, type ReportingCycle, requireCycle } from '#features/submissions/reporting-cycle.js';
import { type Submission } from '#features/submissions/submission.entity.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { EvidenceReturn } from './evidence-return.entity.js';

/** Opens the returns of a cycle, inside the move of whoever opens it: a person's command or the clock. */
@Injectable()
export class ReturnOpening {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly followers: CycleFollowers,
  ) {}

  /**
   * The return of each mission for the department that leads it on the due date; what is open already stays as it is. Whatever
   * follows from the opening is done with it, whoever opens.
   * @throws ApplicationError 404 for an unknown framework or mission, 422 for dates in the wrong order.
   */
  async openInTransaction(tx: Transaction, cycle: ReportingCycle): Promise<OpenedWork> {
    requireCycle(cycle);
    const work: OpenedWork = { opened: 0, existing: 0, withoutLead: [], submissions: [] };
    for (const mission of await this.missionsOf(tx, cycle)) {
      const outcome = await this.openOne(tx, cycle, mission);
      if (outcome === 'without-lead') work.withoutLead.push(mission.slug);
      else if (outcome === 'existing') work.existing += 1;
      else work.submissions.push(outcome);
    }
    work.opened = work.submissions.length;
    await this.followers.opened(tx, { kind: 'evidence-return', submissions: work.submissions });
    const { coversFrom, coversTo, dueOn } = cycle;
    tx.describe({ opened: work.opened, existing: work.existing, withoutLead: work.withoutLead, coversFrom, coversTo, dueOn });
    return work;
  }

  private async missionsOf(tx: Transaction, { frameworkSlug, missions: wanted }: ReportingCycle): Promise<Mission[]> {
    const framework = await tx.repository(Framework).findOneBy({ slug: frameworkSlug });
    if (!framework) throw ApplicationError.notFound(`The framework ${frameworkSlug}`);
    const missions = await tx.repository(Mission).find({ where: { frameworkId: framework.id }, relations: { leads: true }, order: { number: 'ASC' } });
    const unknown = wanted?.find((slug) => !missions.some((mission) => mission.slug === slug));
    if (unknown) throw ApplicationError.notFound(`The mission ${unknown} of ${frameworkSlug}`);
    return wanted ? missions.filter(({ slug }) => wanted.includes(slug)) : missions;
  }

  private async openOne(tx: Transaction, cycle: ReportingCycle, mission: Mission): Promise<Submission | 'existing' | 'without-lead'> {
    const { coversLabel, coversFrom, coversTo } = cycle;
    const { dueOn, closesOn = null } = cycle.daysOf?.get(mission.slug) ?? cycle;
    const lead = leadOn(mission, dueOn) ?? (cycle.orLedOn === undefined ? null : leadOn(mission, cycle.orLedOn));
    if (!lead) return 'without-lead';
    const { frameworkId, id: missionId } = mission;
    const submission = await this.submissions.open(tx, {
      kind: 'evidence-return', frameworkId, missionId, organisationId: lead.organisationId, coversLabel, coversFrom, coversTo, dueOn, closesOn,
    });
    if (!submission) return 'existing';
    await tx.repository(EvidenceReturn).insert({ submissionId: submission.id });
    return submission;
  }
}
