import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, VersionColumn } from 'typeorm';
import { Mission } from '#features/missions/mission.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { Inquiry } from './inquiry.entity.js';

/** A recommendation that an inquiry is to make when its findings are published. The council alone reads it. */
@Entity('inquiry_recommendation_drafts')
export class InquiryDraft {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Index()
  @Column({ type: 'uuid', name: 'inquiry_id' })
  inquiryId: string;

  @ManyToOne(() => Inquiry, { nullable: false })
  @JoinColumn({ name: 'inquiry_id' })
  inquiry: Relation<Inquiry>;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'uuid', name: 'addressee_id' })
  addresseeId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ name: 'addressee_id' })
  addressee: Relation<Organisation>;

  @Column({ type: 'uuid', name: 'mission_id', nullable: true })
  missionId: string | null;

  @ManyToOne(() => Mission, { nullable: true })
  @JoinColumn({ name: 'mission_id' })
  mission: Relation<Mission> | null;

  /** Working days in which it is to be answered. */
  @Column({ type: 'integer', name: 'answer_days' })
  answerDays: number;

  @Column({ type: 'uuid', name: 'written_by' })
  writtenBy: string;

  @Column({ type: 'timestamptz', name: 'written_at' })
  writtenAt: Date;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
