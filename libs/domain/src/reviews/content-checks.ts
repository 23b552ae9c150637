import { totalRefusals } from '#domain/delivery-plans/plan-totals.js';
import { type EvidenceReturnContent } from '#domain/evidence-returns/evidence-return-content.js';
import { type DeliveredContent } from './delivery-facts.js';
import { type CheckResult } from './review-check.js';

/** A file of the delivery and what is known of it by now. */
export interface FileToCheck {
  title: string;
  /** What ClamAV says: nothing was asked of it, it has not answered yet, or its answer; undefined for a file that is gone. */
  virusCheck: 'not-configured' | 'pending' | 'clean' | 'found' | undefined;
}

/** A plan's totals against their lines; a return's promised dates against the day on which it was delivered. @param deliveredOn ISO date */
export function checkArithmetic(delivered: DeliveredContent, deliveredOn: string): CheckResult {
  if (delivered.kind === 'delivery-plan') {
    const findings = totalRefusals(delivered.content).map(({ message }) => `${message}.`);
    return found('arithmetic', findings, 'Every total is the sum of its lines.', 'failed');
  }
  const findings = delivered.content.steps
    .filter(({ dueOn }) => dueOn < deliveredOn)
    .map(({ action, dueOn }) => `Next step “${action}” was due on ${inWords(dueOn)}, before this was delivered.`);
  return found('arithmetic', findings, delivered.content.steps.length > 0 ? 'Every next step lies ahead.' : 'There is no total or date to check.');
}

/** Claims without a page, departures from a figure without their reason, and files that a claim names and nobody attached. */
export function checkEvidence(delivered: DeliveredContent): CheckResult {
  if (delivered.kind === 'delivery-plan') return found('evidence', [], 'A plan has no evidence items.');
  const { evidence, departures } = delivered.content;
  const findings = [...evidence.flatMap((item) => evidenceFindings(item, delivered.content)), ...departures.flatMap((departure) => departureFindings(departure, delivered.content))];
  const count = evidence.length === 1 ? 'One evidence item' : `${evidence.length} evidence items`;
  const passed = evidence.length === 0 && departures.length === 0 ? 'There is no evidence item and no departure from a figure.' : `${count} with a page each; every departure has its reason.`;
  return found('evidence', findings, passed);
}

function evidenceFindings({ claim, page, source, attachment }: EvidenceReturnContent['evidence'][number], { attachments }: EvidenceReturnContent): string[] {
  return [
    ...(source.trim() === '' ? [`“${short(claim)}” names no source.`] : []),
    ...(page.trim() === '' ? [`“${short(claim)}” names no page.`] : []),
    ...(attachment !== null && !attachments.some(({ id }) => id === attachment) ? [`“${short(claim)}” rests on a file that is not attached.`] : []),
  ];
}

function departureFindings({ target, reason, source, unpublishedUntil, clearedBy }: EvidenceReturnContent['departures'][number], { figures }: EvidenceReturnContent): string[] {
  const title = figures.find((line) => line.target === target)?.title ?? target;
  return [
    ...(reason.trim() === '' ? [`${title}: the department gives another figure and no reason for it.`] : []),
    ...(source.trim() === '' ? [`${title}: the department gives another figure and no source for it.`] : []),
    ...(unpublishedUntil !== null && clearedBy.trim() === '' ? [`${title}: an unpublished figure that nobody has cleared.`] : []),
  ];
}

/** Has every file been looked into for viruses? */
export function checkAttachments(files: readonly FileToCheck[]): CheckResult {
  if (files.some(({ virusCheck }) => virusCheck === 'found')) {
    return { kind: 'attachments', outcome: 'failed', findings: files.flatMap(fileFindings) };
  }
  const passed = files.length === 0 ? 'Nothing is attached.' : files.length === 1 ? 'The one file is scanned, and no virus was found.' : `The ${files.length} files are scanned, and no virus was found.`;
  return found('attachments', files.flatMap(fileFindings), passed);
}

const FILE_WORDS = {
  found: 'a virus was found in it. Do not open it.',
  pending: 'the virus scanner has not answered yet.',
  'not-configured': 'it was not scanned: no virus scanner is set up here.',
  gone: 'it is named in the delivery, and is no longer there.',
} as const;

function fileFindings({ title, virusCheck }: FileToCheck): string[] {
  return virusCheck === 'clean' ? [] : [`${title}: ${FILE_WORDS[virusCheck ?? 'gone']}`];
}

function found(kind: CheckResult['kind'], findings: string[], passed: string, otherwise: 'look' | 'failed' = 'look'): CheckResult {
  return findings.length > 0 ? { kind, outcome: otherwise, findings } : { kind, outcome: 'passed', findings: [passed] };
}

function short(claim: string): string {
  const text = claim.trim().replaceAll(/\s+/g, ' ');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

function inWords(isoDate: string): string {
  const at = Date.parse(`${isoDate}T00:00:00Z`);
  return Number.isNaN(at) ? isoDate : DAY.format(at);
}
