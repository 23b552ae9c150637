import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';

/** The council's money and staff of one financial year. Public. */
@Entity('council_budgets')
export class CouncilBudget {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** The year in which it begins, in April. */
  @Column({ type: 'integer', unique: true })
  year: number;

  @Column({ type: 'text', name: 'given_by' })
  givenBy: string;

  /** Pounds, as PostgreSQL writes a numeric. */
  @Column({ type: 'numeric', precision: 14, scale: 2 })
  amount: string;

  /** Pounds; null while nothing is known. */
  @Column({ type: 'numeric', precision: 14, scale: 2, nullable: true })
  spent: string | null;

  /** Full-time staff. */
  @Column({ type: 'numeric', precision: 8, scale: 2, nullable: true })
  staff: string | null;

  @Column({ type: 'text' })
  note: string;

  /** Who entered it last: a chair. */
  @Column({ type: 'uuid', name: 'kept_by' })
  keptBy: string;

  @VersionColumn({ name: 'row_version' })
  rowVersion: number;
}
