import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Subscriber } from './subscriber.entity.js';

/** That a subscriber was told of a change: once, however many of their subscriptions it concerns and however many workers look. */
@Entity('subscription_tellings')
export class SubscriptionTelling {
  @PrimaryColumn({ type: 'uuid', name: 'subscriber_id' })
  subscriberId: string;

  /** `PublicChange.id` */
  @PrimaryColumn({ type: 'text', name: 'change_id' })
  changeId: string;

  @ManyToOne(() => Subscriber, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'subscriber_id' })
  subscriber: Relation<Subscriber>;

  @Index()
  @Column({ type: 'timestamptz', name: 'told_at' })
  toldAt: Date;
}
