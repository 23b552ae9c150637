import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { type Rhythm } from '#domain/subscriptions/subscription-subject.js';
import { Subscriber } from './subscriber.entity.js';

/** What a subscriber is told of, and how often. */
@Entity('subscriptions')
@Unique(['subscriberId', 'subject'])
export class Subscription {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'subscriber_id' })
  subscriberId: string;

  @ManyToOne(() => Subscriber, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'subscriber_id' })
  subscriber: Relation<Subscriber>;

  /** See `subjectOf`. */
  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'text' })
  rhythm: Rhythm;

  /** Nothing from before is told. */
  @Column({ type: 'timestamptz', name: 'since' })
  since: Date;
}
