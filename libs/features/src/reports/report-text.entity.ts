import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { ReportSection } from './report-section.entity.js';

/** One version of a section's text, with who wrote it. */
@Entity('report_texts', { comment: 'append-only: every version of the council’s text' })
@Unique(['sectionId', 'version'])
export class ReportText {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'section_id' })
  sectionId: string;

  @ManyToOne(() => ReportSection, { nullable: false })
  @JoinColumn({ name: 'section_id' })
  section: Relation<ReportSection>;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'text', name: 'rural_note' })
  ruralNote: string;

  @Column({ type: 'text', name: 'devolved_note' })
  devolvedNote: string;

  @Column({ type: 'uuid', name: 'author_id' })
  authorId: string;

  @Column({ type: 'text', name: 'author_name' })
  authorName: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
