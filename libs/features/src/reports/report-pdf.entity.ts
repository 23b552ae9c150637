import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ReportEdition } from './report-edition.entity.js';

/** What came of making an edition's PDF. */
@Entity('report_pdfs', { comment: 'append-only: the PDF of each edition, or why there is none' })
export class ReportPdf {
  @PrimaryColumn({ type: 'uuid', name: 'edition_id', primaryKeyConstraintName: 'pk_report_pdfs' })
  editionId: string;

  @OneToOne(() => ReportEdition, { nullable: false })
  @JoinColumn({ name: 'edition_id' })
  edition: Relation<ReportEdition>;

  @Column({ type: 'text' })
  outcome: 'made' | 'no-browser' | 'failed';

  /** Null where none was made. */
  @Column({ type: 'bytea', nullable: true, select: false })
  bytes: Buffer | null;

  /** SHA-256 of the bytes, hex. */
  @Column({ type: 'text', nullable: true })
  checksum: string | null;

  @Column({ type: 'timestamptz', name: 'made_at' })
  madeAt: Date;
}
