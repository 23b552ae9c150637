import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A layout that a statistician has written once: from then on files of its header are understood. */
@Entity('layouts')
export class StoredLayout {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column({ type: 'text', unique: true })
  name: string;

  /** YAML, as it was given. */
  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'text', name: 'created_by' })
  createdBy: string;
}
