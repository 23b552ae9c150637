import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** That an address or a network has asked, so that neither asks too often of however many processes. Deleted after a day. */
@Entity('subscription_attempts')
@Index(['keyHash', 'at'])
export class SubscriptionAttempt {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number;

  /** Keyed hash of the address or network: neither can be read from it. */
  @Column({ type: 'text', name: 'key_hash' })
  keyHash: string;

  @Column({ type: 'timestamptz' })
  at: Date;
}
