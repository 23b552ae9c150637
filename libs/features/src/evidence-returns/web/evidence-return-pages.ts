import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EvidenceReturnContent } from '#domain/evidence-returns/evidence-return-content.js';
import { ratingConflicts } from '#domain/evidence-returns/rating-conflicts.js';
import { type SignOffPanel } from '#features/submissions/submission-companions.js';
import { type DeliveredBefore, type PagePart, type RegisteredPages, SubmissionPages } from '#features/submissions/submission-pages.js';
import { type Dossier } from '#features/submissions/submissions.queries.js';
import { longDate } from '#platform/pages/dates.js';
import { answerRows, comparedRows, contributionState } from '../evidence-return-answers.js';
import { evidenceReturnsPaths } from '../evidence-returns.paths.js';
import { evidenceReturnsWords } from '../evidence-returns.words.js';
import { LastReturns } from '../last-returns.queries.js';
import { signOffWords as words } from '../sign-off.words.js';
import { figuresTable } from './figures-table.presenter.js';

/** The return's own parts of the pages that returns and plans have alike. */
@Injectable()
export class EvidenceReturnPages implements RegisteredPages<'evidence-return'>, OnModuleInit {
  readonly kind = 'evidence-return';
  readonly shown = answerRows;
  readonly compared = comparedRows;

  constructor(
    private readonly pages: SubmissionPages,
    private readonly lastReturns: LastReturns,
  ) {}

  onModuleInit(): void {
    this.pages.register(this);
  }

  /** The last return of the mission, whoever led it then. */
  async before({ submission }: Dossier<'evidence-return'>): Promise<DeliveredBefore<'evidence-return'> | undefined> {
    const last = await this.lastReturns.before(submission);
    return last ? { name: words.lastReturn(last.reference, last.label), content: last.content } : undefined;
  }

  above(content: EvidenceReturnContent): PagePart {
    return { view: 'evidence-returns/web/views/figures-above.njk', shown: figuresTable(content) };
  }

  /** Contradictions first; then what was promised, what was attached and what others contributed. */
  panels({ content, submission }: Dossier<'evidence-return'>): SignOffPanel[] {
    return [contradictionsPanel(content), promisesPanel(content), attachmentsPanel(content, submission.id), contributionsPanel(content)];
  }

  /** With the day on which each figure comes out that is not published yet. */
  becomesPublic({ content, today }: Dossier<'evidence-return'>): string[] {
    const embargoed = content.departures.flatMap(({ target, unpublishedUntil }) => {
      if (unpublishedUntil === null || unpublishedUntil <= today) return [];
      return [words.embargoed(content.figures.find((line) => line.target === target)?.title ?? target, longDate(unpublishedUntil))];
    });
    return [...evidenceReturnsWords.becomesPublic, ...embargoed];
  }
}

function contradictionsPanel({ rating, figures }: EvidenceReturnContent): SignOffPanel {
  const lines = ratingConflicts(rating, figures).map(({ title, message }) => ({ title, text: message }));
  return { heading: words.contradictions, lines, nothing: words.noContradictions };
}

function promisesPanel({ lastSteps }: EvidenceReturnContent): SignOffPanel {
  const lines = lastSteps.map(({ promised, outcome, what }) => ({ title: promised, text: outcome === null ? words.notSaid : [words.outcome(outcome), what].filter((text) => text !== '').join(' ') }));
  return { heading: words.promised, lines, nothing: words.nothingPromised };
}

function attachmentsPanel({ attachments }: EvidenceReturnContent, id: string): SignOffPanel {
  const lines = attachments.map(({ title, name, bytes }) => ({ title, text: words.attached(name, bytes) }));
  const link = { text: words.openAttachments, href: evidenceReturnsPaths.section(id, 'attachments') };
  return { heading: words.attachments, lines, nothing: words.noAttachments, ...(lines.length > 0 ? { link } : {}) };
}

function contributionsPanel({ contributions }: EvidenceReturnContent): SignOffPanel {
  const lines = contributions.map((contribution) => ({ title: contribution.organisation, text: `${contribution.question} ${contributionState(contribution)}` }));
  return { heading: words.contributions, lines, nothing: words.noContributions };
}
