import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type Role } from '#domain/access/roles.js';
import { Organisation } from '#features/organisations/organisation.entity.js';

/** Somebody who can sign in. */
@Entity('users')
export class User {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  name: string;

  /** Always in lower case. */
  @Column({ type: 'text', unique: true })
  email: string;

  @Column({ type: 'text', array: true })
  roles: Role[];

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @ManyToOne(() => Organisation, { nullable: false })
  @JoinColumn({ name: 'organisation_id' })
  organisation: Relation<Organisation>;

  /** The department a secondee comes from and goes back to; it bars reviews of that department. */
  @Column({ type: 'uuid', name: 'home_organisation_id', nullable: true })
  homeOrganisationId: string | null;

  @ManyToOne(() => Organisation, { nullable: true })
  @JoinColumn({ name: 'home_organisation_id' })
  homeOrganisation: Relation<Organisation> | null;

  /** One of the example's people: can be signed in as with one click where WAYMARK_DEMO=1. */
  @Column({ type: 'boolean', default: false })
  demo: boolean;

  @Column({ type: 'timestamptz', name: 'disabled_at', nullable: true })
  disabledAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
