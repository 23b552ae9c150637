import { Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Mission } from '#features/missions/mission.entity.js';
import { Inquiry } from './inquiry.entity.js';

/** A mission that an inquiry is about. */
@Entity('inquiry_missions')
export class InquiryMission {
  @PrimaryColumn({ type: 'uuid', name: 'inquiry_id' })
  inquiryId: string;

  @PrimaryColumn({ type: 'uuid', name: 'mission_id' })
  missionId: string;

  @ManyToOne(() => Inquiry, (inquiry) => inquiry.missions, { nullable: false })
  @JoinColumn({ name: 'inquiry_id' })
  inquiry: Relation<Inquiry>;

  @ManyToOne(() => Mission, { nullable: false })
  @JoinColumn({ name: 'mission_id' })
  mission: Relation<Mission>;
}
