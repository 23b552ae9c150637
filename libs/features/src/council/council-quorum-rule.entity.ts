import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** How many must be there for the council to decide; the latest holds. */
@Entity('council_quorum_rules', { comment: 'append-only: every quorum rule of the council' })
export class CouncilQuorumRule {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column({ type: 'integer', name: 'least_number' })
  leastNumber: number;

  /** Percent of the members in office. */
  @Column({ type: 'integer', name: 'least_share' })
  leastShare: number;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'uuid', name: 'set_by' })
  setBy: string;

  @Column({ type: 'text', name: 'set_by_name' })
  setByName: string;

  @Column({ type: 'timestamptz', name: 'set_at' })
  setAt: Date;
}
