import { type SignOffPanel } from '../submission-companions.js';
import { submissionsPaths } from '../submissions.paths.js';
import { type Dossier } from '../submissions.queries.js';
import { submissionsWords as words } from '../submissions.words.js';

/** The minister's clearance; undefined where the department wants none. */
export function clearancePanel({ clearance, submission }: Pick<Dossier, 'clearance' | 'submission'>): SignOffPanel | undefined {
  if (!clearance.wanted) return undefined;
  const { given } = clearance;
  const panel = { heading: words.clearance.heading, nothing: words.clearance.missing };
  if (given) return { ...panel, lines: [{ text: words.clearance.given(given.minister, given.clearedOn) }] };
  return { ...panel, lines: [], link: { text: words.clearance.link, href: submissionsPaths.clearance(submission.kind, submission.id) } };
}

/** What the SRO declined by name before and what has become of each; nothing where nothing was. */
export function declinedPanel({ reset }: Pick<Dossier, 'reset'>): SignOffPanel[] {
  if (reset.length === 0) return [];
  const lines = reset.map(({ title, reason, changed, reply }) => {
    const { settled } = words.signOff;
    const became = changed ? settled.changed : reply ? settled.answered(reply.repliedByName, reply.text) : settled.open;
    return { title, text: `${reason} ${became}` };
  });
  return [{ heading: words.signOff.declined, lines, nothing: words.signOff.nothing }];
}

/** Who wrote which section since the last delivery. */
export function writersPanel({ events, sections }: Pick<Dossier, 'events' | 'sections'>): SignOffPanel {
  const since = events.slice(events.findLastIndex(({ action }) => action === 'submit') + 1).filter(({ action }) => action === 'save');
  const namesIn = (wrote: (written: readonly string[]) => boolean): string[] => [
    ...new Set(since.flatMap((event) => (wrote(event.sections) ? [event.actorName] : []))),
  ];
  const named = sections.map(({ key, title }) => ({ title, names: namesIn((written) => written.includes(key)) }));
  const unnamed = { title: words.signOff.whole, names: namesIn((written) => written.length === 0) };
  const lines = [...named, unnamed].flatMap(({ title, names }) => (names.length > 0 ? [{ title, text: words.signOff.wrote(names) }] : []));
  return { heading: words.signOff.writers, lines, nothing: words.signOff.noWriters };
}
