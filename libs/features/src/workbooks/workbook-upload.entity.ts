import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type WrittenAnswers } from '#domain/evidence-returns/draft-blockers.js';
import { WorkbookExport } from './workbook-export.entity.js';

/** What a workbook says that came back and could be read, until somebody takes it over. Nothing of the return has changed by it. */
@Entity('workbook_uploads')
export class WorkbookUpload {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column({ type: 'uuid', name: 'export_id' })
  exportId: string;

  @ManyToOne(() => WorkbookExport, { nullable: false })
  @JoinColumn({ name: 'export_id' })
  export: Relation<WorkbookExport>;

  @Column({ type: 'jsonb' })
  answers: WrittenAnswers;

  @Column({ type: 'text', name: 'file_name' })
  fileName: string;

  /** SHA-256 in hex. */
  @Column({ type: 'text' })
  checksum: string;

  @Column({ type: 'uuid', name: 'uploaded_by' })
  uploadedBy: string;

  @Column({ type: 'timestamptz', name: 'uploaded_at' })
  uploadedAt: Date;
}
