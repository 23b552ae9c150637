import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor } from '#domain/access/permissions.js';
import { standingAgainst } from '#domain/reports/report-checks.js';
import { FactCheckRepliesService } from '#features/reports/fact-check-replies.service.js';
import { type OpenedReport, checkedReport } from '#features/reports/report-records.js';
import { ReportClockService } from '#features/reports/report-clock.service.js';
import { ReportMovesService } from '#features/reports/report-moves.service.js';
import { INTRODUCTION } from '#features/reports/report-section.entity.js';
import { ReportTextsService } from '#features/reports/report-texts.service.js';
import { Report } from '#features/reports/report.entity.js';
import { ReportsQueries } from '#features/reports/reports.queries.js';
import { ReportsService } from '#features/reports/reports.service.js';
import { Clock, londonInstant } from '#platform/clock/clock.js';
import { exampleWords } from './example.words.js';
import { ExamplePast } from './example-past.service.js';

/** The example's annual report: written, checked by the departments, published by the clock, and corrected. */
@Injectable()
export class ExampleReport {
  constructor(
    private readonly past: ExamplePast,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly reports: ReportsService,
    private readonly queries: ReportsQueries,
    private readonly texts: ReportTextsService,
    private readonly moves: ReportMovesService,
    private readonly replies: FactCheckRepliesService,
    private readonly clockwork: ReportClockService,
  ) {}

  async publish(frameworkId: string): Promise<void> {
    const [chair, member] = [await this.past.actor('chair'), await this.past.actor('member')];
    const year = Number(this.past.day(90).slice(0, 4)) - (this.past.day(90).slice(5) > '03-31' ? 0 : 1);
    const reference = await this.past.at(90, async () => {
      const opened = await this.reports.open(member, frameworkId, { kind: 'council', from: `${year - 1}-04-01`, to: `${year}-03-31`, dueOn: null });
      await this.reports.assemble(member, await this.seen(opened), this.past.day(90));
      await this.write(member, opened);
      return opened;
    });
    const lastDay = await this.past.workingDaysAfter(this.past.day(88), 12);
    await this.past.at(88, async () => this.moves.openWindow(member, await this.seen(reference), lastDay));
    await this.past.at(80, () => this.reply());
    await this.release(chair, reference, 60);
    await this.past.at(45, async () => {
      await this.moves.correct(chair, await this.seen(reference), exampleWords.report.correction);
      await this.introduce(member, reference, exampleWords.report.corrected);
    });
    await this.release(chair, reference, 40);
  }

  /** Every part in the council's words. */
  private async write(member: Actor, reference: string): Promise<void> {
    await this.introduce(member, reference, exampleWords.report.introduction);
    const { sections } = await this.queries.workspace(member, reference);
    for (const { key, mission, rowVersion, facts } of sections) {
      if (!mission) continue;
      const { text, rural, devolved } = exampleWords.report.mission(mission.focusArea);
      await this.texts.write(member, { reference, key, rowVersion }, { text, ruralNote: rural, devolvedNote: facts?.scope === 'england' ? '' : devolved });
    }
  }

  private async introduce(member: Actor, reference: string, text: string): Promise<void> {
    const { rowVersion } = await this.queries.section(member, reference, INTRODUCTION);
    await this.texts.write(member, { reference, key: INTRODUCTION, rowVersion }, { text, ruralNote: '', devolvedNote: '' });
  }

  /** One department uses its right of reply. */
  private async reply(): Promise<void> {
    const [official, sro] = [await this.past.actor('official'), await this.past.actor('sro')];
    const [asked] = await this.queries.factChecks(official);
    if (!asked) return;
    await this.replies.save(official, { id: asked.id, rowVersion: asked.rowVersion }, exampleWords.report.reply);
    const { id, rowVersion } = await this.queries.factCheck(sro, asked.id);
    await this.replies.send(sro, { id, rowVersion });
  }

  /** The fact-check ends, warnings are acknowledged by name, and the clock publishes at half past nine. */
  private async release(chair: Actor, reference: string, daysAgo: number): Promise<void> {
    await this.past.at(daysAgo + 2, async () => {
      await this.clockwork.run(this.clock.now());
      const { report, sections } = await this.queries.workspace(chair, reference);
      const warnings = standingAgainst(checkedReport(report, sections, report.framework.reportDuty), []).filter(({ level, code }) => level === 'warning' && code !== 'publish-time-missing');
      for (const { key } of warnings) await this.reports.acknowledge(chair, await this.seen(reference), key, exampleWords.report.acknowledged);
      await this.moves.schedule(chair, await this.seen(reference), londonInstant(this.past.day(daysAgo), '09:30'));
    });
    await this.past.at(daysAgo, () => this.clockwork.run(this.clock.now()));
  }

  private async seen(reference: string): Promise<OpenedReport> {
    const { rowVersion } = await this.dataSource.getRepository(Report).findOneByOrFail({ reference });
    return { reference, rowVersion };
  }
}
