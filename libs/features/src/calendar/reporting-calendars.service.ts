import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { type Actor, auditName } from '#domain/access/permissions.js';
import { calendarBlockers, cycleBlockers } from '#domain/calendar/calendar-blockers.js';
import { type CycleRules, type ReportingRules } from '#domain/calendar/reporting-rules.js';
import { requirePermission } from '#features/access/access.guard.js';
import { requireOpenFramework } from '#features/frameworks/framework-standing.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { ApplicationError } from '#platform/errors/application-error.js';
import { YamlFile } from '#platform/located-yaml/yaml-file.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { CalendarFile, faultsOfCalendar } from './calendar-file.js';
import { calendarWords as words } from './calendar.words.js';
import { ReportingCalendar } from './reporting-calendar.entity.js';

/** The general part of a calendar as a form has it. */
export type GeneralRules = Pick<ReportingRules, 'nation' | 'startsOn' | 'avoidsRecess'>;

/** As the page showed it; 0 where there was no calendar yet. */
interface Seen {
  rowVersion: number;
}

/** What people set of a framework's reporting calendar. Cycles that are open keep the days that they opened with. */
@Injectable()
export class ReportingCalendarsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Sets whose days count and from when; makes the calendar where there is none. @throws ApplicationError 422, 409 when it has changed meanwhile. */
  async setGeneral(actor: Actor, framework: string, rules: GeneralRules, seen: Seen): Promise<void> {
    requirePermission(actor, 'calendar.manage');
    const refusals = calendarBlockers(rules);
    if (refusals.length > 0) throw ApplicationError.invalid(refusals);
    await this.change(actor, framework, seen, (known) => ({ returns: null, plans: null, ...known, ...rules }));
  }

  /** Sets when returns or plans are asked for. @param rules null: not at all @throws ApplicationError 422, 409 as above or without a general part. */
  async setCycle(actor: Actor, framework: string, part: 'returns' | 'plans', rules: CycleRules | null, seen: Seen): Promise<void> {
    requirePermission(actor, 'calendar.manage');
    const refusals = rules ? cycleBlockers(rules) : [];
    if (refusals.length > 0) throw ApplicationError.invalid(refusals);
    await this.change(actor, framework, seen, (known) => {
      if (!known) throw ApplicationError.conflict(words.rules.generalFirst, 'no-calendar');
      return { ...known, [part]: rules };
    });
  }

  /** Loads a calendar from YAML. @throws ApplicationError naming every fault with its line; then nothing is changed. */
  async importFile(actor: Actor, { text }: { fileName: string; text: string }): Promise<{ framework: string; changed: boolean }> {
    requirePermission(actor, 'calendar.manage');
    const file = YamlFile.read(CalendarFile, text);
    const { framework: slug } = file.value;
    const framework = await this.unitOfWork.reader.getRepository(Framework).findOneBy({ slug });
    const faults = [...(framework ? [] : [{ code: 'framework-unknown', path: ['framework'], message: `there is no framework ${slug}` }]), ...faultsOfCalendar(file.value)];
    if (!framework || faults.length > 0) throw file.refuse(faults);
    const rules = file.value.rules();
    const known = await this.unitOfWork.reader.getRepository(ReportingCalendar).findOneBy({ frameworkId: framework.id });
    if (known && isDeepStrictEqual(rulesOf(known), rules)) return { framework: slug, changed: false };
    await this.change(actor, slug, { rowVersion: known?.rowVersion ?? 0 }, () => rules);
    return { framework: slug, changed: true };
  }

  /** Gives a framework its first calendar. @returns false where it has one: then nothing is changed. */
  async ensure(actor: Actor, framework: string, rules: ReportingRules): Promise<boolean> {
    requirePermission(actor, 'calendar.manage');
    const { length } = await this.unitOfWork.reader.getRepository(ReportingCalendar).find({ where: { framework: { slug: framework } } });
    if (length === 0) await this.change(actor, framework, { rowVersion: 0 }, () => rules);
    return length === 0;
  }

  private async change(actor: Actor, slug: string, { rowVersion }: Seen, next: (known: ReportingRules | null) => ReportingRules): Promise<void> {
    await this.unitOfWork.run({ actor: auditName(actor), event: 'REPORTING_CALENDAR_CHANGED', subject: `framework:${slug}` }, async (tx) => {
      const framework = await takeFramework(tx, slug);
      const known = await tx.repository(ReportingCalendar).findOneBy({ frameworkId: framework.id });
      if ((known?.rowVersion ?? 0) !== rowVersion) throw ApplicationError.conflict(words.rules.changedMeanwhile);
      const rules = next(known && rulesOf(known));
      await tx.repository(ReportingCalendar).save({ ...known, ...rules, frameworkId: framework.id, changedAt: tx.now });
      tx.describe({ rules });
    });
  }
}

/** Locks the framework: of two who make its first calendar at once, one is told. */
async function takeFramework(tx: Transaction, slug: string): Promise<Framework> {
  const framework = await tx.repository(Framework).findOne({ where: { slug }, lock: { mode: 'pessimistic_write' } });
  if (!framework) throw ApplicationError.notFound(`The framework ${slug}`);
  await requireOpenFramework(tx.manager, { frameworkId: framework.id });
  return framework;
}

function rulesOf({ nation, startsOn, avoidsRecess, returns, plans }: ReportingRules): ReportingRules {
  return { nation, startsOn, avoidsRecess, returns, plans };
}
