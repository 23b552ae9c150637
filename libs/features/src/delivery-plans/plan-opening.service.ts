import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { CycleFollowers } from '#features/calendar/cycle-followers.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { leadOn } from '#features/missions/lead-on.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { type OpenedWork, type ReportingCycle, requireCycle } from '#features/submissions/reporting-cycle.js';
import { SubmissionsService } from '#features/submissions/submissions.service.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { DeliveryPlan } from './delivery-plan.entity.js';

/** Opens the plans of a year, inside the move of whoever opens it: a person's command or the clock. */
@Injectable()
export class PlanOpening {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly followers: CycleFollowers,
  ) {}

  /**
   * The plan of each department with a part in a mission: that leads one on the due date, or contributes to one. What is open
   * already stays as it is.
   * @throws ApplicationError 404 for an unknown framework, 422 for dates in the wrong order.
   */
  async openInTransaction(tx: Transaction, year: ReportingCycle): Promise<OpenedWork> {
    requireCycle(year);
    const { frameworkSlug, coversLabel, coversFrom, coversTo, dueOn, closesOn = null } = year;
    const framework = await tx.repository(Framework).findOneBy({ slug: frameworkSlug });
    if (!framework) throw ApplicationError.notFound(`The framework ${frameworkSlug}`);
    const missions = await tx.repository(Mission).find({ where: { frameworkId: framework.id }, relations: { leads: true }, order: { number: 'ASC' } });
    const withoutLead = missions.filter((mission) => !leadOn(mission, dueOn)).map(({ slug }) => slug);
    const work: OpenedWork = { opened: 0, existing: 0, withoutLead, submissions: [] };
    for (const organisationId of await departmentsWithPart(tx, missions, [dueOn, year.orLedOn ?? dueOn])) {
      const submission = await this.submissions.open(tx, {
        kind: 'delivery-plan', frameworkId: framework.id, missionId: null, organisationId, coversLabel, coversFrom, coversTo, dueOn, closesOn,
      });
      if (!submission) {
        work.existing += 1;
        continue;
      }
      if (!(await tx.repository(DeliveryPlan).existsBy({ submissionId: submission.id }))) await tx.repository(DeliveryPlan).insert({ submissionId: submission.id });
      work.submissions.push(submission);
    }
    work.opened = work.submissions.length;
    await this.followers.opened(tx, { kind: 'delivery-plan', submissions: work.submissions });
    tx.describe({ opened: work.opened, existing: work.existing, withoutLead, coversFrom, coversTo, dueOn });
    return work;
  }
}

/** Leads in the order of their missions, then those that only contribute; each once. */
async function departmentsWithPart(tx: Transaction, missions: readonly Mission[], dates: readonly string[]): Promise<Set<string>> {
  const contributing = await tx.repository(Organisation).find({ where: { slug: In(missions.flatMap(({ contributors }) => contributors)) }, order: { slug: 'ASC' } });
  const leading = missions.flatMap((mission) => dates.flatMap((date) => leadOn(mission, date)?.organisationId ?? []));
  return new Set([...leading, ...contributing.map(({ id }) => id)]);
}
