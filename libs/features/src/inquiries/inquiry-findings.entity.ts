import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { Inquiry } from './inquiry.entity.js';

/** One version of the findings of an inquiry. The council alone reads it before it is published. */
@Entity('inquiry_findings', { comment: 'append-only: every version of the findings of inquiries' })
@Unique(['inquiryId', 'number'])
export class InquiryFindings {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'inquiry_id' })
  inquiryId: string;

  @ManyToOne(() => Inquiry, { nullable: false })
  @JoinColumn({ name: 'inquiry_id' })
  inquiry: Relation<Inquiry>;

  /** From 1. */
  @Column({ type: 'integer' })
  number: number;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'uuid', name: 'written_by' })
  writtenBy: string;

  @Column({ type: 'text', name: 'writer_name' })
  writerName: string;

  @Column({ type: 'timestamptz', name: 'written_at' })
  writtenAt: Date;
}
