import { type DataSource } from 'typeorm';
import { type Clock } from '#platform/clock/clock.js';
import { SharedQuestion } from './shared-question.js';

/** Where the chain of moves ends, of those that a page can show: a move that says itself that it changed nothing (a judging) is none. */
const LAST_MOVE = `
  SELECT position FROM audit_entries
   WHERE subject !~ '^(user|page):' AND event <> 'MAIL_SENT' AND NOT facts @> '{"changed": 0}'
   ORDER BY position DESC LIMIT 1`;

/** Milliseconds for which it is remembered that a stamp held. */
const REMEMBERED_MS = 5_000;

/**
 * The stamp of all that public pages can show: the last line of the audit chain, which every move writes in its own transaction,
 * and the day in London, and the last hour at which something became public without a move. Sign-ins, reads, sent mail and judgings that changed no verdict change no page and do not count.
 */
export class PageStamps {
  private readonly lastMove: SharedQuestion<string>;
  private readonly hours = new Set<string>();
  /** The date is asked for at every request and changes at a full minute; working it out is dear. */
  private day = { minute: Number.NaN, date: '' };
  /** By the process's own time, which never goes back: when each stamp of the last moments was last the present one. */
  private readonly held = new Map<string, number>();

  constructor(
    dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    this.lastMove = new SharedQuestion(async () => {
      const parts = [LAST_MOVE, ...this.hours].map((query) => `(${query})::text`);
      const rows: { stamp: string }[] = await dataSource.query(`SELECT concat_ws(' ', ${parts.join(', ')}) AS stamp`, this.hours.size > 0 ? [clock.now()] : []);
      return rows[0]?.stamp ?? '';
    });
  }

  /** @param lastHour an SQL query for one value, the last such hour up to `$1` */
  mindHour(lastHour: string): void {
    this.hours.add(lastHour);
  }

  /** The present stamp, asked for after the caller came. */
  async ask(): Promise<string> {
    const asked = performance.now();
    const stamp = `${await this.lastMove.ask()} ${this.today()}`;
    this.held.delete(stamp);
    this.held.set(stamp, asked);
    for (const [old, at] of this.held) if (asked - at > REMEMBERED_MS) this.held.delete(old);
    return stamp;
  }

  /** Milliseconds since the stamp was last seen to hold: no change of what it stands for is older than that. */
  sinceHeld(stamp: string): number {
    return performance.now() - (this.held.get(stamp) ?? Number.NEGATIVE_INFINITY);
  }

  private today(): string {
    const minute = Math.floor(this.clock.now().getTime() / 60_000);
    if (minute !== this.day.minute) this.day = { minute, date: this.clock.today() };
    return this.day.date;
  }
}
