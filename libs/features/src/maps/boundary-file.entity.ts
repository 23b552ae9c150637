import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A file of outlines that was loaded; the newest one is drawn. */
@Entity('boundary_files', { comment: 'append-only: files of outlines that maps were drawn from' })
export class BoundaryFile {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'ALWAYS' })
  id: number;

  /** SHA-256 of the bytes. */
  @Column({ type: 'text' })
  checksum: string;

  @Column({ type: 'text', name: 'file_name' })
  fileName: string;

  /** `outlines` of a TopoJSON, or `tiles`: a square a place, where no outlines may be given away. */
  @Column({ type: 'text' })
  kind: 'outlines' | 'tiles';

  /** Of the picture, in its own units. */
  @Column({ type: 'integer' })
  width: number;

  @Column({ type: 'integer' })
  height: number;

  /** Outlines, projected and rounded: one for each layer and code. */
  @Column({ type: 'jsonb' })
  shapes: BoundaryShape[];

  @Column({ type: 'timestamptz', name: 'imported_at' })
  importedAt: Date;

  @Column({ type: 'text', name: 'imported_by' })
  importedBy: string;
}

export interface BoundaryShape {
  /** `ltla`, `utla`, `rgn`, `ctry` as in the file; `tile`. */
  layer: string;
  code: string;
  name: string;
  /** First and last year of the outline; null where the file names none. */
  start: number | null;
  end: number | null;
  /** Letters on a tile. */
  label: string | null;
  /** Path of SVG. */
  path: string;
}
