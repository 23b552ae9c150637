import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { requirePermission } from '#features/access/access.guard.js';
import { YamlFile } from '#platform/located-yaml/yaml-file.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { Fund } from './fund.entity.js';
import { FundRegisterFile } from './fund-register-file.js';

/** What funds are for, who could get some, and where that is published. */
@Injectable()
export class FundRegister {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws ApplicationError naming every fault with its line; then nothing is changed */
  async importRegister(actor: Actor, { text }: { fileName: string; text: string }): Promise<{ funds: number; changed: boolean }> {
    requirePermission(actor, 'observation.import');
    const file = YamlFile.read(FundRegisterFile, text);
    const entries = file.value.funds;
    entries.forEach((entry, index) => {
      const before = entries.findIndex(({ name, slug }) => name === entry.name || slug === entry.slug);
      if (before < index) throw file.refuse([{ code: 'twice', path: ['funds', index], message: 'the fund stands there already', against: ['funds', before] }]);
    });
    const known = await this.unitOfWork.reader.getRepository(Fund).findBy({ name: In(entries.map(({ name }) => name)) });
    const changed = entries.flatMap((entry) => {
      const fund = known.find(({ name }) => name === entry.name);
      return fund && (Object.keys(entry) as (keyof typeof entry)[]).every((key) => JSON.stringify(fund[key]) === JSON.stringify(entry[key])) ? [] : [{ ...fund, ...entry }];
    });
    if (changed.length === 0) return { funds: entries.length, changed: false };
    await this.unitOfWork.run({ actor: auditName(actor), event: 'FUNDS_CHANGED', subject: 'register:funds', facts: { slugs: changed.map(({ slug }) => slug) } }, async (tx) => void (await tx.repository(Fund).save(changed)));
    return { funds: entries.length, changed: true };
  }
}

/** The funds of a file of awards; one that nobody has described is tied to no mission. */
export async function ensureFunds(tx: Transaction, names: readonly string[]): Promise<Map<string, number>> {
  const funds = tx.repository(Fund);
  const known = new Set((await funds.findBy({ name: In([...names]) })).map(({ name }) => name));
  for (const name of names) if (!known.has(name)) await funds.save({ name, title: TITLES[name] ?? name, slug: slugOf(TITLES[name] ?? name) });
  return new Map((await funds.findBy({ name: In([...names]) })).map(({ id, name }) => [name, id]));
}

/** Full names of funds that files abbreviate. */
const TITLES: Readonly<Record<string, string>> = { FHSF: 'Future High Streets Fund' };

function slugOf(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'fund';
}
