import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ImportRun } from './import-run.entity.js';

/** A piece of an uploaded file. The pieces go when the file is loaded or discarded. */
@Entity('import_file_chunks')
export class ImportFileChunk {
  @PrimaryColumn({ type: 'uuid', name: 'run_id' })
  runId: string;

  @ManyToOne(() => ImportRun, { nullable: false })
  @JoinColumn({ name: 'run_id' })
  run: Relation<ImportRun>;

  /** From 0. */
  @PrimaryColumn({ type: 'integer' })
  position: number;

  @Column({ type: 'bytea' })
  bytes: Buffer;
}
