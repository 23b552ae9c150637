import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a watch has done what it does once a day, or once a term of another length. */
@Entity('watch_marks')
export class WatchMark {
  /** The watch's name. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_watch_marks' })
  watch: string;

  /** What was done: an ISO date for a daily watch. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_watch_marks' })
  term: string;

  @Column({ type: 'timestamptz', name: 'done_at' })
  doneAt: Date;
}
