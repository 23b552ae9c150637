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

  /** Its address. */
  @Column({ type: 'text', unique: true })
  slug: string;

  /** `framework/mission` of those that it is meant to serve; none where nobody has said. */
  @Column({ type: 'text', array: true, default: [] })
  missions: string[];

  /** Beginnings of the codes of the places that could get some; the local authorities of England where nobody has said. */
  @Column({ type: 'text', array: true, default: ['E06', 'E07', 'E08', 'E09'] })
  eligible: string[];

  /** When the awards were made, in words, where rows do not say it: “2020/21 and 2021/22”. */
  @Column({ type: 'text', nullable: true })
  awarded: string | null;

  @Column({ type: 'text', nullable: true })
  publisher: string | null;

  @Column({ type: 'text', name: 'source_url', nullable: true })
  sourceUrl: string | null;

  @Column({ type: 'text', nullable: true })
  licence: string | null;
}
