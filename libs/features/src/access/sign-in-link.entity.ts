import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A one-time link. Only the hash of its secret is kept; it is spent by the button, not by the visit. */
@Entity('sign_in_links')
export class SignInLink {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column({ type: 'uuid', name: 'user_id' })
  userId: string;

  @Column({ type: 'text', name: 'secret_hash', unique: true })
  secretHash: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'spent_at', nullable: true })
  spentAt: Date | null;
}
