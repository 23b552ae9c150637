import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { auditName, systemActor } from '#domain/access/permissions.js';
import { EFFECT_OUTCOMES, type EffectOutcome, notComeSentence } from '#domain/alerts/effect-check.js';
import { isOverdue } from '#domain/alerts/response-due.js';
import { ofOpenFramework } from '#features/frameworks/framework-standing.js';
import { Metric } from '#features/metrics/metric.entity.js';
import { Notices } from '#features/notifications/notices.service.js';
import { ALERT_EFFECT } from '#features/notifications/texts/alerts.texts.js';
import { countUnlessDone, DoneElsewhere } from '#features/calendar/done-elsewhere.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { Alert, type PlannedAction } from './alert.entity.js';
import { AlertEffectCheck } from './alert-effect-check.entity.js';
import { AlertEvent } from './alert-event.entity.js';
import { alertLifeWords as words } from './alert-life.words.js';
import { newsOf, placeOf } from './alert-news.js';
import { councilReaders, departmentReaders } from './alert-recipients.js';
import { type NamedRelease, releaseToCheck } from './effect-figures.queries.js';
import { EffectFindings, type Found } from './effect-findings.queries.js';

/** Looks, for each action of an accepted plan, at the release that it names: did the figure move as expected? */
@Injectable()
export class EffectChecks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
    private readonly findings: EffectFindings,
  ) {}

  /** @returns how many actions were checked, or said to wait longer than they should */
  async checkDue(now: Date): Promise<number> {
    const alerts = await this.dataSource.getRepository(Alert).find({ where: { status: 'accepted', frameworkId: ofOpenFramework() }, order: { reference: 'ASC' } });
    const turns = new EachInTurn();
    await turns.run(alerts, ({ reference }) => `alert:${reference}`, async (alert) => {
      const checks = await this.dataSource.getRepository(AlertEffectCheck).findBy({ alertId: alert.id, planNumber: alert.plansPublished });
      await turns.run(alert.planActions.keys(), (index) => `alert:${alert.reference} action ${index + 1}`, (index) => this.checkAction(alert, index, checks, now));
      return 0;
    });
    return turns.finish();
  }

  private async checkAction(alert: Alert, index: number, known: readonly AlertEffectCheck[], now: Date): Promise<number> {
    const checks = known.filter(({ actionIndex }) => actionIndex === index);
    if (checks.some(({ outcome }) => outcome === 'shown' || outcome === 'not-shown')) return 0;
    const question = await this.questionOf(alert, index, checks, now);
    if (!question) return 0;
    const actor = auditName(systemActor('job', 'check-effects'));
    return countUnlessDone(this.unitOfWork.run({ actor, event: 'ALERT_EFFECT_CHECKED', subject: `alert:${alert.id}` }, async (tx) => {
      const row = await tx.repository(Alert).findOneOrFail({ where: { id: alert.id }, lock: { mode: 'pessimistic_write' } });
      if (row.status !== 'accepted' || row.plansPublished !== alert.plansPublished) throw new DoneElsewhere();
      const { metric, release } = question;
      const found = release ? await this.findings.of(tx, alert.id, { index, metric, release }) : notCome(row.planActions[index], index, metric);
      const cell = { alertId: alert.id, planNumber: alert.plansPublished, actionIndex: index };
      const { identifiers } = await tx.repository(AlertEffectCheck).createQueryBuilder().insert().values({ ...cell, metricId: metric.id, ...found, checkedAt: tx.now }).orIgnore().execute();
      if (!identifiers[0]) throw new DoneElsewhere();
      await this.publish(tx, row, found);
      tx.describe({ alert: alert.reference, action: index + 1, outcome: found.outcome, release: found.releaseId });
    }));
  }

  /** What there is to say of an action now: undefined for nothing; without a release that it has not come by its date. */
  private async questionOf({ planActions, answeredAt }: Alert, index: number, checks: readonly AlertEffectCheck[], now: Date): Promise<{ metric: Metric; release?: NamedRelease } | undefined> {
    const line = planActions[index];
    if (!line?.metric || !line.releaseExpectedOn || !answeredAt) return undefined;
    const metric = await this.dataSource.getRepository(Metric).findOneBy({ slug: line.metric });
    if (!metric) return undefined;
    const checked = checks.flatMap(({ releaseId }) => releaseId ?? []);
    const release = await releaseToCheck(this.dataSource.manager, { metricId: metric.id, expectedOn: line.releaseExpectedOn, since: answeredAt, now, checked });
    if (release) return { metric, release };
    return checks.length === 0 && isOverdue(line.releaseExpectedOn, londonDate(now)) ? { metric } : undefined;
  }

  private async publish(tx: Transaction, row: Alert, { outcome, sentence, releaseId }: Found): Promise<void> {
    const action = releaseId === null ? 'release-late' : 'effect';
    await tx.repository(AlertEvent).save({ alertId: row.id, action, toStatus: row.status, actorId: null, actorOffice: words.service, text: sentence, at: tx.now });
    const alert = await tx.repository(Alert).findOneOrFail({ where: { id: row.id }, relations: { framework: true, mission: true, target: true, organisation: true } });
    const [council, department] = [await councilReaders(tx), await departmentReaders(tx, alert.organisationId)];
    const readers = { people: [...council.people, ...department.people], ...(department.mailboxes ? { mailboxes: department.mailboxes } : {}) };
    await this.notices.tell(tx, ALERT_EFFECT, readers, { ...newsOf(alert), outcome: EFFECT_OUTCOMES[outcome], text: sentence }, placeOf(alert));
  }
}

function notCome(line: PlannedAction | undefined, index: number, metric: Metric): Found {
  const expectedOn = longDate(line?.releaseExpectedOn ?? '');
  const outcome: EffectOutcome = 'not-come';
  return { releaseId: null, outcome, figures: { expectedOn: line?.releaseExpectedOn ?? null }, sentence: notComeSentence({ action: index + 1, metric: metric.name, expectedOn }) };
}
