import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { type CycleDays } from '#domain/calendar/reporting-cycles.js';
import { type SubmissionKind } from '#domain/submissions/submission-status.js';
import { Framework } from '#features/frameworks/framework.entity.js';

/** A cycle that has opened, as its days were then. That the row is there means that it is done. */
@Entity('reporting_cycles')
@Unique(['frameworkId', 'kind', 'coversFrom', 'coversTo'])
export class ReportingCycleRow implements CycleDays {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'framework_id' })
  frameworkId: string;

  @ManyToOne(() => Framework, { nullable: false })
  @JoinColumn({ name: 'framework_id' })
  framework: Relation<Framework>;

  @Column({ type: 'text' })
  kind: SubmissionKind;

  @Column({ type: 'text', name: 'covers_label' })
  coversLabel: string;

  @Column({ type: 'date', name: 'covers_from' })
  coversFrom: string;

  @Column({ type: 'date', name: 'covers_to' })
  coversTo: string;

  @Column({ type: 'date', name: 'opens_on' })
  opensOn: string;

  @Column({ type: 'date', name: 'due_on' })
  dueOn: string;

  @Column({ type: 'date', name: 'closes_on', nullable: true })
  closesOn: string | null;

  @Column({ type: 'timestamptz', name: 'opened_at' })
  openedAt: Date;

  /** Returns or plans that it opened; those that were open before are not counted. */
  @Column({ type: 'integer', default: 0 })
  opened: number;

  /** Slugs of missions that nobody leads on the due date: nobody owes anything for them. */
  @Column({ type: 'text', array: true, name: 'without_lead', default: '{}' })
  withoutLead: string[];
}
