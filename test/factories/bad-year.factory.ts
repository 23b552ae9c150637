import { expect } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { Framework } from '#features/frameworks/framework.entity.js';
import { JUDGE_MISSIONS } from '#features/judgements/judge-missions.job.js';
import { MissionLead } from '#features/missions/mission-lead.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { definitionOf } from '#features/missions/target-definition.js';
import { Target } from '#features/missions/target.entity.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { startTestApplication, type TestApplication } from '../support/application.js';
import { Person } from '../support/browser.js';
import { type EducationMission, publishFigures, saveEducationMission } from './education-mission.factory.js';

type Name = keyof EducationMission['people'];

/** Three boxes of a date, by the names of their fields. */
export function boxes(prefix: string, date: string): Record<string, string> {
  const [year = '', month = '', day = ''] = date.split('-').map((part) => String(Number(part)));
  return prefix === '' ? { day, month, year } : { [`${prefix}Day`]: day, [`${prefix}Month`]: month, [`${prefix}Year`]: year };
}

/** Two missions of two departments on the same figures, everybody at a browser, and a hand on the clock. */
export class BadYear {
  private readonly atBrowsers = new Map<Name, Person>();
  private readonly signedIn = new Set<Name>();

  private constructor(
    readonly waymark: TestApplication,
    readonly education: EducationMission,
    private readonly browser: Browser,
  ) {}

  /** Monday 4 May 2026: the targets are on their path. That of education has an interim target, 80 % in school year 2025/26. */
  static async begin(browser: Browser): Promise<BadYear> {
    const waymark = await startTestApplication();
    waymark.clock.set('2026-05-04T08:00:00Z');
    const education = await saveEducationMission(waymark.dataSource);
    await waymark.dataSource.getRepository(Framework).update({ id: education.mission.frameworkId }, { reportDuty: { owedBy: 'minister', basis: 'the Act' } });
    const milestones = [{ period: '2025-09-01/P1Y', kind: 'interim-target' as const, value: 80 }];
    const { id, firstPublished } = education.target;
    await waymark.dataSource.getRepository(Target).update({ id }, { milestones: milestones as never, firstPublished: { ...firstPublished, milestones } as never });
    await saveSkillsMission(waymark, education);
    const year = new BadYear(waymark, education, browser);
    await year.publish({ '2018-09-01/P1Y': 65, '2022-09-01/P1Y': 76, '2023-09-01/P1Y': 78 }, '2026-05-01');
    return year;
  }

  /** A release at half past nine of a day, and what the judging makes of it at once. */
  async publish(figures: Record<string, number>, on: string): Promise<void> {
    await publishFigures(this.waymark.dataSource, this.education, figures, on);
    await this.waymark.get(UnitOfWork).run({ actor: 'job:test', event: 'TRIED', subject: 'test' }, (tx) => tx.enqueue(JUDGE_MISSIONS, { cause: 'release' }));
    await this.waymark.runJobs();
  }

  /** Lets the clocks do what is due at an instant; sessions end after half a day. */
  async at(instant: string): Promise<void> {
    this.waymark.clock.set(instant);
    this.signedIn.clear();
    await this.waymark.runWatches();
  }

  async as(name: Name): Promise<Person> {
    const person = this.atBrowsers.get(name) ?? (await this.visitor(true));
    this.atBrowsers.set(name, person);
    if (!this.signedIn.has(name)) {
      await person.page.context().clearCookies();
      await person.signIn(name);
      this.signedIn.add(name);
    }
    return person;
  }

  visitor(javaScript: boolean, width = 1280): Promise<Person> {
    return Person.at(this.browser, this.waymark.address, { javaScript, width });
  }

  /** Opens the page of a form, fills its fields by their names, presses a button. @returns the path to which it led */
  async send(who: Name | Person, path: string, fields: Record<string, string | readonly string[]>, button: string): Promise<string> {
    const person = typeof who === 'string' ? await this.as(who) : who;
    await person.open(path);
    const form = person.page.locator('main form[method="post"]');
    for (const [name, value] of Object.entries(fields)) {
      const field = form.locator(`[name="${name}"]`);
      expect([path, name, await field.count()]).not.toEqual([path, name, 0]);
      const type = await field.first().getAttribute('type');
      if (type === 'radio' || type === 'checkbox') for (const one of [value].flat()) await form.locator(`[name="${name}"][value="${one}"]`).check();
      else if ((await form.locator(`select[name="${name}"]`).count()) > 0) await field.selectOption([...[value].flat()]);
      else await field.fill(String(value));
    }
    await person.go(new RegExp(`^${button}$`));
    expect([path, await person.page.locator('.govuk-error-summary').count()]).toEqual([path, 0]);
    return new URL(person.page.url()).pathname;
  }

  /** What a page says to a person, on one line. */
  async read(who: Name | Person, path: string): Promise<string> {
    const person = typeof who === 'string' ? await this.as(who) : who;
    await person.open(path);
    return (await person.text()).replaceAll(/\s+/g, ' ');
  }

  /** Subjects of what somebody was mailed since the beginning. */
  subjects(recipient: string): string[] {
    return this.waymark.sent.filter((mail) => mail.recipient.toLowerCase() === recipient.toLowerCase()).map(({ subject }) => subject);
  }

  async referenceOf(table: 'alerts' | 'recommendations' | 'interim_reviews', mission?: string): Promise<string> {
    const where = mission === undefined ? '' : `JOIN missions m ON m.id = t.mission_id AND m.slug = '${mission}'`;
    const kind = table === 'alerts' ? `WHERE t.kind = 'target-off-track'` : '';
    const rows: { reference: string }[] = await this.waymark.dataSource.query(`SELECT t.reference FROM ${table} t ${where} ${kind}`);
    expect([table, mission, rows.length]).toEqual([table, mission, 1]);
    return rows[0]?.reference ?? '';
  }

  async end(): Promise<void> {
    await this.waymark.close();
  }
}

/** Led by the other department: 80 % by school year 2028/29, measured by the same figures. */
async function saveSkillsMission({ dataSource }: TestApplication, { mission: education, metric, organisations }: EducationMission): Promise<void> {
  const mission = await dataSource.getRepository(Mission).save({
    frameworkId: education.frameworkId, slug: 'skills', number: 6, focusArea: 'Skills', objectiveSlug: 'o', statement: 'Every learner', scope: 'england', maturity: 'agreed',
    clauses: [{ key: 'a', text: 'S', coveredBy: ['key-stage-2'] }], openTerms: [], expertVerdicts: [], headlineMetrics: ['key-stage-2'], contributors: [],
  });
  await dataSource.getRepository(MissionLead).save({ missionId: mission.id, organisationId: organisations.dhsc.id, from: '2022-02-02', to: null, basis: 'paper' });
  const asked = {
    rule: { kind: 'level', value: 88 }, areas: { one: 'E92000001' }, baseline: { period: '2018-09-01/P1Y', reason: 'r' }, decides: { period: '2028-09-01/P1Y', releaseExpected: '2029-12-15' }, milestones: [],
  };
  await dataSource.getRepository(Target).save({
    ...asked, firstPublished: definitionOf(asked, { slug: metric.slug, method: null }), missionId: mission.id, slug: 'learners', title: '88% of learners reach the standard', clauseKey: 'a', metricId: metric.id,
    role: 'headline', notComparable: null, note: null, position: 1,
  });
}
