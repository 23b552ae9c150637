import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { type RecordFacts } from '#domain/reports/record-facts.js';
import { type ReportKind, type ReportState } from '#domain/reports/report-status.js';
import { User } from '#features/access/user.entity.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { type DraftedRecommendation } from '#features/recommendations/drafted-recommendation.js';

/** A report on a framework and period: the next edition in the council's workspace, and the public dates of those that are out. */
@Entity('reports')
@Index('uq_reports_framework_id_kind_period_to', ['frameworkId', 'kind', 'periodTo'], { unique: true, where: `state <> 'dropped'` })
export class Report {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** `AR-2026-7K3D` */
  @Column({ type: 'text', unique: true })
  reference: string;

  @Column({ type: 'uuid', name: 'framework_id' })
  frameworkId: string;

  @ManyToOne(() => Framework, { nullable: false })
  @JoinColumn({ name: 'framework_id' })
  framework: Relation<Framework>;

  @Column({ type: 'text' })
  kind: ReportKind;

  @Column({ type: 'date', name: 'period_from' })
  periodFrom: string;

  @Column({ type: 'date', name: 'period_to' })
  periodTo: string;

  @Column({ type: 'text' })
  state: ReportState;

  /** The day as of which facts were assembled. */
  @Column({ type: 'date', name: 'as_of', nullable: true })
  asOf: string | null;

  /** What the council itself had on record on that day; null until assembled. */
  @Column({ type: 'jsonb', nullable: true })
  record: RecordFacts | null;

  @Column({ type: 'timestamptz', name: 'publish_at', nullable: true })
  publishAt: Date | null;

  /** Number of the last edition that is out; 0 before the first. */
  @Column({ type: 'integer', default: 0 })
  editions: number;

  /** What the edition in the making corrects. */
  @Column({ type: 'text', name: 'correction_note', nullable: true })
  correctionNote: string | null;

  /** The day by which the law wants it laid. */
  @Column({ type: 'date', name: 'due_on', nullable: true })
  dueOn: string | null;

  /** When it was found not to have been laid in time. The mark stays. */
  @Column({ type: 'timestamptz', name: 'overdue_at', nullable: true })
  overdueAt: Date | null;

  @Column({ type: 'date', name: 'delivered_on', nullable: true })
  deliveredOn: string | null;

  @Column({ type: 'date', name: 'laid_on', nullable: true })
  laidOn: string | null;

  @Column({ type: 'text', name: 'paper_number', nullable: true })
  paperNumber: string | null;

  @Column({ type: 'timestamptz', name: 'opened_at' })
  openedAt: Date;

  /** What it recommends; `reference` is null until it is published and made. */
  @Column({ type: 'jsonb', default: () => `'[]'` })
  recommendations: (DraftedRecommendation & { id: string; reference: string | null })[];

  /** The chair who set the time of publication. */
  @Column({ type: 'uuid', name: 'scheduled_by', nullable: true })
  scheduledBy: string | null;

  @ManyToOne(() => User, { nullable: true })
  @JoinColumn({ name: 'scheduled_by' })
  scheduler: Relation<User> | null;

  /** Its author. Null of reports of before they were recorded. */
  @Column({ type: 'uuid', name: 'opened_by', nullable: true })
  openedBy: string | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
