import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccessToken } from './access-token.entity.js';

/** What a POST with an `Idempotency-Key` was answered with, so that the same request again is answered alike and done once. */
@Entity('idempotency_keys')
export class IdempotencyKey {
  @PrimaryColumn({ type: 'text' })
  key: string;

  @PrimaryColumn({ type: 'uuid', name: 'token_id' })
  tokenId: string;

  @ManyToOne(() => AccessToken, { nullable: false })
  @JoinColumn({ name: 'token_id' })
  token: Relation<AccessToken>;

  /** Method and path: one key may stand for one request each. */
  @PrimaryColumn({ type: 'text' })
  request: string;

  /** SHA-256 of all that was sent. */
  @Column({ type: 'text', name: 'body_hash' })
  bodyHash: string;

  /** Null while the first request is on its way. */
  @Column({ type: 'smallint', nullable: true })
  status: number | null;

  @Column({ type: 'jsonb', nullable: true })
  answer: object | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
