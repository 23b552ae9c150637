import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Attachment } from './attachment.entity.js';

/** A piece of a file. */
@Entity('attachment_chunks')
export class AttachmentChunk {
  @PrimaryColumn({ type: 'uuid', name: 'attachment_id' })
  attachmentId: string;

  @ManyToOne(() => Attachment, { nullable: false })
  @JoinColumn({ name: 'attachment_id' })
  attachment: Relation<Attachment>;

  /** From 0. */
  @PrimaryColumn({ type: 'integer' })
  position: number;

  @Column({ type: 'bytea' })
  bytes: Buffer;
}
