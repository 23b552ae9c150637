import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { CLOSING_WORKFLOW } from '#domain/framework-closings/closing-workflow.js';
import { transitionFor } from '#domain/workflow/transition-table.js';
import { countUnlessDone, DoneElsewhere } from '#features/calendar/done-elsewhere.js';
import { FIND_DATA_GAPS } from '#features/data-gaps/find-data-gaps.job.js';
import { Framework } from '#features/frameworks/framework.entity.js';
import { Notices } from '#features/notifications/notices.service.js';
import { FRAMEWORK_CLOSED } from '#features/notifications/texts/framework-closings.texts.js';
import { londonDate } from '#platform/clock/clock.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { EachInTurn } from '#platform/watches/each-in-turn.js';
import { ClosingFreezing } from './closing-freezing.js';
import { factsOfClosing, readersOfClosing, recordClosing } from './closing-records.js';
import { FrameworkClosing } from './framework-closing.entity.js';
import { closingsPaths } from './framework-closings.paths.js';
import { closingsWords as words } from './framework-closings.words.js';

/** Closes frameworks at the day that was announced, each once, however long nobody looked. */
@Injectable()
export class ClosingClockService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly freezing: ClosingFreezing,
    private readonly notices: Notices,
  ) {}

  /** @returns how many frameworks it closed. */
  async run(now: Date): Promise<number> {
    const due = await this.unitOfWork.reader.find(FrameworkClosing, { where: { state: 'announced', closesOn: LessThanOrEqual(londonDate(now)) }, order: { closesOn: 'ASC', id: 'ASC' } });
    const turns = new EachInTurn();
    await turns.run(due, ({ frameworkId }) => `framework:${frameworkId}`, ({ id }) => this.close(id, 'job:close-frameworks'));
    return turns.finish();
  }

  /** Freezes the last edition and closes the framework, where its day has come. @returns 1, or 0 where there is nothing to do or another was faster */
  async close(id: string, actor: string): Promise<number> {
    return countUnlessDone(this.unitOfWork.run({ actor, event: 'FRAMEWORK_CLOSED', subject: `framework-closing:${id}` }, async (tx) => {
      const closings = tx.repository(FrameworkClosing);
      const { frameworkId } = await closings.findOneByOrFail({ id });
      // whoever moves something of the framework now has done so before the edition is frozen, or is refused
      await tx.repository(Framework).findOneOrFail({ where: { id: frameworkId }, lock: { mode: 'pessimistic_write' } });
      await closings.findOneOrFail({ where: { id }, lock: { mode: 'pessimistic_write' } });
      const closing = await closings.findOneOrFail({ where: { id }, relations: { framework: true, decision: true } });
      const arrow = transitionFor(CLOSING_WORKFLOW, closing.state, 'take-effect', ['clock']);
      if (!arrow || (arrow.refuse?.(await factsOfClosing(tx, closing, '')) ?? []).length > 0) throw new DoneElsewhere();
      const { checksum, unanswered } = await this.freezing.freeze(tx, closing);
      await closings.update({ id }, { state: arrow.to, closedAt: tx.now, rowVersion: () => 'row_version + 1' });
      await tx.repository(Framework).update({ id: frameworkId }, { closedAt: tx.now });
      await recordClosing(tx, closing, { action: 'take-effect', actorName: words.service, text: words.events.closed(unanswered) });
      const { slug, title } = closing.framework;
      const news = { title, closesOn: closing.closesOn, unanswered };
      await this.notices.tell(tx, FRAMEWORK_CLOSED, await readersOfClosing(tx, frameworkId), news, { about: `framework:${frameworkId}`, path: closingsPaths.show(slug) });
      // gaps that another framework's missions need too go on to them
      await tx.enqueue(FIND_DATA_GAPS, {});
      tx.describe({ framework: slug, closesOn: closing.closesOn, checksum, unanswered }, `framework:${frameworkId}`);
    }));
  }
}
