import { Column, Entity, type FindOptionsSelect, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { type ImportState } from '#domain/imports/import-state.js';
import { AccessToken } from '#features/access/access-token.entity.js';
import { User } from '#features/access/user.entity.js';
import { type Confirmations } from '#features/observations/import-request.js';
import { type ImportReport } from '#features/observations/import-report.js';
import { Release } from '#features/releases/release.entity.js';

/** How the file is to be read and loaded. */
export interface ImportOptions {
  /** Day, or day and hour, in London: `2026-06-26`, `2026-06-26T09:30`. */
  publishedAt?: string;
  /** Slug of the one metric that it must be of. */
  metric?: string;
  /** It stands for the whole series: cells that it does not have are withdrawn. */
  wholeSeries?: boolean;
  /** Name of a stored layout; found out from the header unless given. */
  layout?: string;
  /** The one period that all its rows are of, for files without a column of it. */
  period?: string;
  /** Periods whose figures will still change. */
  provisional?: string[];
  /** Loads what is left without the rows at fault. */
  acceptRejects?: boolean;
  /** Why unit or direction may differ from the catalogue. */
  confirm?: Confirmations;
}

/** Why it was not loaded. */
export interface ImportRefusal {
  /** `failed` where the machine gave up, else the refusal's own. */
  code: string;
  message: string;
  reasons: string[];
}

/** An uploaded file on its way to a release. */
@Entity('import_runs')
export class ImportRun {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** For people: `IM-2026-7K3DC`. */
  @Column({ type: 'text', unique: true })
  reference: string;

  @Column({ type: 'text', name: 'file_name' })
  fileName: string;

  /** SHA-256 of the file's bytes, in hexadecimal. */
  @Column({ type: 'text' })
  checksum: string;

  @Column({ type: 'integer' })
  bytes: number;

  @Column({ type: 'text' })
  state: ImportState;

  @Column({ type: 'jsonb' })
  options: ImportOptions;

  /** Checked first, and loaded when a statistician says so; false: loaded at once. */
  @Column({ type: 'boolean', name: 'dry_run' })
  dryRun: boolean;

  /** How far the reading that is under way has come. */
  @Column({ type: 'integer', name: 'progress_bytes', default: 0 })
  progressBytes: number;

  @Column({ type: 'integer', name: 'progress_rows', default: 0 })
  progressRows: number;

  /** What the last reading found. */
  @Column({ type: 'jsonb', nullable: true })
  report: ImportReport | null;

  /** What it was loaded as; of a file that was loaded before, that release. */
  @Column({ type: 'integer', name: 'release_id', nullable: true })
  releaseId: number | null;

  @ManyToOne(() => Release, { nullable: true })
  @JoinColumn({ name: 'release_id' })
  release: Relation<Release> | null;

  @Column({ type: 'jsonb', nullable: true })
  refusal: ImportRefusal | null;

  @Column({ type: 'uuid', name: 'requested_by' })
  requestedBy: string;

  @ManyToOne(() => User, { nullable: false })
  @JoinColumn({ name: 'requested_by' })
  requestedByUser: Relation<User>;

  /** The token that it came with; null where a person asked for what is done with it now. */
  @Column({ type: 'uuid', name: 'token_id', nullable: true })
  tokenId: string | null;

  @ManyToOne(() => AccessToken, { nullable: true })
  @JoinColumn({ name: 'token_id' })
  token: Relation<AccessToken> | null;

  /** Who has decided on the checked file that it is loaded; null where the upload itself asked for it. */
  @Column({ type: 'uuid', name: 'load_requested_by', nullable: true })
  loadRequestedBy: string | null;

  @ManyToOne(() => User, { nullable: true })
  @JoinColumn({ name: 'load_requested_by' })
  loadRequestedByUser: Relation<User> | null;

  @Index()
  @Column({ type: 'timestamptz', name: 'requested_at' })
  requestedAt: Date;

  /** Of the reading that is under way, or was the last. */
  @Column({ type: 'timestamptz', name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  /** How often workers have begun the reading. */
  @Column({ type: 'integer', default: 0 })
  attempts: number;
}

/** A run without what was found in its file, which may be long. */
export type BareRun = Omit<ImportRun, 'report'>;

export const BARE = {
  id: true, reference: true, fileName: true, checksum: true, bytes: true, state: true, options: true, dryRun: true, progressBytes: true, progressRows: true,
  releaseId: true, refusal: true, requestedBy: true, tokenId: true, loadRequestedBy: true, requestedAt: true, startedAt: true, finishedAt: true, attempts: true,
} as const satisfies FindOptionsSelect<ImportRun>;
