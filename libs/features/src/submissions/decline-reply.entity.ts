import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { DeclinedSection } from './declined-section.entity.js';

/** What the department answers its SRO about a declined section that stays as it is. */
@Entity('decline_replies', { comment: 'append-only: answers to a decline' })
export class DeclineReply {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column({ type: 'uuid', name: 'declined_section_id' })
  declinedSectionId: string;

  @ManyToOne(() => DeclinedSection, { nullable: false })
  @JoinColumn({ name: 'declined_section_id' })
  declinedSection: Relation<DeclinedSection>;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'uuid', name: 'replied_by' })
  repliedBy: string;

  @Column({ type: 'text', name: 'replied_by_name' })
  repliedByName: string;

  @Column({ type: 'timestamptz', name: 'replied_at' })
  repliedAt: Date;
}
