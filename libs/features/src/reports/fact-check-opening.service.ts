import { Injectable } from '@nestjs/common';
import { peopleOfOrganisation } from '#features/access/people-to-tell.js';
import { MissionLead } from '#features/missions/mission-lead.entity.js';
import { Notices } from '#features/notifications/notices.service.js';
import { FACT_CHECK_OPENED } from '#features/notifications/texts/reports.texts.js';
import { Organisation } from '#features/organisations/organisation.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { FactCheckReply } from './fact-check-reply.entity.js';
import { FactCheckWindow } from './fact-check-window.entity.js';
import { reportTitle, sectionsOf } from './report-records.js';
import { type Report } from './report.entity.js';
import { reportsPaths } from './reports.paths.js';

/** Opens a fact-check: a right of reply for each mission whose text or facts nobody has checked, with who leads it today. */
@Injectable()
export class FactCheckOpening {
  constructor(private readonly notices: Notices) {}

  async open(tx: Transaction, report: Report, closesOn: string): Promise<void> {
    const today = londonDate(tx.now);
    const number = (await tx.repository(FactCheckWindow).countBy({ reportId: report.id })) + 1;
    const window = await tx.repository(FactCheckWindow).save({ reportId: report.id, number, opensOn: today, closesOn, state: 'open' as const });
    const told = new Map<string, number>();
    for (const { id, missionId, version, checkedVersion } of await sectionsOf(tx, report.id)) {
      if (missionId === null || version === checkedVersion) continue;
      const organisationId = await leadOfMission(tx, missionId, today);
      await tx.repository(FactCheckReply).save({ windowId: window.id, sectionId: id, textVersion: version, organisationId, state: 'invited' as const, text: '', draftedBy: null, sentBy: null, sentAt: null });
      if (organisationId !== null) told.set(organisationId, (told.get(organisationId) ?? 0) + 1);
    }
    for (const [organisationId, missions] of told) {
      const { name, mailbox } = await tx.repository(Organisation).findOneByOrFail({ id: organisationId });
      const people = await peopleOfOrganisation(tx, organisationId, ['official', 'sro']);
      const readers = { people, mailboxes: mailbox === null ? [] : [{ name, email: mailbox }] };
      await this.notices.tell(tx, FACT_CHECK_OPENED, readers, { title: reportTitle(report), missions, closesOn }, { about: `report:${report.id}`, path: reportsPaths.factChecks });
    }
  }
}

async function leadOfMission(tx: Transaction, missionId: string, day: string): Promise<string | null> {
  const leads = await tx.repository(MissionLead).findBy({ missionId });
  return leads.find(({ from, to }) => from <= day && (to === null || day < to))?.organisationId ?? null;
}
