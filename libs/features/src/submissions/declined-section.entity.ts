import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Submission } from './submission.entity.js';
import { SubmissionEvent } from './submission-event.entity.js';

/** A section that an SRO named when declining to sign, as it read then: unchanged and unanswered it does not go to the SRO again. */
@Entity('declined_sections', { comment: 'append-only: what was declined and how it read' })
export class DeclinedSection {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column({ type: 'uuid', name: 'submission_id' })
  submissionId: string;

  @ManyToOne(() => Submission, { nullable: false })
  @JoinColumn({ name: 'submission_id' })
  submission: Relation<Submission>;

  /** The decline in the history. */
  @Column({ type: 'uuid', name: 'event_id' })
  eventId: string;

  @ManyToOne(() => SubmissionEvent, { nullable: false })
  @JoinColumn({ name: 'event_id' })
  event: Relation<SubmissionEvent>;

  /** Key of the section. */
  @Column({ type: 'text' })
  section: string;

  @Column({ type: 'text' })
  reason: string;

  /** SHA-256 of what the section held. */
  @Column({ type: 'text' })
  checksum: string;
}
