import { Injectable } from '@nestjs/common';
import { dataGapsOf } from '#domain/data-gaps/data-gaps-of.js';
import { CHECK_ALERTS } from '#features/alerts/check-alerts.job.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { DataGapSubjects } from './data-gap-subjects.js';
import { DataGapsService, type RegisterReport } from './data-gaps.service.js';
import { type FoundGap, mergeFindings, withoutRepeats } from './found-gap.js';

/** Looks through the figures for what they lack, and brings the register up to date with it. */
@Injectable()
export class DataGapFindingService {
  constructor(
    private readonly subjects: DataGapSubjects,
    private readonly register: DataGapsService,
  ) {}

  /** Calls for a look through the alerts afterwards: a series that has stopped, and all that the judging before it has found. */
  async findInTransaction(tx: Transaction): Promise<RegisterReport> {
    const today = londonDate(tx.now);
    const findings: FoundGap[] = [];
    for (const { subject, gap, onlyGranularity = false } of await this.subjects.read(tx.manager, tx.now)) {
      for (const { kind, sentence } of dataGapsOf(subject, today)) {
        if (!onlyGranularity || kind === 'granularity') findings.push({ ...gap, kind, sentence });
      }
    }
    const report = await this.register.syncInTransaction(tx, mergeFindings(withoutRepeats(findings)));
    await tx.enqueue(CHECK_ALERTS, {});
    return report;
  }
}
