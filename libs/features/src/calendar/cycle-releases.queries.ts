import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { daysByRelease } from '#domain/calendar/late-release.js';
import { type CycleDays } from '#domain/calendar/reporting-cycles.js';
import { rulesOfKind } from '#domain/calendar/reporting-rules.js';
import { type ReportingCycle } from '#features/submissions/reporting-cycle.js';
import { headlineReleases } from './headline-releases.queries.js';
import { type ReportingCalendar } from './reporting-calendar.entity.js';
import { WorkingCalendars } from './working-calendars.queries.js';

/** Which missions of a cycle have days of their own, because the release of their headline figures is known to come late. */
@Injectable()
export class CycleReleases {
  constructor(private readonly calendars: WorkingCalendars) {}

  /** By the missions' slugs. */
  async daysOf(manager: EntityManager, rules: ReportingCalendar, cycle: CycleDays): Promise<NonNullable<ReportingCycle['daysOf']>> {
    const ofKind = rulesOfKind(rules, cycle.kind);
    if (cycle.kind !== 'evidence-return' || ofKind?.afterRelease == null) return new Map();
    const releases = await headlineReleases(manager, rules.frameworkId, cycle.coversTo);
    return daysByRelease(cycle, ofKind, await this.calendars.forCycles(rules, manager), releases);
  }
}
