import { EVIDENCE_RETURN_SECTIONS, type EvidenceReturnContent, type EvidenceReturnSection } from '#domain/evidence-returns/evidence-return-content.js';
import { type ReturnTime } from '#domain/evidence-returns/step-blockers.js';
import { type EvidenceReturnBlocker, evidenceReturnBlockers } from '#domain/evidence-returns/submission-blockers.js';
import { evidenceReturnsPaths as paths } from '../evidence-returns.paths.js';
import { evidenceReturnsWords as words } from '../evidence-returns.words.js';

/** An item of GOV.UK Frontend's task list. */
export interface TaskItem {
  title: { text: string };
  href?: string;
  status: { text: string } | { tag: { text: string; classes: string } };
}

const { status } = words.sections;
/** Lists that may stay empty. */
const OPTIONAL = { evidence: 'evidence', risks: 'risks', contributions: 'contributions', attachments: 'attachments' } as const;

/**
 * The sections in their order and what each still lacks, then the check; a nil return has one screen.
 * @param seen the sections that have pages, and titles of those that were sent back and have not been changed since; the time that it covers
 */
export function taskList(
  id: string,
  content: EvidenceReturnContent,
  { sections = EVIDENCE_RETURN_SECTIONS.map(({ key }) => key), asked = new Set(), time }: { sections?: readonly EvidenceReturnSection[]; asked?: ReadonlySet<string>; time?: ReturnTime } = {},
): TaskItem[] {
  const blockers = evidenceReturnBlockers(content, time);
  const tasks = content.nil
    ? [{ title: { text: words.sections.nil }, href: paths.nil(id), status: blockers.length === 0 ? { text: status.done } : lacking(true) }]
    : sections.map((key): TaskItem => {
        const text = words.sectionTitles[key];
        return { title: { text }, href: paths.section(id, key), status: asked.has(text) ? { tag: { text: status.asked, classes: 'govuk-tag--yellow' } } : statusOf(key, content, blockers) };
      });
  const ready: TaskItem['status'] = blockers.length === 0 ? { tag: { text: status.ready, classes: 'govuk-tag--green' } } : { text: status.notReady };
  return [...tasks, { title: { text: words.sections.check }, status: ready, href: paths.check(id) }];
}

function statusOf(section: EvidenceReturnSection, content: EvidenceReturnContent, blockers: readonly EvidenceReturnBlocker[]): TaskItem['status'] {
  if (blockers.some((blocker) => blocker.section === section)) return lacking(isBegun(section, content));
  if (section === 'figures' && content.figuresComment === '' && content.departures.length === 0) return { text: status.optional };
  if (section === 'last-steps' && content.lastSteps.length === 0) return { text: status.nothing };
  if (!(section in OPTIONAL)) return { text: status.done };
  const { length } = content[OPTIONAL[section as keyof typeof OPTIONAL]];
  return { text: length === 0 ? status.none : words.sections.count(length) };
}

/** Is something of it written already? */
function isBegun(section: EvidenceReturnSection, { rating, ratingReason, lastSteps, nextSteps, steps, narrative }: EvidenceReturnContent): boolean {
  if (section === 'rating') return rating !== null || ratingReason !== '';
  if (section === 'last-steps') return lastSteps.some(({ outcome }) => outcome !== null);
  if (section === 'next-steps') return nextSteps !== '' || steps.length > 0;
  return section === 'narrative' ? narrative !== '' : true;
}

function lacking(isBegun: boolean): TaskItem['status'] {
  return { tag: { text: isBegun ? status.begun : status.missing, classes: isBegun ? 'govuk-tag--light-blue' : 'govuk-tag--blue' } };
}
