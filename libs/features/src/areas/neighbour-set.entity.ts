import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** The models of the ONS: outcomes and all, the economy, and who lives there (without any outcome, so the fair one to compare by). */
export const NEIGHBOUR_MODELS = ['global', 'economic', 'demographic'] as const;

export type NeighbourModel = (typeof NEIGHBOUR_MODELS)[number];

/** One published list of statistical nearest neighbours. */
@Entity('neighbour_sets')
@Unique(['model', 'edition'])
export class NeighbourSet {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column({ type: 'text' })
  model: NeighbourModel;

  /** Year of its boundaries, or "undated". */
  @Column({ type: 'text' })
  edition: string;

  @Column({ type: 'text' })
  source: string;

  @Column({ type: 'text' })
  licence: string;
}
