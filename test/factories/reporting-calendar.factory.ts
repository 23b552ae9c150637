import { systemActor } from '#domain/access/permissions.js';
import { ReportingCalendarsService } from '#features/calendar/reporting-calendars.service.js';
import { MissionLead } from '#features/missions/mission-lead.entity.js';
import { Mission } from '#features/missions/mission.entity.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { type TestApplication } from '../support/application.js';
import { type EducationMission } from './education-mission.factory.js';

/** Quarterly returns and yearly plans, counted by England's days. */
export const QUARTERLY = `framework: levelling-up-2022
nation: england
startsOn: 2026-01-01
avoidsRecess: true
returns: { rhythm: quarterly, firstMonth: 1, opens: -5, due: 19, closes: 15 }
plans: { rhythm: yearly, firstMonth: 4, opens: -20, due: 12, closes: 10 }
`;

export async function setCalendar(waymark: TestApplication, text = QUARTERLY): Promise<void> {
  await waymark.get(ReportingCalendarsService).importFile(systemActor('command', 'test'), { fileName: 'calendar.yml', text });
}

export async function saveDepartment({ dataSource }: TestApplication, slug: string, mailbox: string | null = `missions@${slug}.example.org`): Promise<Organisation> {
  return dataSource.getRepository(Organisation).save({ slug, name: `Department ${slug.toUpperCase()}`, shortName: slug, kind: 'department', mailbox });
}

/** One more mission of the framework, without targets. @param lead null for a vacancy */
export async function saveMission({ dataSource }: TestApplication, { mission }: EducationMission, number: number, lead: Organisation | null, contributors: string[] = []): Promise<Mission> {
  const { frameworkId } = mission;
  const saved = await dataSource.getRepository(Mission).save({
    frameworkId, slug: `mission-${number}`, number, focusArea: `Mission ${number}`, objectiveSlug: 'o', statement: 'S', scope: 'england', maturity: 'agreed',
    clauses: [], openTerms: [], expertVerdicts: [], headlineMetrics: [], contributors,
  });
  if (lead) await dataSource.getRepository(MissionLead).save({ missionId: saved.id, organisationId: lead.id, from: '2022-02-02', to: null, basis: 'paper' });
  return saved;
}
