import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type DeliveryPlanContent, totalMoney } from '#domain/delivery-plans/delivery-plan-content.js';
import { sumOf } from '#domain/delivery-plans/plan-sums.js';
import { type SignOffPanel } from '#features/submissions/submission-companions.js';
import { type DeliveredBefore, type RegisteredPages, SubmissionPages } from '#features/submissions/submission-pages.js';
import { type Dossier } from '#features/submissions/submissions.queries.js';
import { answerRows } from '../delivery-plan-answers.js';
import { deliveryPlansPaths } from '../delivery-plans.paths.js';
import { deliveryPlansWords } from '../delivery-plans.words.js';
import { lastPlanBefore } from '../last-plan.js';
import { signOffWords as words } from '../sign-off.words.js';

/** The plan's own parts of the pages that returns and plans have alike. */
@Injectable()
export class DeliveryPlanPages implements RegisteredPages<'delivery-plan'>, OnModuleInit {
  readonly kind = 'delivery-plan';
  readonly shown = answerRows;
  readonly compared = answerRows;

  constructor(
    private readonly pages: SubmissionPages,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.pages.register(this);
  }

  /** Last year's plan of the department, accepted or as it stands. */
  async before({ submission }: Dossier<'delivery-plan'>): Promise<DeliveredBefore<'delivery-plan'> | undefined> {
    const last = await lastPlanBefore(this.dataSource.manager, submission);
    return last ? { name: words.lastPlan(last.source.reference, last.source.coversLabel), content: last.content } : undefined;
  }

  above(): undefined {
    return undefined;
  }

  /** What it costs, what of last year's promises is gone, and what was attached. */
  panels({ content, submission }: Dossier<'delivery-plan'>): SignOffPanel[] {
    return [totalsPanel(content), gonePanel(content), attachmentsPanel(content, submission.id)];
  }

  becomesPublic(): string[] {
    return deliveryPlansWords.becomesPublic;
  }
}

function totalsPanel({ contributions, funding, statedMoneyMillions, statedStaff }: DeliveryPlanContent): SignOffPanel {
  const money: [string, number | null | undefined][] = [
    [words.byMission, totalMoney(contributions)],
    [words.funding, sumOf(funding.map(({ moneyMillions }) => moneyMillions))],
    [words.stated, statedMoneyMillions],
  ];
  const lines = money.flatMap(([title, amount]) => (amount === null || amount === undefined ? [] : [{ title, text: words.millions(amount) }]));
  const staff = statedStaff === null ? [] : [{ title: words.staff, text: words.people(statedStaff) }];
  return { heading: words.totals, lines: [...lines, ...staff], nothing: words.noTotals };
}

function gonePanel({ sinceLastYear }: DeliveryPlanContent): SignOffPanel {
  const lines = sinceLastYear?.gone.map((title) => ({ title, text: words.gone(sinceLastYear.reference) })) ?? [];
  return { heading: words.lastYear, lines, nothing: words.nothingGone };
}

function attachmentsPanel({ attachments }: DeliveryPlanContent, id: string): SignOffPanel {
  const lines = attachments.map(({ title, name, bytes }) => ({ title, text: words.attached(name, bytes) }));
  const link = { text: words.openAttachments, href: deliveryPlansPaths.attachments(id) };
  return { heading: words.attachments, lines, nothing: words.noAttachments, ...(lines.length > 0 ? { link } : {}) };
}
