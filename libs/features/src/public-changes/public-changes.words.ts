/** One sentence never runs on for pages: what is longer is cut at a word. */
function short(text: string, most = 300): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return plain.length <= most ? plain : `${plain.slice(0, most).replace(/\s\S*$/, '')} …`;
}

const NOUNS = { return: 'return', plan: 'delivery plan' } as const;

/** What the feature's pages, feeds and mail say. */
export const publicChangesWords = {
  nobody: 'nobody, for the mission has no lead department',
  judgements: {
    verdict: (mission: string, target: string, verdict: string) => `${mission}: ${target}: ${verdict}`,
    first: (verdict: string) => `First verdict: ${verdict}.`,
    changed: (before: string, verdict: string, cause: string) => `It was ${before} and is ${verdict}; the cause: ${cause}.`,
    council: (mission: string, verdict: string) => `${mission}: the council says ${verdict}`,
    department: (mission: string, rating: string) => `${mission}: the department says ${rating}`,
    rated: (who: string, rating: string) => `${who} rates the likelihood that the targets are met as ${rating}.`,
  },
  alerts: (action: string, { reference, who, sentence }: { reference: string; who: string; sentence: string }): string => {
    const said: Record<string, string> = {
      raise: `${short(sentence)} An answer is due from ${who}.`,
      acknowledge: `${who} has acknowledged alert ${reference} and named its owner.`,
      answer: `${who} has published a recovery plan in answer to alert ${reference}.`,
      'no-response': `No response to alert ${reference} had come from ${who} when one was due.`,
      accept: `The council has accepted the answer to alert ${reference}.`,
      'not-accept': `The council has not accepted the answer to alert ${reference}.`,
      escalate: `The council has escalated alert ${reference}, which is with ${who}.`,
      'move-lead': `Alert ${reference} has moved with its mission and is now with ${who}.`,
      close: `The council has closed alert ${reference}.`,
      clear: `Alert ${reference} was closed because its ground is gone.`,
    };
    return said[action] ?? sentence;
  },
  submissions: {
    title: (noun: 'return' | 'plan', end: 'published' | 'overdue' | 'not-submitted', about: string) => {
      const ends = { published: 'published', overdue: 'overdue', 'not-submitted': 'not submitted' };
      return `${about}: ${NOUNS[noun]} ${ends[end]}`;
    },
    sentence: ({ action, noun, who, covers, reference }: { action: string; noun: 'return' | 'plan'; who: string; covers: string; reference: string }): string => {
      const what = `The ${NOUNS[noun]} of ${who} for ${covers} (${reference})`;
      const said: Record<string, string> = {
        accept: 'was accepted by the council and is published.',
        'publish-unresolved': 'is published with questions of the council unresolved.',
        'close-unresolved': 'is published as it stood when its window closed, with questions unresolved.',
        'mark-overdue': 'was not delivered by its due date.',
        'close-window': 'was never submitted; its window has closed.',
      };
      return `${what} ${said[action] ?? ''}`.trim();
    },
  },
  letters: {
    title: (subject: string) => `Letter: ${subject}`,
    sent: (who: string) => `The council has written to ${who}.`,
    received: (who: string) => `The council has had a letter from ${who}.`,
  },
  inquiries: {
    title: (title: string) => `Inquiry: ${title}`,
    sentence: (action: string): string => {
      const said: Record<string, string> = {
        open: 'The council has opened an inquiry.',
        publish: 'The council has published what it found, with its recommendations.',
        close: 'The council has closed the inquiry.',
        abandon: 'The council has given the inquiry up, and says why.',
      };
      return said[action] ?? '';
    },
  },
  recommendations: {
    title: (reference: string, mission: string) => [`Recommendation ${reference}`, mission].filter((part) => part).join(': '),
    sentence: (action: string, who: string, text: string): string => {
      const said: Record<string, string> = {
        make: `The council recommends to ${who}: ${short(text, 200)}`,
        accept: `${who} has accepted the recommendation.`,
        'accept-in-part': `${who} has accepted the recommendation in part.`,
        'not-accept': `${who} has not accepted the recommendation.`,
        'mark-overdue': `${who} has not answered by the due date.`,
        'mark-promise-overdue': `${who} has not shown by the promised date that it is done.`,
        'mark-done': `The council says that ${who} has done it.`,
        'mark-not-done': `The council says that ${who} has not done it.`,
        withdraw: 'The council has withdrawn the recommendation.',
      };
      return said[action] ?? '';
    },
  },
  interimReviews: (mission: string) => `Interim review: ${mission}`,
  reports: {
    first: 'The report is published.',
    corrected: (number: number, note: string | null) => `Edition ${number} corrects the one before.${note ? ` ${short(note)}` : ''}`,
  },
  targets: (setBy: string, reason: string) => `The target was changed by ${setBy}. The reason given: ${short(reason)}`,
  wordingTitle: (mission: string) => `${mission}: wording changed`,
  qualityTitle: (mission: string) => `Quality review: ${mission}`,
  wording: 'The words of the mission or of its targets were changed. The earlier words stay readable.',
  framework: {
    'framework-published': 'The framework and its missions were published here.',
    'framework-closing-announced': 'The council has announced that the framework will be closed, and what becomes of its missions.',
    'framework-closing-taken-back': 'The council has taken back that the framework will be closed.',
    'framework-closed': 'The framework is closed. Everything that nobody had answered is printed in a last edition.',
  },
  quality: (number: number) => `Version ${number} of the quality review was published.`,
  frameworkTitle: (kind: string, title: string) => `${kind}: ${title}`,
  releases: {
    title: (metrics: readonly string[]) => {
      const listed = metrics.slice(0, 3).join('; ');
      return `New figures: ${metrics.length > 3 ? `${listed} and ${metrics.length - 3} more` : listed || 'none that are shown'}`;
    },
    // a file of several metrics names the publisher of each
    sentence: (publisher: string) => `Published by ${[...new Set(publisher.split('; '))].join('; ')}.`,
  },
  placeReplyTitle: (place: string) => `Reply of a place: ${place}`,
  placeReply: (who: string, metric: string | null) => `${who} has replied to ${metric === null ? 'its figures' : `its figures on ${metric}`}.`,
  list: {
    title: (month: string) => `What changed in ${month}`,
    thisMonth: 'What changed this month',
    missions: (numbers: string) => `Missions ${numbers}`,
    intro: 'Everything that changed in public, newest first: verdicts, alerts, returns, letters, inquiries, reports and figures.',
    count: (count: number) => (count === 1 ? '1 change is listed.' : `${count} changes are listed.`),
    nothing: 'Nothing that you ask for changed in this month.',
    previous: 'Previous month',
    next: 'Next month',
    pages: 'Months',
    filter: { heading: 'Show only', mission: 'Mission', department: 'Department', place: 'Place', placeHint: 'The place’s code, for example E08000003', any: 'All', button: 'Show changes' },
    csv: 'Download this list (CSV)',
    feed: 'Follow in a feed reader (Atom)',
    subscribe: 'Get these changes by e-mail',
    unknown: 'No mission, department or place is known by what you asked for, so all changes are listed.',
  },
  follow: { heading: 'Hear of changes', feed: (name: string) => `Changes to ${name}, for feed readers (Atom)`, subscribe: (name: string) => `Get e-mails about changes to ${name}` },
  feeds: {
    all: 'All changes',
    title: (about: string) => `Waymark: ${about}`,
    subtitle: 'What changed in public, newest first',
    author: 'Waymark',
    rights: 'Open Government Licence v3.0',
  },
};
