import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Framework } from '#features/frameworks/framework.entity.js';

/** A framework as it stood when it was closed, frozen: the very bytes that its checksum is over. */
@Entity('last_editions', { comment: 'append-only: each framework as it stood when it was closed' })
export class LastEdition {
  @PrimaryColumn({ type: 'uuid', name: 'framework_id', primaryKeyConstraintName: 'pk_last_editions' })
  frameworkId: string;

  @ManyToOne(() => Framework, { nullable: false })
  @JoinColumn({ name: 'framework_id' })
  framework: Relation<Framework>;

  /** Canonical JSON of a `LastEditionDocument`. Text and not `jsonb`, which would not keep the bytes. */
  @Column({ type: 'text' })
  body: string;

  /** SHA-256 of the body in UTF-8, hex. */
  @Column({ type: 'text' })
  checksum: string;

  @Column({ type: 'timestamptz', name: 'frozen_at' })
  frozenAt: Date;
}
