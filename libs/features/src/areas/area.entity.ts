import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { type ValiditySource } from '#domain/areas/validity.js';
import { type AreaLevel } from '#domain/observations/area-level.js';

/** A place with its GSS code. Unknown codes in a file are taken as they stand there, unconfirmed, and listed. */
@Entity('areas')
export class Area {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column({ type: 'text', unique: true })
  code: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  level: AreaLevel;

  @Column({ type: 'text', nullable: true })
  country: string | null;

  @Column({ type: 'text', name: 'parent_code', nullable: true })
  parentCode: string | null;

  @Column({ type: 'boolean' })
  confirmed: boolean;

  /** First day of the code; null where it is not known or older than the register. */
  @Column({ type: 'date', name: 'valid_from', nullable: true })
  validFrom: string | null;

  /** Last day of the code; null while it stands. */
  @Column({ type: 'date', name: 'valid_to', nullable: true })
  validTo: string | null;

  /** Who says so; null where nobody says a day. */
  @Column({ type: 'text', name: 'valid_from_by', nullable: true })
  validFromBy: ValiditySource | null;

  @Column({ type: 'text', name: 'valid_to_by', nullable: true })
  validToBy: ValiditySource | null;

  /** Year of the edition that gave the validity years; null where nobody said. */
  @Column({ type: 'integer', name: 'validity_edition', nullable: true })
  validityEdition: number | null;

  /** Codes that came directly after it, as in `area_successions`; more than one where it was split. */
  @Column({ type: 'text', array: true, default: () => `'{}'` })
  successors: string[];
}
