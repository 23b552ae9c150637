import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
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

  /** Codes that came after it; more than one where it was split. */
  @Column({ type: 'text', array: true, default: () => `'{}'` })
  successors: string[];
}
