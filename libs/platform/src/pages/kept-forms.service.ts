import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type CookieOptions, type Request, type Response } from 'express';
import { DataSource, In, LessThanOrEqual, MoreThan } from 'typeorm';
import { Clock } from '#platform/clock/clock.js';
import { Settings } from '#platform/config/settings.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { type DroppedFile } from '#platform/uploads/form-in-parts.js';
import { type FormFields, lockForm, unlockForm } from './kept-fields.js';
import { KeptForm } from './kept-form.entity.js';

/** A form as it was typed, for the page that showed it. */
export interface GivenBackForm {
  page: string;
  fields: FormFields;
  /** A file that came with it: it has to be chosen again. */
  file?: DroppedFile;
}

/** A day. Milliseconds. */
const LIFE_MS = 24 * 60 * 60 * 1000;
/** Forms that one browser may hold: as many windows as somebody has open. */
const MOST_HELD = 5;

/** Keeps forms that came when nobody was signed in any more, for whoever typed them: bound to the person and to the browser. */
@Injectable()
export class KeptForms {
  private readonly cookie: string;

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {
    this.cookie = settings.isHttps ? '__Host-waymark-kept' : 'waymark-kept';
  }

  /** Keeps a form and gives the browser what opens it. Forms whose day is over are thrown away. */
  async keep(request: Request, response: Response, { personId, page, ...form }: GivenBackForm & { personId: string }): Promise<void> {
    const token = randomBytes(32).toString('base64url');
    await this.unitOfWork.run({ actor: 'visitor', event: 'FORM_KEPT', subject: `user:${personId}`, facts: { page } }, async (tx) => {
      const forms = tx.repository(KeptForm);
      await forms.delete({ expiresAt: LessThanOrEqual(tx.now) });
      const expiresAt = new Date(tx.now.getTime() + LIFE_MS);
      await forms.insert({ tokenHash: hashOf(token), personId, page, sealedFields: lockForm(form, token), expiresAt });
    });
    this.hold(response, [token, ...this.tokensOf(request)].slice(0, MOST_HELD));
  }

  /** Does this browser hold a form that somebody can have back? */
  async holdsOne(request: Request): Promise<boolean> {
    const hashes = this.tokensOf(request).map(hashOf);
    if (hashes.length === 0) return false;
    return this.dataSource.getRepository(KeptForm).existsBy({ tokenHash: In(hashes), expiresAt: MoreThan(this.clock.now()) });
  }

  /** What this browser holds of a person's, the newest first; it is given once. What is another's stays for them. */
  async giveBack(request: Request, response: Response, personId: string): Promise<GivenBackForm[]> {
    const tokens = this.tokensOf(request);
    if (!(await this.holdsOne(request))) return [];
    const given = await this.unitOfWork.run({ actor: `user:${personId}`, event: 'KEPT_FORM_GIVEN_BACK', subject: `user:${personId}` }, async (tx) => {
      const rows = await tx.repository(KeptForm).findBy({ tokenHash: In(tokens.map(hashOf)), personId, expiresAt: MoreThan(tx.now) });
      await tx.repository(KeptForm).delete({ tokenHash: In(rows.map(({ tokenHash }) => tokenHash)) });
      tx.describe({ pages: rows.map(({ page }) => page) });
      return new Map(rows.map((row) => [row.tokenHash, row]));
    });
    this.hold(response, tokens.filter((token) => !given.has(hashOf(token))));
    return tokens.flatMap((token) => {
      const row = given.get(hashOf(token));
      return row ? [{ page: row.page, ...unlockForm(row.sealedFields, token) }] : [];
    });
  }

  private hold(response: Response, tokens: readonly string[]): void {
    const options: CookieOptions = { httpOnly: true, sameSite: 'lax', secure: this.settings.isHttps, path: '/' };
    if (tokens.length === 0) response.clearCookie(this.cookie, options);
    else response.cookie(this.cookie, tokens.join('.'), { ...options, maxAge: LIFE_MS });
  }

  private tokensOf(request: Request): string[] {
    const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
    const held = pairs.find(([name]) => name === this.cookie)?.[1] ?? '';
    return held.split('.').filter((token) => /^[\w-]{43}$/.test(token)).slice(0, MOST_HELD);
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
