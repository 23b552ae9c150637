import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type Rhythm } from '#domain/subscriptions/subscription-subject.js';
import { type PageLanguage } from '#platform/language/page-language.js';
import { Subscriber } from './subscriber.entity.js';

/** What was asked for with an address that has yet to be confirmed. Deleted when its days are over, confirmed or not. */
@Entity('subscription_requests')
export class SubscriptionRequest {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Null once it is confirmed: then the subscriber's row has it. */
  @Column({ type: 'text', nullable: true })
  email: string | null;

  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'text' })
  rhythm: Rhythm;

  /** Of the page on which it was asked for. */
  @Column({ type: 'text', default: 'en' })
  language: PageLanguage;

  /** Only the hash of the mailed secret is kept. */
  @Column({ type: 'text', name: 'secret_hash', unique: true })
  secretHash: string;

  @Column({ type: 'timestamptz', name: 'asked_at' })
  askedAt: Date;

  @Index()
  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  /** Whose it became: a second press of the button leads to the same page. */
  @Column({ type: 'uuid', name: 'subscriber_id', nullable: true })
  subscriberId: string | null;

  @ManyToOne(() => Subscriber, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'subscriber_id' })
  subscriber: Relation<Subscriber> | null;
}
