import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { type SubmissionKind, type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';

/** What a department owes the council and where it stands. Its words are in the evidence return or plan of the same id. */
@Entity('submissions')
@Index('uq_submissions_return_once', ['missionId', 'coversFrom', 'coversTo'], { unique: true, where: `kind = 'evidence-return'` })
@Index('uq_submissions_plan_once', ['frameworkId', 'organisationId', 'coversFrom', 'coversTo'], { unique: true, where: `kind = 'delivery-plan'` })
@Index(['organisationId', 'dueOn'])
export class Submission {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  kind: SubmissionKind;

  /** For people and mail, e.g. `ER-2026-7K3D`. */
  @Column({ type: 'text', unique: true })
  reference: string;

  @Column({ type: 'uuid', name: 'framework_id' })
  frameworkId: string;

  @ManyToOne(() => Framework, { nullable: false })
  @JoinColumn({ name: 'framework_id' })
  framework: Relation<Framework>;

  /** The department that owes it. */
  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation>;

  /** The mission of an evidence return; a plan covers all of its department's. */
  @Column({ type: 'uuid', name: 'mission_id', nullable: true })
  missionId: string | null;

  @ManyToOne(() => Mission, { nullable: true })
  @JoinColumn({ name: 'mission_id' })
  mission: Relation<Mission> | null;

  /** What it covers, in words: "April 2025 to March 2026". */
  @Column({ type: 'text', name: 'covers_label' })
  coversLabel: string;

  /** First and last day of what it covers. */
  @Column({ type: 'date', name: 'covers_from' })
  coversFrom: string;

  @Column({ type: 'date', name: 'covers_to' })
  coversTo: string;

  /** The last day on time, with every extension. */
  @Column({ type: 'date', name: 'due_on' })
  dueOn: string;

  /** As it was when it was opened: an extension moves `dueOn` and leaves this. */
  @Column({ type: 'date', name: 'first_due_on' })
  firstDueOn: string;

  /** Extensions granted; public. */
  @Column({ type: 'integer', default: 0 })
  extensions: number;

  /** The last day on which anything is taken; null where the window stays open. */
  @Column({ type: 'date', name: 'closes_on', nullable: true })
  closesOn: string | null;

  /** When it was marked overdue. The mark stays, whatever comes after. */
  @Column({ type: 'timestamptz', name: 'overdue_at', nullable: true })
  overdueAt: Date | null;

  /** How often the council has sent it back with changes. */
  @Column({ type: 'integer', name: 'rounds_sent_back', default: 0 })
  roundsSentBack: number;

  @Column({ type: 'text' })
  status: SubmissionStatus;

  /** Number of the last delivered version; 0 before the first. */
  @Column({ type: 'integer', name: 'delivered_versions', default: 0 })
  deliveredVersions: number;

  /** Number of the delivery that stands; null before the first and after a withdrawal, so that what is late stays late. */
  @Column({ type: 'integer', name: 'standing_version', nullable: true })
  standingVersion: number | null;

  /** Number of the version that the council accepted last. */
  @Column({ type: 'integer', name: 'accepted_version', nullable: true })
  acceptedVersion: number | null;

  /** Who saved the draft last. Nobody who saved any part of it may sign it. */
  @Column({ type: 'uuid', name: 'drafted_by', nullable: true })
  draftedBy: string | null;

  /** Who signed what stands; null again as soon as it is written on. */
  @Column({ type: 'uuid', name: 'signed_by', nullable: true })
  signedBy: string | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  /** Grows with every change; a form that was opened on an older one gets the conflict page. */
  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
