import { Injectable } from '@nestjs/common';
import { type LateReport, lateReportSentence } from '#domain/alerts/late-grounds.js';
import { dateInWords } from '#domain/judgements/figure-words.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { AlertClearingService } from './alert-clearing.service.js';
import { dedupeKeyOf } from './alert-ground.js';
import { AlertRaisingService } from './alert-raising.service.js';
import { type Alert } from './alert.entity.js';

/** A report of a framework that the law asks for by a day. */
export interface OwedReport extends LateReport {
  frameworkId: string;
  /** What names the report among all of its framework: `annual-2025`. No colon. */
  report: string;
  /** Who owes it and has to answer; null where that is nobody whom Waymark knows. */
  organisationId: string | null;
}

/** For whoever watches the dates of reports: raises the alert on one that has passed, and clears it. Once for each date. */
@Injectable()
export class LateReportAlerts {
  constructor(
    private readonly raising: AlertRaisingService,
    private readonly clearing: AlertClearingService,
  ) {}

  /** @returns null where there is time left, or it was raised before */
  async raise(tx: Transaction, owed: OwedReport): Promise<Alert | null> {
    const { frameworkId, title, owedBy, dueOn, organisationId } = owed;
    return this.raising.raiseOn(tx, {
      ...partsOf(owed), mayRaise: londonDate(tx.now) > dueOn, frameworkId, missionId: null, owedBy: organisationId,
      sentence: lateReportSentence(owed),
      facts: [{ name: 'Report', value: title }, { name: 'Owed by', value: owedBy }, { name: 'Due on', value: dateInWords(dueOn) }],
    });
  }

  /** @param text why it is cleared, for the public timeline. @returns null where no alert on it is open */
  async clear(tx: Transaction, owed: OwedReport, text: string): Promise<Alert | null> {
    return this.clearing.clearByKey(tx, { kind: 'report-late', dedupeKey: dedupeKeyOf(partsOf(owed)) }, { text, cause: 'report delivered' });
  }
}

function partsOf({ frameworkId, report, dueOn }: OwedReport): { kind: 'report-late'; subject: string; change: string } {
  return { kind: 'report-late', subject: `${frameworkId} ${report}`, change: dueOn };
}
