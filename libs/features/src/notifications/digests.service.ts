import { Injectable } from '@nestjs/common';
import { type MailRhythm } from './notice-preference.entity.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { Settings } from '#platform/config/settings.js';
import { londonDate, londonInstant } from '#platform/clock/clock.js';
import { post } from '#platform/mail/post.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { digestLetter, type DigestLine } from './digest-letter.js';
import { notificationsPaths } from './notifications.paths.js';

/** Digests are there when the working day begins, in London. */
const DIGEST_HOUR = '08:00';

/** Somebody for whom notices wait. */
interface WaitingReader {
  id: string;
  name: string;
  email: string;
  mail: MailRhythm;
}

/** Sends what waits for a digest: each notice in one, on working days at eight, to weekly readers on the week's first. */
@Injectable()
export class DigestsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendars: WorkingCalendars,
    private readonly settings: Settings,
  ) {}

  /** @returns how many digests were written. */
  async send(now: Date): Promise<number> {
    const today = londonDate(now);
    if (now < londonInstant(today, DIGEST_HOUR)) return 0;
    const waiting = await this.waiting(londonInstant(today, DIGEST_HOUR));
    if (waiting.length === 0) return 0;
    const calendar = await this.calendars.of();
    if (!calendar.isWorkingDay(today)) return 0;
    const startsTheWeek = isFirstOfWeek(today, (date) => calendar.isWorkingDay(date));
    const turns = new EachInTurn();
    const due = waiting.filter(({ mail }) => mail !== 'weekly' || startsTheWeek);
    await turns.run(due, ({ id }) => `user:${id}`, (reader) => this.sendTo(reader, londonInstant(today, DIGEST_HOUR)));
    return turns.finish();
  }

  /** Those with something that was written before this morning's hour: later notices are tomorrow's. */
  private async waiting(before: Date): Promise<WaitingReader[]> {
    return this.unitOfWork.reader.query(
      `SELECT u.id, u.name, u.email, coalesce(p.mail, 'each') AS mail
         FROM users u LEFT JOIN notice_preferences p ON p.user_id = u.id
        WHERE u.disabled_at IS NULL AND EXISTS (SELECT FROM notices n WHERE n.user_id = u.id AND n.mailed_at IS NULL AND n.written_at < $1)
        ORDER BY u.email`,
      [before],
    );
  }

  private async sendTo(reader: WaitingReader, before: Date): Promise<number> {
    return this.unitOfWork.run({ actor: 'watch:send-digests', event: 'DIGEST_WRITTEN', subject: `user:${reader.id}` }, async (tx) => {
      // the update claims them: of two rounds at once the second finds none
      const [lines] = (await tx.manager.query(
        'UPDATE notices SET mailed_at = $2 WHERE user_id = $1 AND mailed_at IS NULL AND written_at < $3 RETURNING subject, path, written_at AS "writtenAt"',
        [reader.id, tx.now, before],
      )) as [DigestLine[], number];
      if (lines.length === 0) return 0;
      const letter = digestLetter(reader.name, lines, { baseUrl: this.settings.baseUrl, preferences: notificationsPaths.preferences });
      await post(tx, { recipient: reader.email, ...letter, about: `user:${reader.id}` });
      tx.describe({ notices: lines.length });
      return 1;
    });
  }
}

/** Is it the first working day of its week, Monday to Friday? */
function isFirstOfWeek(today: string, isWorkingDay: (date: string) => boolean): boolean {
  const at = Date.parse(`${today}T00:00:00Z`);
  const weekday = (new Date(at).getUTCDay() + 6) % 7;
  const before = Array.from({ length: weekday }, (_, day) => new Date(at - (day + 1) * 86_400_000).toISOString().slice(0, 10));
  return !before.some(isWorkingDay);
}
