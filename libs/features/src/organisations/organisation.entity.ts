import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export type OrganisationKind = 'department' | 'council' | 'statistics' | 'sub-national' | 'administration';

/** A department, the council, a statistics producer, a place's body or the administration. */
@Entity('organisations')
export class Organisation {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text', unique: true })
  slug: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', name: 'short_name' })
  shortName: string;

  @Column({ type: 'text' })
  kind: OrganisationKind;

  /** The office's address for alerts, beside its people. */
  @Column({ type: 'text', nullable: true })
  mailbox: string | null;

  /** Code of the place that it is the council of; null for all others. By code, for codes come and go with the register of areas. */
  @Column({ type: 'text', name: 'area_code', nullable: true })
  areaCode: string | null;

  /** Does its minister clear returns and plans before they are signed? */
  @Column({ type: 'boolean', name: 'wants_clearance', default: false })
  wantsClearance: boolean;
}
