import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What was changed in the public register of members, money and rules, in words. */
@Entity('council_register_changes', { comment: 'append-only: every change of the council’s public register' })
export class CouncilRegisterChange {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column({ type: 'text' })
  what: string;

  @Column({ type: 'uuid', name: 'changed_by' })
  changedBy: string;

  @Column({ type: 'text', name: 'changed_by_name' })
  changedByName: string;

  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt: Date;
}
