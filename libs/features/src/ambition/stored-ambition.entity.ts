import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { type AlignmentFinding } from '#domain/alignment/alignment.js';
import { type GeographyFitness } from '#domain/alignment/disparity.js';
import { type AmbitionFinding } from '#domain/ambition/ambition-finding.js';
import { Judgement } from '#features/judgements/judgement.entity.js';
import { type FiguresBasis } from './figures-of-day.js';

/** How ambitious, aligned and fitting a target is by the figures, made after a computed judgement of it; the latest stands. */
@Entity('target_ambitions', { comment: 'append-only: every computed ambition ever shown' })
@Index(['targetId', 'madeAt'])
@Unique(['judgementId'])
export class StoredAmbition {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'target_id' })
  targetId: string;

  /** The judgement after which it was made, by the same figures. */
  @Column({ type: 'uuid', name: 'judgement_id' })
  judgementId: string;

  @ManyToOne(() => Judgement, { nullable: false })
  @JoinColumn({ name: 'judgement_id' })
  judgement: Relation<Judgement>;

  @Column({ type: 'text', name: 'method_version' })
  methodVersion: string;

  /** ISO date of the day on which the target was set as it stands. */
  @Column({ type: 'date', name: 'set_on' })
  setOn: string;

  /** Where the figures of that day come from. */
  @Column({ type: 'text' })
  basis: FiguresBasis;

  /** By what had been published on the day it was set. */
  @Column({ type: 'jsonb', name: 'as_set' })
  asSet: AmbitionFinding;

  /** By what is published now. */
  @Column({ type: 'jsonb' })
  hindsight: AmbitionFinding;

  /** Null where fewer than three areas have a figure, or nothing can be met exactly. */
  @Column({ type: 'jsonb', nullable: true })
  alignment: AlignmentFinding | null;

  /** Null where no finer areas are published. */
  @Column({ type: 'jsonb', nullable: true })
  fitness: GeographyFitness | null;

  @Column({ type: 'timestamptz', name: 'made_at' })
  madeAt: Date;
}
