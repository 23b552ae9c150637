import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { type ForecastLack, type TargetForecast } from '#domain/forecasts/target-forecast.js';
import { Judgement } from '#features/judgements/judgement.entity.js';

/** The forecast of a target, made after a computed judgement of it; the latest stands. It changes no verdict. */
@Entity('target_forecasts', { comment: 'append-only: every forecast ever shown' })
@Index(['targetId', 'madeAt'])
@Unique(['judgementId'])
export class StoredForecast {
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

  /** Releases that the series' own figures came from. */
  @Column({ type: 'integer', array: true, name: 'release_ids' })
  releaseIds: number[];

  /** Null where there is none; then `lack` says why. */
  @Column({ type: 'jsonb', nullable: true })
  forecast: TargetForecast | null;

  @Column({ type: 'text', nullable: true })
  lack: ForecastLack | null;

  @Column({ type: 'timestamptz', name: 'made_at' })
  madeAt: Date;
}
