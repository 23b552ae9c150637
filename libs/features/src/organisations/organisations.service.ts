import { Injectable } from '@nestjs/common';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { Organisation, type OrganisationKind } from './organisation.entity.js';

/** An organisation as a file names it. What is not said leaves what is known. */
export interface NamedOrganisation {
  slug: string;
  name: string;
  kind: OrganisationKind;
  /** The name, where it is new and none is given. */
  shortName?: string;
  mailbox?: string;
  /** Of a place's own council. */
  areaCode?: string;
}

@Injectable()
export class OrganisationsService {
  /**
   * Adds what is missing and brings names, kinds and mailboxes up to date, in the caller's transaction.
   * @returns all of them by slug
   */
  async ensure(tx: Transaction, organisations: readonly NamedOrganisation[]): Promise<Map<string, Organisation>> {
    const rows = tx.repository(Organisation);
    const found = await rows.find();
    const bySlug = new Map(found.map((row) => [row.slug, row]));
    const asked = new Map<string, Organisation>();
    for (const organisation of organisations) {
      const known = bySlug.get(organisation.slug);
      const row = known && !changes(known, organisation) ? known : await rows.save({ ...fresh(organisation), ...known, ...organisation });
      bySlug.set(row.slug, row);
      asked.set(row.slug, row);
    }
    return asked;
  }
}

/** Would `ensure` change anything about it? */
export function changes(known: Organisation | undefined, said: NamedOrganisation): boolean {
  if (!known) return true;
  const { name, kind, shortName = known.shortName, mailbox = known.mailbox, areaCode = known.areaCode } = said;
  return known.name !== name || known.kind !== kind || known.shortName !== shortName || known.mailbox !== mailbox || known.areaCode !== areaCode;
}

function fresh({ name }: NamedOrganisation): Pick<Organisation, 'shortName' | 'mailbox' | 'areaCode'> {
  return { shortName: name, mailbox: null, areaCode: null };
}
