import { DAYS_TO_CONFIRM, type Rhythm, RHYTHMS } from '#domain/subscriptions/subscription-subject.js';

export interface MailWords {
  subject: string;
  body: string;
}

/** One change as a mail tells it. */
export interface NewsLine {
  title: string;
  sentence: string;
  /** Whole address of its page. */
  address: string;
}

/** What the feature's pages and mail say. */
export const subscriptionsWords = {
  everything: 'Everything that changes',
  place: (name: string, code: string) => `${name} (${code})`,
  subscribe: {
    titleOf: (subject?: string) => (subject === undefined ? 'Get e-mails about changes' : `Get e-mails about changes: ${subject}`),
    intro: 'We e-mail you when something changes in public: a verdict, an alert or its answer, a return, a letter, an inquiry, a report, new figures. You need no account.',
    confirmFirst: `First we send you one e-mail with a link, and nothing more until you have opened it and pressed its button. It works for ${DAYS_TO_CONFIRM} days.`,
    about: 'What do you want to hear about?',
    place: 'A place',
    placeHint: 'For a place, open its page and choose “Get e-mails” there.',
    places: 'Find a place',
    rhythm: 'How often?',
    email: 'E-mail address',
    emailHint: 'We use it for these e-mails only, and delete it when you unsubscribe.',
    button: 'Continue',
    privacy: 'What we keep about you',
    link: (name: string) => `Get e-mails about ${name}`,
  },
  asked: {
    title: 'Check your e-mail',
    paragraphs: [
      'We have sent you an e-mail with a link. Open it and press the button on its page to begin.',
      `The link works for ${DAYS_TO_CONFIRM} days. If you do not use it, your address is deleted.`,
      'If nothing comes within some minutes, look among junk mail. You can ask again from the page that you came from.',
    ],
  },
  confirm: {
    title: 'Confirm that you want these e-mails',
    badTitle: 'This link does not work any more',
    bad: `This link has been used or is older than ${DAYS_TO_CONFIRM} days. Ask for a new one.`,
    about: 'About',
    rhythm: 'How often',
    button: 'Confirm',
    again: 'Ask for a new link',
    done: 'Your subscription is confirmed',
    doneText: 'We e-mail you from now on.',
  },
  own: {
    title: 'Your subscriptions',
    nothing: 'You have no subscriptions. We have deleted your e-mail address.',
    new: 'Subscribe to something else',
    rhythmOf: (name: string) => `How often: ${name}`,
    save: 'Save',
    saveOf: (name: string) => `how often: ${name}`,
    stop: 'Stop',
    stopAll: 'Stop all and delete my address',
    saved: 'Saved',
    savedText: 'How often we e-mail you has changed.',
    stopped: 'Stopped',
    stoppedText: 'You get no more of these e-mails.',
    theLink: 'That link',
    theSubscription: 'That subscription',
  },
  unsubscribe: {
    title: { one: 'Stop these e-mails', every: 'Stop all e-mails' },
    text: { one: 'Press the button, and you get no more e-mails of this subscription.', every: 'Press the button, and you get no more e-mails from us. We delete your address.' },
    button: { one: 'Stop these e-mails', every: 'Stop all e-mails' },
    doneTitle: 'You have unsubscribed',
    done: { one: 'You get no more e-mails of this subscription.', every: 'You get no more e-mails from us. We have deleted your address.' },
    back: 'What changed this month',
  },
  counts: {
    title: 'Subscribers',
    intro: 'How many people follow what changes by e-mail. Their addresses are shown to nobody; mail that could not be handed over is listed with all other mail.',
    back: 'Back to mail',
    subscribers: 'Confirmed addresses',
    atOnce: 'Subscriptions, mailed at once',
    weekly: 'Subscriptions, mailed weekly',
    unconfirmed: 'Waiting to be confirmed',
    failed: 'E-mails that could not be handed over',
    caption: 'What they follow',
    subject: 'Followed',
    count: 'Subscriptions',
    nothing: 'Nobody follows anything yet.',
  },
  errors: {
    email: 'Enter an e-mail address in the correct format, like name@example.com',
    subject: 'Select what you want to hear about',
    ended: 'Select something else: the framework of this mission is closed, and nothing more is told of it',
    rhythm: 'Select how often you want to hear',
    tooMany: 'Too many requests have come from your network. Try again in an hour',
  },
  rhythms: RHYTHMS,
  rhythm: (rhythm: Rhythm): string => RHYTHMS[rhythm],
  mail: {
    confirm: (name: string, address: string): MailWords => ({
      subject: 'Confirm your subscription to Waymark',
      body: `Somebody, we hope you, asked for e-mails from Waymark about this:\n\n${name}\n\nOpen this link and press the button on its page to begin. It works for ${DAYS_TO_CONFIRM} days:\n\n${address}\n\nIf you did not ask for it, you need do nothing: no more e-mails come, and your address is deleted.\n`,
    }),
    news: (lines: readonly NewsLine[], { own, end, endsAll, weekly }: { own: string; end: string; endsAll: boolean; weekly: boolean }): MailWords => {
      const [first] = lines;
      const subject = weekly ? `What changed last week: ${lines.length === 1 ? '1 change' : `${lines.length} changes`}` : lines.length === 1 ? (first?.title ?? '') : `${lines.length} changes`;
      const items = lines.map(({ title, sentence, address }) => `${title}\n${sentence}\n${address}`).join('\n\n');
      return {
        subject: oneLine(subject),
        body: `${items}\n\n---\nYou get this because you subscribed on Waymark.\nYour subscriptions: ${own}\n${endsAll ? 'Stop all e-mails' : 'Stop these e-mails'}: ${end}\n`,
      };
    },
  },
};

/** Subjects are one line and no longer than people read. */
function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= 150 ? line : `${line.slice(0, 149)}…`;
}
