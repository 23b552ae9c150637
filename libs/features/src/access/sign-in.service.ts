import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { Settings } from '#platform/config/settings.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { post } from '#platform/mail/post.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { actorOfUser } from './actors.service.js';
import { SignInLink } from './sign-in-link.entity.js';
import { User } from './user.entity.js';

/** Ten minutes. Milliseconds. */
const LINK_LIFE_MS = 10 * 60 * 1000;
/** More open links than this for one person are not written: the mailbox is not a weapon. */
const MOST_OPEN_LINKS = 5;

/** Sign-in by a one-time link in e-mail, and for the example's people with one click where WAYMARK_DEMO=1. */
@Injectable()
export class SignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
  ) {}

  /** Mails a link where the address is somebody's. The caller says the same in either case. */
  async askForLink(email: string): Promise<void> {
    const user = await this.dataSource.getRepository(User).findOneBy({ email: email.trim().toLowerCase(), disabledAt: IsNull() });
    await this.unitOfWork.run(
      { actor: 'visitor', event: 'SIGN_IN_LINK_ASKED', subject: user ? `user:${user.id}` : 'user:unknown' },
      async (transaction) => {
        if (!user) return;
        const links = transaction.repository(SignInLink);
        const open = await links
          .createQueryBuilder('link')
          .where('link.userId = :userId AND link.spentAt IS NULL AND link.expiresAt > :now', { userId: user.id, now: transaction.now })
          .getCount();
        if (open >= MOST_OPEN_LINKS) return;
        const secret = randomBytes(32).toString('base64url');
        await links.save({
          userId: user.id,
          secretHash: hashOf(secret),
          createdAt: transaction.now,
          expiresAt: new Date(transaction.now.getTime() + LINK_LIFE_MS),
          spentAt: null,
        });
        await post(transaction, {
          recipient: user.email,
          subject: 'Your link to sign in to Waymark',
          body: `Dear ${user.name},\n\nOpen this link to sign in to Waymark. It works once, for 10 minutes:\n\n${this.settings.baseUrl}/sign-in/link/${secret}\n\nIf you did not ask for it, you need do nothing.\n`,
          about: `user:${user.id}`,
        });
      },
    );
  }

  /** Whether a link can still be spent; reading it spends nothing, since mail scanners open links. */
  async linkIsGood(secret: string, now: Date): Promise<boolean> {
    const link = await this.dataSource.getRepository(SignInLink).findOneBy({ secretHash: hashOf(secret), spentAt: IsNull() });
    return link !== null && link.expiresAt > now;
  }

  /** Spends the link. Of two at once one gets in. @throws ApplicationError where it is unknown, spent or too old. */
  async spendLink(secret: string): Promise<Actor> {
    return this.unitOfWork.run({ actor: 'visitor', event: 'SIGNED_IN', subject: 'user:unknown' }, async (transaction) => {
      const { raw } = await transaction
        .repository(SignInLink)
        .createQueryBuilder()
        .update()
        .set({ spentAt: transaction.now })
        .where('secret_hash = :hash AND spent_at IS NULL AND expires_at > :now', { hash: hashOf(secret), now: transaction.now })
        .returning('user_id')
        .execute();
      const userId = (raw as { user_id: string }[])[0]?.user_id;
      const user = userId ? await transaction.repository(User).findOneBy({ id: userId, disabledAt: IsNull() }) : null;
      if (!user) throw new ApplicationError('refused', 'link-not-good', 'This link has been used or is older than 10 minutes. Ask for a new one.');
      transaction.describe({ by: 'link' }, `user:${user.id}`);
      transaction.audit.actor = `user:${user.id}`;
      return actorOfUser(user);
    });
  }

  /** The example's people, for the sign-in page of a demonstration; none elsewhere. */
  async demoPeople(): Promise<User[]> {
    if (!this.settings.WAYMARK_DEMO) return [];
    return this.dataSource.getRepository(User).find({ where: { demo: true, disabledAt: IsNull() }, relations: { organisation: true }, order: { name: 'ASC' } });
  }

  async signInAsDemo(userId: string): Promise<Actor> {
    if (!this.settings.WAYMARK_DEMO) throw ApplicationError.forbidden('Signing in with one click is for demonstrations');
    return this.unitOfWork.run({ actor: `user:${userId}`, event: 'SIGNED_IN', subject: `user:${userId}`, facts: { by: 'demo' } }, async (transaction) => {
      const user = await transaction.repository(User).findOneBy({ id: userId, demo: true, disabledAt: IsNull() });
      if (!user) throw ApplicationError.notFound('That person');
      return actorOfUser(user);
    });
  }

  async recordSignOut(userId: string): Promise<void> {
    await this.unitOfWork.run({ actor: `user:${userId}`, event: 'SIGNED_OUT', subject: `user:${userId}` }, async () => undefined);
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
