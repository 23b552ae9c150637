import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { isCouncilRole } from '#domain/access/council-grants.js';
import { ApplicationError, type Reason } from '#platform/errors/application-error.js';
import { post } from '#platform/mail/post.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { requirePermission } from './access.guard.js';
import { accessWords } from './access.words.js';
import { SignInLink } from './sign-in-link.entity.js';
import { User } from './user.entity.js';

const words = accessWords.people.details;

export interface PersonDetails {
  name: string;
  email: string;
}

/** Puts right what an account says of its person. */
@Injectable()
export class PersonDetailsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Both addresses are told. Links on their way to the old one open nothing more. Whoever is of the council keeps the address: to change
   * it is to hand their roles on.
   * @param seen what the page showed
   * @throws ApplicationError 409 where the details have changed since, 422 where the address is taken or is the council's
   */
  async correct(actor: Actor, id: string, seen: PersonDetails, wanted: PersonDetails): Promise<void> {
    requirePermission(actor, 'user.manage');
    const email = wanted.email.toLowerCase();
    await this.unitOfWork.run({ actor: auditName(actor), event: 'USER_DETAILS_CHANGED', subject: `user:${id}` }, async (tx) => {
      const users = tx.repository(User);
      const user = await users.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!user) throw ApplicationError.notFound(accessWords.grants.aPerson);
      if (user.name !== seen.name || user.email !== seen.email) throw ApplicationError.conflict(words.changed);
      const moved = email !== user.email;
      if (moved && user.roles.some(isCouncilRole)) refuse({ code: 'council-address', message: words.councilAddress, field: 'email' });
      if (moved && (await users.existsBy({ email, id: Not(id) }))) refuse({ code: 'email-taken', message: words.taken(email), field: 'email' });
      const renamed = user.name !== wanted.name;
      // names and addresses stay out of the record, which is kept for ever; a name may stand on public pages, so its subject makes them old
      tx.describe({ name: renamed, email: moved }, renamed ? `person:${id}` : `user:${id}`);
      if (moved) {
        await tx.repository(SignInLink).delete({ userId: id });
        for (const recipient of [user.email, email]) await post(tx, { recipient, subject: words.mail.subject, body: words.mail.body(wanted.name), about: `user:${id}` });
      }
      await users.save(Object.assign(user, { name: wanted.name, email }));
    });
  }
}

function refuse(reason: Reason): never {
  throw ApplicationError.invalid([reason], reason.message);
}
