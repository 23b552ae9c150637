import { type Actor, may } from '#domain/access/permissions.js';
import { answerStanding, letterBlockers } from '#domain/letters/letter-blockers.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { type Letter } from '../letter.entity.js';
import { type LetterFile } from '../letter-file.entity.js';
import { aboutLinks, letterDay } from '../letter-names.js';
import { mayDrop } from '../letter-keeping.js';
import { lettersPaths } from '../letters.paths.js';
import { lettersWords as words } from '../letters.words.js';
import { answerTag, dateOf, type LetterTag } from './letters-list.presenter.js';

interface Fact {
  key: string;
  text: string;
  href?: string;
}

export interface LetterPage {
  title: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof words.show;
  reference: string;
  subject: string;
  tag: LetterTag | undefined;
  isDraft: boolean;
  /** Of a draft that was dropped: by whom, when and why. */
  dropped: string | undefined;
  /** What a draft lacks, each with the id that an error summary leads to. */
  lacks: { id: string; text: string; href: string }[];
  overdue: string | undefined;
  addressees: string[];
  facts: Fact[];
  body: string;
  signature: { name: string; as: string } | undefined;
  answers: { text: string; href: string }[];
  /** "No answer has come yet", where one is waited for. */
  noAnswer: string | undefined;
  buttons: { text: string; href: string }[];
  /** For the council. */
  versionsHref: string | undefined;
}

/** A letter as it is read; of a draft, what it still lacks and what its reader may do. */
export function presentLetter(actor: Actor, letter: Letter, shown: { answers: readonly Letter[]; file: LetterFile | null; today: string; author: string | null }): LetterPage {
  const { answers, file, today, author } = shown;
  const answeredOn = answers[0]?.receivedOn ?? null;
  const isOut = letter.direction === 'out';
  const isDraft = letter.status === 'draft';
  const isPublished = letter.status === 'published';
  const standing = answerStanding({ answerDueOn: letter.answerDueOn, answeredOn }, letterDay(letter, today));
  const due = letter.answerDueOn ? longDate(letter.answerDueOn) : '';
  return {
    title: `Letter ${letter.reference}: ${letter.subject}`,
    breadcrumbs: [{ text: words.list.title, href: lettersPaths.list }, { text: letter.reference }],
    words: words.show,
    reference: letter.reference,
    subject: letter.subject,
    tag: isOut && isPublished ? answerTag(letter, answeredOn, today) : undefined,
    isDraft,
    dropped: letter.droppedAt ? words.show.dropped(letter.dropper?.name ?? '', longDate(londonDate(letter.droppedAt)), letter.dropReason ?? '') : undefined,
    lacks: isDraft ? letterBlockers(letter, letter.kind === 'escalation').map(({ message, field = '' }) => ({ id: field, text: message, href: `${lettersPaths.edit(letter.reference)}#${field}` })) : [],
    overdue: standing === 'overdue' ? words.show.overdue(due) : undefined,
    addressees: letter.addressees.map(({ name }) => name),
    facts: factsOf(letter, due, file),
    body: letter.body,
    signature: isOut && letter.signer ? { name: letter.signer.name, as: letter.signedAs ?? '' } : undefined,
    answers: answers.map(({ reference, sender, receivedOn }) => ({ text: `${reference}, ${sender ?? ''}, ${receivedOn ? longDate(receivedOn) : ''}`, href: lettersPaths.show(reference) })),
    noAnswer: standing === 'waiting' ? words.show.noAnswer : undefined,
    buttons: buttonsFor(actor, letter, { answeredOn, author }),
    versionsHref: isOut && may(actor, 'letter.write') ? lettersPaths.versions(letter.reference) : undefined,
  };
}

function factsOf(letter: Letter, due: string, file: LetterFile | null): Fact[] {
  const facts: (Fact | undefined | false | '')[] = [
    letter.sender !== null && { key: words.show.from, text: letter.sender },
    { key: letter.direction === 'in' ? words.show.received : words.show.date, text: dateOf(letter) },
    ...aboutLinks(letter).map(({ text, href }) => ({ key: words.show.about, text, href })),
    letter.answers ? { key: words.show.answers, text: `${letter.answers.reference}: ${letter.answers.subject}`, href: lettersPaths.show(letter.answers.reference) } : undefined,
    due && { key: words.show.answerDue, text: due },
    file ? { key: words.show.attachment, text: `${file.name} (PDF)`, href: lettersPaths.attachment(letter.reference) } : undefined,
    letter.direction === 'in' && letter.signedAs ? { key: words.show.recorded, text: letter.signedAs } : undefined,
  ];
  return facts.flatMap((fact) => (fact && fact.text ? [fact] : []));
}

function buttonsFor(actor: Actor, { reference, status, direction, answerDueOn, organisationId }: Letter, { answeredOn, author }: { answeredOn: string | null; author: string | null }): { text: string; href: string }[] {
  if (status === 'draft') {
    const own = organisationId !== null && (actor.homeOrganisationId === organisationId || actor.organisationId === organisationId);
    return [
      ...(may(actor, 'letter.write') && !own ? [{ text: words.show.edit, href: lettersPaths.edit(reference) }] : []),
      ...(may(actor, 'letter.sign') && !own ? [{ text: words.show.publish, href: lettersPaths.publish(reference) }] : []),
      ...(may(actor, 'letter.write') && !own && mayDrop(actor, author) ? [{ text: words.show.drop, href: lettersPaths.drop(reference) }] : []),
    ];
  }
  const waits = direction === 'out' && answerDueOn !== null && answeredOn === null;
  return waits && may(actor, 'letter.record') ? [{ text: words.show.recordAnswer, href: `${lettersPaths.receive}?answers=${reference}` }] : [];
}
