import { type DataSource } from 'typeorm';
import { type MissionFacts } from '#domain/reports/mission-facts.js';
import { ReportSection } from '#features/reports/report-section.entity.js';
import { ReportText } from '#features/reports/report-text.entity.js';
import { Report } from '#features/reports/report.entity.js';
import { actingAs } from '../support/acting.js';

/** What a test says of a report; all else is as of one that was opened in November. */
export type PlannedReport = Pick<Report, 'reference' | 'frameworkId' | 'kind' | 'publishAt'> & Partial<Pick<Report, 'asOf' | 'record' | 'periodFrom' | 'periodTo'>>;

interface WrittenSection {
  missionId: string | null;
  key: string;
  text: string;
  facts: MissionFacts | null;
}

/** A report whose time of publication a chair has set, without the weeks before it: opened, written and set in the chair's name. */
export async function saveScheduledReport(dataSource: DataSource, chairId: string, planned: PlannedReport, sections: readonly WrittenSection[] = []): Promise<string> {
  return actingAs(dataSource, `user:${chairId}`, async (manager) => {
    const { publishAt, ...said } = planned;
    const report = await manager.getRepository(Report).save({
      periodFrom: '2025-04-01', periodTo: '2026-03-31', asOf: null, record: null, ...said, state: 'writing', recommendations: [], scheduledBy: null, openedBy: chairId, publishAt: null,
      editions: 0, correctionNote: null, dueOn: null, overdueAt: null, deliveredOn: null, laidOn: null, paperNumber: null, openedAt: new Date('2026-11-01T09:00:00Z'),
    });
    for (const { text, ...of } of sections) {
      const words = { text, ruralNote: '', devolvedNote: '' };
      const { id } = await manager.getRepository(ReportSection).save({ ...of, reportId: report.id, text: '', ruralNote: '', devolvedNote: '', version: 0, checkedVersion: null });
      await manager.getRepository(ReportText).insert({ ...words, sectionId: id, version: 1, authorId: chairId, authorName: 'The chair', at: report.openedAt });
      await manager.getRepository(ReportSection).save({ id, ...words, version: 1, checkedVersion: 1 });
    }
    await manager.getRepository(Report).update({ id: report.id }, { state: 'scheduled', publishAt, scheduledBy: chairId });
    return report.id;
  });
}
