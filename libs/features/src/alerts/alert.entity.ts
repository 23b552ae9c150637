import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { type AlertFact } from '#domain/alerts/alert-fact.js';
import { type AlertKind, type AlertStatus } from '#domain/alerts/alert-status.js';
import { DataGap } from '#features/data-gaps/data-gap.entity.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Target } from '#features/missions/target.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { Submission } from '#features/submissions/submission.entity.js';

/** An action of a recovery plan: without the release that will show its effect it cannot be accepted. */
export interface PlannedAction {
  action: string;
  owner: string;
  dueOn: string;
  expectedEffect: string;
  /** The release in words: the metric's name and when it is expected. */
  releaseThatShows: string;
  /** Slug; absent in plans that named a release in words only, which nothing can be checked by. */
  metric?: string;
  /** ISO date. */
  releaseExpectedOn?: string;
  /** The least change for the better, in the metric's unit; null: any. */
  expectedChange?: number | null;
}

/** Off track has a cost: somebody must answer, in public, by a date. */
@Entity('alerts')
@Check('ck_alerts_one_ground', `num_nonnulls(judgement_id, data_gap_id, submission_id, about_alert_id) = CASE WHEN kind IN ('no-lead', 'interim-target-missed', 'report-late') THEN 0 ELSE 1 END`)
export class Alert {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text', unique: true })
  reference: string;

  @Column({ type: 'text' })
  kind: AlertKind;

  /** Once per change of state: `<kind>:<subject>:<what changed it: a judgement, a date that passed>`. */
  @Column({ type: 'text', name: 'dedupe_key', unique: true })
  dedupeKey: string;

  @Column({ type: 'uuid', name: 'framework_id' })
  frameworkId: string;

  @ManyToOne(() => Framework, { nullable: false })
  @JoinColumn({ name: 'framework_id' })
  framework: Relation<Framework>;

  /** Null where it is about the framework as a whole: a department's plan, the annual report. */
  @Column({ type: 'uuid', name: 'mission_id', nullable: true })
  missionId: string | null;

  @ManyToOne(() => Mission, { nullable: true })
  @JoinColumn({ name: 'mission_id' })
  mission: Relation<Mission> | null;

  @Column({ type: 'uuid', name: 'target_id', nullable: true })
  targetId: string | null;

  @ManyToOne(() => Target, { nullable: true })
  @JoinColumn({ name: 'target_id' })
  target: Relation<Target> | null;

  @Column({ type: 'uuid', name: 'judgement_id', nullable: true })
  judgementId: string | null;

  @ManyToOne(() => Judgement, { nullable: true })
  @JoinColumn({ name: 'judgement_id' })
  judgement: Relation<Judgement> | null;

  /** The overdue gap that it was raised on, where it was not a judgement. */
  @Column({ type: 'uuid', name: 'data_gap_id', nullable: true })
  dataGapId: string | null;

  @ManyToOne(() => DataGap, { nullable: true })
  @JoinColumn({ name: 'data_gap_id' })
  dataGap: Relation<DataGap> | null;

  /** The return or plan that is late, where it was raised on one. */
  @Column({ type: 'uuid', name: 'submission_id', nullable: true })
  submissionId: string | null;

  @ManyToOne(() => Submission, { nullable: true })
  @JoinColumn({ name: 'submission_id' })
  submission: Relation<Submission> | null;

  /** The alert that was not answered in time, where it was raised on one. */
  @Column({ type: 'uuid', name: 'about_alert_id', nullable: true })
  aboutAlertId: string | null;

  @ManyToOne(() => Alert, { nullable: true })
  @JoinColumn({ name: 'about_alert_id' })
  aboutAlert: Relation<Alert> | null;

  /** Who owed the answer when it was raised; never changed. Null in a vacancy. */
  @Column({ type: 'uuid', name: 'raised_with_id', nullable: true })
  raisedWithId: string | null;

  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'raised_with_id' })
  raisedWith: Relation<Organisation> | null;

  /** Who owes the answer now: it moves with the mission when its lead changes. Null in a vacancy. */
  @Column({ type: 'uuid', name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation> | null;

  /** What happened, in one sentence. */
  @Column({ type: 'text' })
  sentence: string;

  /** The facts behind the sentence, as they were when it was raised. */
  @Column({ type: 'jsonb', default: () => `'[]'` })
  facts: AlertFact[];

  @Column({ type: 'text' })
  status: AlertStatus;

  @Column({ type: 'timestamptz', name: 'raised_at' })
  raisedAt: Date;

  @Column({ type: 'date', name: 'response_due_on' })
  responseDueOn: string;

  /** The named owner, from the acknowledgement. */
  @Column({ type: 'text', name: 'owner_name', nullable: true })
  ownerName: string | null;

  @Column({ type: 'text', name: 'owner_job', nullable: true })
  ownerJob: string | null;

  @Column({ type: 'text', name: 'plan_summary', nullable: true })
  planSummary: string | null;

  @Column({ type: 'jsonb', name: 'plan_actions', default: () => `'[]'` })
  planActions: PlannedAction[];

  /** When the plan that stands was published. */
  @Column({ type: 'timestamptz', name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  /** The last day on which an acknowledgement is in time. */
  @Column({ type: 'date', name: 'acknowledge_due_on' })
  acknowledgeDueOn: string;

  /** The first acknowledgement, which says whether it was late. */
  @Column({ type: 'timestamptz', name: 'acknowledged_at', nullable: true })
  acknowledgedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'first_answered_at', nullable: true })
  firstAnsweredAt: Date | null;

  /** How many plans the department has published; the number of the one that stands. */
  @Column({ type: 'integer', name: 'plans_published', default: 0 })
  plansPublished: number;

  /** By when another plan is due, from the council's not accepting one until the next. */
  @Column({ type: 'date', name: 'answer_again_due_on', nullable: true })
  answerAgainDueOn: string | null;

  /** The latest due date for which "no response" was published. */
  @Column({ type: 'date', name: 'no_response_due_on', nullable: true })
  noResponseDueOn: string | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
