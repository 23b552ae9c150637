import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type EvidenceReturnAnswers } from '#domain/evidence-returns/evidence-return-content.js';
import { Submission } from '#features/submissions/submission.entity.js';

/** What a workbook held when it was made: what its return is compared with when it comes back. */
@Entity('workbook_exports')
export class WorkbookExport {
  /** Stands in the workbook. */
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column({ type: 'uuid', name: 'submission_id' })
  submissionId: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id' })
  submission: Relation<Submission>;

  /** Of the return, as of which it was made. */
  @Column({ type: 'integer', name: 'row_version' })
  rowVersion: number;

  @Column({ type: 'jsonb' })
  answers: EvidenceReturnAnswers;

  @Column({ type: 'timestamptz', name: 'exported_at' })
  exportedAt: Date;
}
