import { Injectable } from '@nestjs/common';
import { LAST_EDITION_SCHEMA, type LastEditionDocument, unansweredCount } from '#domain/framework-closings/last-edition-document.js';
import { Mission } from '#features/missions/mission.entity.js';
import { sealDocument } from '#features/reports/edition-file.js';
import { ReportAssemblyQueries } from '#features/reports/report-assembly.queries.js';
import { londonDate } from '#platform/clock/clock.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { auditHead } from './closing-records.js';
import { type FrameworkClosing } from './framework-closing.entity.js';
import { LastEdition } from './last-edition.entity.js';
import { MissionEnding } from './mission-ending.entity.js';
import { UnansweredQueries } from './unanswered.queries.js';

/** Freezes a framework as it stands now, with all that is unanswered. */
@Injectable()
export class ClosingFreezing {
  constructor(
    private readonly assembly: ReportAssemblyQueries,
    private readonly unanswered: UnansweredQueries,
  ) {}

  /** @param closing with its framework and decision. @returns the checksum, and how many things are printed as unanswered */
  async freeze(tx: Transaction, closing: FrameworkClosing): Promise<{ checksum: string; unanswered: number }> {
    const document = await this.documentOf(tx, closing);
    const { body, checksum } = sealDocument(document);
    await tx.repository(LastEdition).insert({ frameworkId: closing.frameworkId, body, checksum, frozenAt: tx.now });
    return { checksum, unanswered: unansweredCount(document) };
  }

  private async documentOf(tx: Transaction, closing: FrameworkClosing): Promise<LastEditionDocument> {
    const { framework, frameworkId, decision, closesOn, reason, announcedAt, announcedByName } = closing;
    const { slug, title, summary, source, publishedOn, startsOn, endsOn, reportDuty } = framework;
    const asOf = londonDate(tx.now);
    const facts = await this.assembly.factsOf(tx.manager, frameworkId, { from: startsOn, to: asOf, asOf });
    const endings = await tx.repository(MissionEnding).find({ where: { closingId: closing.id }, relations: { successor: { framework: true } } });
    const open = await this.unanswered.of(tx.manager, frameworkId, asOf);
    const missions = await tx.repository(Mission).find({ where: { frameworkId }, select: { id: true, number: true }, order: { number: 'ASC' } });
    return {
      schema: LAST_EDITION_SCHEMA,
      framework: { slug, title, summary, source, publishedOn, startsOn, endsOn },
      duty: reportDuty && { owedBy: reportDuty.owedBy, basis: reportDuty.basis },
      closesOn, reason, closedAt: tx.now.toISOString(),
      announcedAt: announcedAt?.toISOString() ?? '', announcedBy: announcedByName ?? '',
      decision: { reference: decision.reference, title: decision.title },
      audit: await auditHead(tx),
      missions: missions.flatMap(({ id }) => {
        const mission = facts.get(id);
        const ending = endings.find(({ missionId }) => missionId === id);
        return mission ? [{ ...mission, outcome: ending?.outcome ?? null, reason: ending?.reason ?? null, carriedOnIn: successorOf(ending), unanswered: open.get(id) ?? [] }] : [];
      }),
      unanswered: open.get(null) ?? [],
      licence: 'Open Government Licence v3.0',
      attribution: 'The council, by Waymark. Sources of figures are named with each metric.',
    };
  }
}

function successorOf(ending: MissionEnding | undefined): LastEditionDocument['missions'][number]['carriedOnIn'] {
  const successor = ending?.successor;
  return successor ? { framework: successor.framework.slug, mission: successor.slug, title: `${successor.focusArea}, ${successor.framework.title}` } : null;
}
