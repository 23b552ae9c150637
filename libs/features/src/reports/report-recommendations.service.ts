import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { type EditionRecommendation } from '#domain/reports/edition-document.js';
import { requirePermission } from '#features/access/access.guard.js';
import { User } from '#features/access/user.entity.js';
import { peopleWithRoles } from '#features/access/people-to-tell.js';
import { Mission } from '#features/missions/mission.entity.js';
import { checkedRecommendation, type DraftedRecommendation } from '#features/recommendations/drafted-recommendation.js';
import { Recommendation } from '#features/recommendations/recommendation.entity.js';
import { RecommendationsService } from '#features/recommendations/recommendations.service.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type OpenedReport, recordReport, takeReport } from './report-records.js';
import { type Report } from './report.entity.js';
import { reportsPaths } from './reports.paths.js';
import { requireWriting } from './reports.service.js';

/** What a report recommends: written with it, and made when it is published. */
@Injectable()
export class ReportRecommendationsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recommendations: RecommendationsService,
  ) {}

  async add(actor: Actor, opened: OpenedReport, drafted: DraftedRecommendation): Promise<void> {
    await this.change(actor, opened, 'recommend', async (tx, report) => [...report.recommendations, { id: randomUUID(), reference: null, ...(await checkedRecommendation(tx, drafted)) }]);
  }

  /** @throws ApplicationError 404 unknown, or made already */
  async remove(actor: Actor, opened: OpenedReport, id: string): Promise<void> {
    await this.change(actor, opened, 'unrecommend', async (_, { recommendations }) => {
      if (!recommendations.some((one) => one.id === id && one.reference === null)) throw ApplicationError.notFound('That recommendation');
      return recommendations.filter((one) => one.id !== id);
    });
  }

  /** Makes those that are not made yet, as part of a publication. @returns those of all editions, as they are printed */
  async makeAll(tx: Transaction, report: Report): Promise<EditionRecommendation[]> {
    const waiting = report.recommendations.filter(({ reference }) => reference === null);
    if (waiting.length > 0) {
      const actor = await inTheirName(tx, report);
      for (const one of waiting) {
        const { text, addresseeId, missionId, answerDays } = one;
        const source = { sourceKind: 'report' as const, sourceReference: report.reference, sourcePath: reportsPaths.edition(report.reference, report.editions + 1) };
        one.reference = (await this.recommendations.makeInTransaction(tx, actor, { ...source, text, addresseeId, missionId, answerDays })).reference;
      }
    }
    return Promise.all(report.recommendations.map((one) => printed(tx, one.reference ?? '')));
  }

  private async change(actor: Actor, opened: OpenedReport, action: 'recommend' | 'unrecommend', act: (tx: Transaction, report: Report) => Promise<Report['recommendations']>): Promise<void> {
    requirePermission(actor, 'report.write');
    const event = action === 'recommend' ? 'REPORT_RECOMMENDATION_ADDED' : 'REPORT_RECOMMENDATION_REMOVED';
    await this.unitOfWork.run({ actor: auditName(actor), event, subject: `report:${opened.reference}` }, async (tx) => {
      const report = await takeReport(tx, opened);
      requireWriting(report);
      report.recommendations = await act(tx, report);
      await tx.manager.save(report);
      await recordReport(tx, actor, report.id, action);
    });
  }
}

/** The chair who set the time, or whoever is in office where he or she is not any more. */
async function inTheirName(tx: Transaction, { scheduledBy }: Report): Promise<Actor> {
  const inOffice = await peopleWithRoles(tx, ['council-chair', 'council-member']);
  const [first] = [...inOffice.filter(({ id }) => id === scheduledBy), ...inOffice];
  if (!first) throw ApplicationError.conflict('Nobody is in office who could make the recommendations', 'nobody-in-office');
  const { id, name, roles, organisationId, homeOrganisationId } = await tx.repository(User).findOneByOrFail({ id: first.id });
  return { kind: 'user', id, name, roles, organisationId, homeOrganisationId };
}

async function printed(tx: Transaction, reference: string): Promise<EditionRecommendation> {
  const { text, addressee, missionId, answerDueOn } = await tx.repository(Recommendation).findOneOrFail({ where: { reference }, relations: { addressee: true } });
  const mission = missionId === null ? null : await tx.repository(Mission).findOneBy({ id: missionId });
  return { reference, text, addressee: addressee.name, mission: mission?.slug ?? null, answerDueOn };
}
