import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { daysFrom } from '#domain/example/example-calendar.js';
import { User } from '#features/access/user.entity.js';
import { WorkingCalendars } from '#features/calendar/working-calendars.queries.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { Clock, londonDate, londonInstant } from '#platform/clock/clock.js';

/** The made-up people who have done something in the example's past, by the names that its story has for them. */
const PEOPLE = {
  chair: 'margaret.ellison@council.example.org',
  member: 'grace.adeyemi@council.example.org',
  secondMember: 'david.osei@council.example.org',
  official: 'ben.carter@dfe.example.org',
  sro: 'helen.marsh@dfe.example.org',
} as const;

/** The example's past: its people do what people do, on days before today, by the services that people use. */
@Injectable()
export class ExamplePast {
  constructor(
    private readonly dataSource: DataSource,
    private readonly calendars: WorkingCalendars,
    private readonly clock: Clock,
  ) {}

  /** Are the made-up people there? Somebody real is never made to act. */
  async hasPeople(): Promise<boolean> {
    const users = await this.dataSource.getRepository(User).findBy(Object.values(PEOPLE).map((email) => ({ email })));
    return users.length === Object.keys(PEOPLE).length && users.every(({ demo }) => demo);
  }

  async actor(who: keyof typeof PEOPLE): Promise<Actor> {
    const { id, name, roles, organisationId, homeOrganisationId } = await this.dataSource.getRepository(User).findOneByOrFail({ email: PEOPLE[who] });
    return { kind: 'user', id, name, roles, organisationId, homeOrganisationId };
  }

  async organisationId(slug: string): Promise<string> {
    return (await this.dataSource.getRepository(Organisation).findOneByOrFail({ slug })).id;
  }


  /** ISO date, counted from the present also while something is done in the past. */
  day(daysAgo: number): string {
    return daysFrom(londonDate(this.clock.present()), -daysAgo);
  }

  /** Ten in the morning of a day before today. */
  async at<Result>(daysAgo: number, work: () => Promise<Result>): Promise<Result> {
    return this.clock.replay(londonInstant(this.day(daysAgo), '10:00'), work);
  }

  /** The day that many working days after a day. */
  async workingDaysAfter(day: string, count: number): Promise<string> {
    return (await this.calendars.of('england')).after(day, count);
  }
}
