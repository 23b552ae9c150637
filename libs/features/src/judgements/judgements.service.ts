import { Injectable } from '@nestjs/common';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { alertEffectOf } from '#domain/alerts/alert-opening.js';
import { causeOfJudgement } from '#domain/judgements/cause-of-judgement.js';
import { type ComputedJudgement } from '#domain/judgements/computed-judgement.js';
import { judgeTarget } from '#domain/judgements/target-verdict.js';
import { CLEAR_ALERT } from '#features/alerts/clear-alert.job.js';
import { RAISE_ALERT } from '#features/alerts/raise-alert.job.js';
import { FIND_DATA_GAPS } from '#features/data-gaps/find-data-gaps.job.js';
import { ReviewedMissions } from '#features/mission-quality/published-reviews.queries.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { endOfLondonDay, londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { Judgement } from './judgement.entity.js';
import { JudgementsQueries } from './judgements.queries.js';
import { type MissionStanding, missionStanding } from './mission-standing.js';
import { comparableOf, rowOf, saysTheSame } from './stored-judgement.js';
import { type MissionSubject, type SubjectTarget, TargetsToJudge } from './targets-to-judge.js';

/** What a judging did. */
export interface JudgingReport {
  missions: number;
  targets: number;
  /** Rows stored: targets whose judgement is not what it was. */
  changed: number;
}

/** The day that a judging is for, and the release that brought it about. */
interface JudgingMoment {
  asOf: string;
  releaseId?: number;
}

/** Held by whoever judges until the commit, so that two judging jobs at once give one row. */
const JUDGING_LOCK = 'waymark judging';

/** The computed judgements: made from the figures, stored where they change, with the alerts that follow from that. */
@Injectable()
export class JudgementsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly targets: TargetsToJudge,
    private readonly queries: JudgementsQueries,
  ) {}

  /**
   * Judges the missions by the figures known in this transaction and the day. A judgement is stored only where verdict,
   * sentence or cells differ from the last one.
   * @param asOf ISO date; figures and dates up to here
   * @param releaseId the release whose arrival asks for it
   */
  async judgeInTransaction(tx: Transaction, { missionIds, asOf = londonDate(tx.now), releaseId }: { missionIds?: string[]; asOf?: string; releaseId?: number } = {}): Promise<JudgingReport> {
    await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [JUDGING_LOCK]);
    const missions = await this.targets.read(tx.manager, { missionIds, running: true, at: tx.now });
    const before = await this.queries.latestComputed(tx.manager, missions.map(({ mission }) => mission.id));
    const report: JudgingReport = { missions: missions.length, targets: 0, changed: 0 };
    for (const subject of missions) {
      const rows = await this.judgeTargets(tx, subject, before, { asOf, ...(releaseId === undefined ? {} : { releaseId }) });
      report.targets += subject.targets.length;
      report.changed += rows.length;
    }
    // which calls for the look through the alerts, once it knows what is lacking
    if (missions.length > 0) await tx.enqueue(FIND_DATA_GAPS, {});
    return report;
  }

  /**
   * For the command line: judges every mission and says how each stands.
   * @param asOf ISO date: judges by that day instead, from the releases published by its end (and those whose publication
   * nobody has dated), and stores nothing
   */
  async judge(actor: Actor, asOf?: string): Promise<MissionStanding[]> {
    if (actor.kind !== 'command' && actor.kind !== 'job') throw ApplicationError.forbidden('Judging is started by imports, acceptances and the command line');
    if (asOf) return this.judgeWithoutStoring(asOf);
    return this.unitOfWork.run({ actor: auditName(actor), event: 'MISSIONS_JUDGED', subject: 'missions:all' }, async (tx) => {
      tx.describe({ ...(await this.judgeInTransaction(tx)) });
      return this.queries.standingOfAll(tx.manager);
    });
  }

  private async judgeTargets(tx: Transaction, subject: MissionSubject, before: Map<string, Judgement>, now: JudgingMoment): Promise<Judgement[]> {
    const rows: Judgement[] = [];
    for (const { target, toJudge, asFirstPublished } of subject.targets) {
      const last = before.get(target.id);
      const previousVerdict = last?.countsAs ?? last?.verdict;
      const found = judgeTarget(previousVerdict ? { ...toJudge, previousVerdict } : toJudge, now.asOf);
      const firstPublished = asFirstPublished && judgeTarget(asFirstPublished, now.asOf);
      if (last && saysTheSame(last, found, firstPublished)) continue;
      rows.push(await this.store(tx, { ...now, target, found, last, ...(firstPublished ? { firstPublished } : {}) }));
    }
    return rows;
  }

  private async store(
    tx: Transaction,
    change: JudgingMoment & { target: SubjectTarget['target']; found: ComputedJudgement; firstPublished?: ComputedJudgement; last: Judgement | undefined },
  ): Promise<Judgement> {
    const { target, found, last, firstPublished, releaseId, asOf } = change;
    const before = last && comparableOf(last);
    const cause = causeOfJudgement(before, found);
    const effect = alertEffectOf(before, found.verdict, cause);
    const given = {
      ...(firstPublished ? { firstPublished: { verdict: firstPublished.verdict, sentence: firstPublished.sentence } } : {}),
      ...(releaseId === undefined ? {} : { releaseId }),
    };
    const row = await tx
      .repository(Judgement)
      .save(rowOf(target, found, { cause, alertWithheld: effect === 'withhold', ...given, at: tx.now, asOf }));
    if (effect === 'raise') await tx.enqueue(RAISE_ALERT, { judgementId: row.id, kind: target.rule.kind === 'every-area' ? 'every-area-broken' : 'target-off-track' });
    if (effect === 'clear' || effect === 'recover') await tx.enqueue(CLEAR_ALERT, { judgementId: row.id });
    return row as Judgement;
  }

  private async judgeWithoutStoring(asOf: string): Promise<MissionStanding[]> {
    const missions = await this.targets.read(this.unitOfWork.reader, { at: endOfLondonDay(asOf), undated: true, asked: asOf });
    const reviewed = await ReviewedMissions.of(this.unitOfWork.reader, missions.map(({ mission }) => mission.id));
    return missions.map(({ mission, targets }) => {
      const open = reviewed.openPartsOf(mission, asOf);
      const rows = targets.map(({ target, toJudge, asFirstPublished }) => {
        const found = judgeTarget(toJudge, asOf);
        const first = asFirstPublished && judgeTarget(asFirstPublished, asOf);
        const firstPublished = first ? { firstPublished: { verdict: first.verdict, sentence: first.sentence } } : {};
        const row = rowOf(target, found, { cause: 'first', alertWithheld: false, ...firstPublished, at: new Date(`${asOf}T12:00:00Z`), asOf });
        return [target.id, { ...row, id: '', sequence: '' } as Judgement] as const;
      });
      return missionStanding(mission, { latest: new Map(rows), yearAgo: new Map(), department: null, council: null, open, openYearAgo: open, review: reviewed.inForce(mission.id, asOf) });
    });
  }
}
