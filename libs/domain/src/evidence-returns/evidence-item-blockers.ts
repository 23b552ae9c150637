import type { Refusal } from '#domain/workflow/transition-table.js';
import { isBlank, lineBlockers, MOST_WORDS, textBlockers, tooLongForALine } from './answer-limits.js';
import { EVIDENCE_KINDS, EVIDENCE_STRENGTHS, type EvidenceKind } from './evidence-return-choices.js';
import type { EvidenceItem } from './evidence-return-content.js';

/** Most characters of an address. */
const LONGEST_LINK = 2000;

/** What has no pages: an event is on record with its day, an opinion with its speaker. */
const WITHOUT_PAGE: readonly EvidenceKind[] = ['event', 'opinion'];

/** What an item still lacks, each with its field; its attachment is looked at where the files are known. */
export function evidenceItemBlockers(item: EvidenceItem): Refusal[] {
  const { kind, strength, claim, source, page, link } = item;
  return [
    ...(Object.hasOwn(EVIDENCE_KINDS, kind) ? [] : [{ code: 'kind-missing', message: 'Select what kind of evidence it is', field: 'kind' }]),
    ...(Object.hasOwn(EVIDENCE_STRENGTHS, strength) ? [] : [{ code: 'strength-missing', message: 'Select how strong it is', field: 'strength' }]),
    ...textBlockers(claim, { what: 'the one claim that it carries', field: 'claim', name: 'Claim', most: MOST_WORDS.claim }),
    ...lineBlockers(source, 'the source, with its publisher', 'source', 'Source'),
    ...pageBlockers(kind, page),
    ...linkBlockers(link),
  ];
}

function pageBlockers(kind: EvidenceKind, page: string): Refusal[] {
  if (isBlank(page) && !WITHOUT_PAGE.includes(kind)) {
    return [{ code: 'page-missing', message: 'Enter the page, table or paragraph of the source', field: 'page' }];
  }
  return tooLongForALine(page, 'Page', 'page');
}

function linkBlockers(link: string): Refusal[] {
  if (link === '') return [];
  if (link.length > LONGEST_LINK) return [{ code: 'too-long', message: 'Link must be 2,000 characters or less', field: 'link' }];
  return isWebAddress(link) ? [] : [{ code: 'link-wrong', message: 'Enter a link that begins with https:// or http://', field: 'link' }];
}

/** An address that a browser opens as a page: nothing that runs, nothing with a name and password in it. */
function isWebAddress(link: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(link) || !URL.canParse(link)) return false;
  const { protocol, hostname, username, password } = new URL(link);
  return /^https?:$/.test(protocol) && /[^.]\.[^.]/.test(hostname) && username === '' && password === '';
}
