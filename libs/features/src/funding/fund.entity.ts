import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Money that government awards to places. */
@Entity('funds')
export class Fund {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number;

  /** As published files call it: `FHSF`. */
  @Column({ type: 'text', unique: true })
  name: string;

  /** In full, where it is known. */
  @Column({ type: 'text' })
  title: string;
}
