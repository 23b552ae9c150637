import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export type MailState = 'queued' | 'sending' | 'sent' | 'failed';

/** A message, written in the transaction of the fact that it reports. Its id is its stable reference. */
@Entity('mail_messages')
export class MailMessage {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  recipient: string;

  @Column({ type: 'text' })
  subject: string;

  /** Plain text. */
  @Column({ type: 'text' })
  body: string;

  /** The fact that it reports, `<noun>:<id>`. */
  @Column({ type: 'text' })
  about: string;

  /** Where its reader ends such mail with one click (RFC 8058); null for mail that is nobody's subscription. */
  @Column({ type: 'text', name: 'unsubscribe_url', nullable: true })
  unsubscribeUrl: string | null;

  @Column({ type: 'text', default: 'queued' })
  state: MailState;

  @Column({ type: 'timestamptz', name: 'written_at' })
  writtenAt: Date;

  @Column({ type: 'timestamptz', name: 'sent_at', nullable: true })
  sentAt: Date | null;

  /** Set before each attempt to hand over: a second one inside a kill's window shows here. */
  @Column({ type: 'integer', default: 0 })
  attempts: number;

  @Column({ type: 'text', name: 'last_error', nullable: true })
  lastError: string | null;
}
