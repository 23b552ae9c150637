import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { type Addressee } from '#domain/letters/letter-blockers.js';
import { User } from '#features/access/user.entity.js';
import { Alert } from '#features/alerts/alert.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';

/** A letter of the council, or one that it was sent. A draft until a member signs it, or it is dropped; word for word the same from then on. */
@Entity('letters')
@Index('uq_letters_draft_of_alert', ['alertId'], { unique: true, where: `status = 'draft' AND kind = 'escalation'` })
export class Letter {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text', unique: true })
  reference: string;

  @Column({ type: 'text' })
  direction: 'out' | 'in';

  @Column({ type: 'text' })
  kind: 'escalation' | 'general';

  @Column({ type: 'text' })
  status: 'draft' | 'published' | 'dropped';

  /** What it is about: an alert, a mission, or nothing that has a page. */
  @Column({ type: 'uuid', name: 'alert_id', nullable: true })
  alertId: string | null;

  @ManyToOne(() => Alert, { nullable: true })
  @JoinColumn({ name: 'alert_id' })
  alert: Relation<Alert> | null;

  @Column({ type: 'uuid', name: 'mission_id', nullable: true })
  missionId: string | null;

  @ManyToOne(() => Mission, { nullable: true })
  @JoinColumn({ name: 'mission_id' })
  mission: Relation<Mission> | null;

  /** The department that it is about: whoever comes from it does not sign it. */
  @Column({ type: 'uuid', name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation> | null;

  /** Of a letter in: the council's letter that it answers. */
  @Column({ type: 'uuid', name: 'answers_id', nullable: true })
  answersId: string | null;

  @ManyToOne(() => Letter, { nullable: true })
  @JoinColumn({ name: 'answers_id' })
  answers: Relation<Letter> | null;

  @Column({ type: 'text' })
  subject: string;

  @Column({ type: 'jsonb', default: () => `'[]'` })
  addressees: Addressee[];

  /** Of a letter in. */
  @Column({ type: 'text', nullable: true })
  sender: string | null;

  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'integer', name: 'answer_working_days', nullable: true })
  answerWorkingDays: number | null;

  /** From its publication on. */
  @Column({ type: 'date', name: 'answer_due_on', nullable: true })
  answerDueOn: string | null;

  /** Of a letter in. */
  @Column({ type: 'date', name: 'received_on', nullable: true })
  receivedOn: string | null;

  /** The member who signed it; who recorded it, of a letter in. */
  @Column({ type: 'uuid', name: 'signed_by', nullable: true })
  signedBy: string | null;

  @ManyToOne(() => User, { nullable: true })
  @JoinColumn({ name: 'signed_by' })
  signer: Relation<User> | null;

  /** "Council chair, Advisory Council" */
  @Column({ type: 'text', name: 'signed_as', nullable: true })
  signedAs: string | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'published_at', nullable: true })
  publishedAt: Date | null;

  /** Of a draft that is not sent after all: its author, or a chair. */
  @Column({ type: 'uuid', name: 'dropped_by', nullable: true })
  droppedBy: string | null;

  @ManyToOne(() => User, { nullable: true })
  @JoinColumn({ name: 'dropped_by' })
  dropper: Relation<User> | null;

  @Column({ type: 'timestamptz', name: 'dropped_at', nullable: true })
  droppedAt: Date | null;

  @Column({ type: 'text', name: 'drop_reason', nullable: true })
  dropReason: string | null;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
