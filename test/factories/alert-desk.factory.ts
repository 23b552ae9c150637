import { type Actor } from '#domain/access/permissions.js';
import { type AlertKind } from '#domain/alerts/alert-status.js';
import { type Verdict } from '#domain/judgements/verdict.js';
import { type User } from '#features/access/user.entity.js';
import { Alert } from '#features/alerts/alert.entity.js';
import { AlertEvent } from '#features/alerts/alert-event.entity.js';
import { GivenJudgementsService } from '#features/judgements/given-judgements.service.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { JudgementsQueries } from '#features/judgements/judgements.queries.js';
import { type Release } from '#features/releases/release.entity.js';
import { type JobKind } from '#platform/queue/job-kind.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { type EducationMission, publishFigures, saveEducationMission } from './education-mission.factory.js';

/** The path is due 65 + 25 × years/11: 76.4 for 2023/24, 78.6 for 2024/25, 80.9 for 2025/26, 83.2 for 2026/27. */
export const ON_TRACK = { '2018-09-01/P1Y': 65, '2022-09-01/P1Y': 76, '2023-09-01/P1Y': 78, '2024-09-01/P1Y': 80 };
export const OFF_TRACK = { ...ON_TRACK, '2024-09-01/P1Y': 66 };

const DAY_MS = 24 * 60 * 60 * 1000;
const actorOf = (user: User): Actor => ({
  kind: 'user', id: user.id, name: user.name, roles: user.roles, organisationId: user.organisationId, homeOrganisationId: user.homeOrganisationId,
});

/** The application with one mission, and a hand on its figures, its words and its clock: Monday 5 January 2026. */
export class AlertDesk {
  private constructor(
    readonly waymark: TestApplication,
    readonly education: EducationMission,
  ) {}

  static async open(): Promise<AlertDesk> {
    const waymark = await startTestApplication();
    waymark.clock.set('2026-01-05T10:00:00Z');
    return new AlertDesk(waymark, await saveEducationMission(waymark.dataSource));
  }

  all(kind: AlertKind): Promise<Alert[]> {
    return this.waymark.dataSource.getRepository(Alert).find({ where: { kind }, order: { raisedAt: 'ASC' } });
  }

  async statuses(kind: AlertKind): Promise<string[]> {
    return (await this.all(kind)).map(({ status }) => status);
  }

  /** Action and text of each line, oldest first. */
  async timeline(alert: Alert | undefined): Promise<[string, string][]> {
    const events = await this.waymark.dataSource.getRepository(AlertEvent).find({ where: { alertId: alert?.id ?? '' }, order: { sequence: 'ASC' } });
    return events.map(({ action, text }) => [action, text]);
  }

  publish(figures: Record<string, number>, on = this.waymark.clock.today()): Promise<Release> {
    return publishFigures(this.waymark.dataSource, this.education, figures, on);
  }

  run<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TEST', subject: 'test' }, work);
  }

  /** Enqueues a job and runs all that are due. */
  async call<Payload extends object>(kind: JobKind<Payload>, payload: Payload): Promise<void> {
    await this.run((tx) => tx.enqueue(kind, payload));
    await this.waymark.runJobs();
  }

  judge(): Promise<void> {
    return this.call(JUDGE_MISSIONS, { cause: 'clock' });
  }

  async watchAt(instant: string): Promise<void> {
    this.waymark.clock.set(instant);
    await this.waymark.runWatches();
  }

  /** Thirty days of watches, one round a day. */
  async month(): Promise<void> {
    for (let day = 0; day < 30; day += 1) {
      this.waymark.clock.advance(DAY_MS);
      await this.waymark.runWatches();
    }
  }

  /** The chair judges for the council. */
  async council(verdict: Verdict): Promise<void> {
    await this.recordCouncil(verdict);
    await this.waymark.runJobs();
  }

  async recordCouncil(verdict: Verdict): Promise<void> {
    const { mission, people } = this.education;
    const standing = await this.waymark.get(JudgementsQueries).standingOfMission(mission.id);
    await this.waymark.get(GivenJudgementsService).recordCouncil(actorOf(people.chair), { missionId: mission.id, verdict, sentence: 'So we judge.', seen: standing?.council?.id ?? '' });
  }
}
