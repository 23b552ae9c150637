import { SUBMISSION_STATUS, type SubmissionAction, type SubmissionFact, type SubmissionKind, type SubmissionStatus } from '#domain/submissions/submission-status.js';
import { longDate } from '#platform/pages/dates.js';

interface Standing {
  kind: SubmissionKind;
  status: SubmissionStatus;
}

const NOUN: Record<SubmissionKind, string> = { 'evidence-return': 'evidence return', 'delivery-plan': 'delivery plan' };
const TITLE: Record<SubmissionKind, string> = { 'evidence-return': 'Evidence return', 'delivery-plan': 'Outcome delivery plan' };

/** The words that evidence returns and plans share: refusals, the due list, history, sign-off. */
export const submissionsWords = {
  noun: NOUN,
  title: TITLE,
  aSubmission: { 'evidence-return': 'That evidence return', 'delivery-plan': 'That delivery plan' } satisfies Record<SubmissionKind, string>,
  theService: 'Waymark',

  notYours: 'This belongs to another department',
  notDelivered: 'The department has not submitted this yet',
  movedOn: ({ kind, status }: Standing) => `This ${NOUN[kind]} is now “${SUBMISSION_STATUS[status]}”, so that is no longer possible`,
  changedMeanwhile: ({ kind }: Standing) => `Somebody else has changed this ${NOUN[kind]} since you opened the page`,
  overtaken: ({ kind }: Standing) => `A newer version of this ${NOUN[kind]} has been submitted since you opened the page`,
  authorSigns: 'You wrote part of this, so somebody else must sign it off.',

  work: {
    title: 'My department’s work',
    back: 'Back to my department’s work',
    toDo: 'To do',
    withCouncil: 'With the council',
    done: 'Accepted',
    nothing: 'Your department owes nothing at the moment.',
    columns: { what: 'What', covers: 'Covers', due: 'Due', status: 'Status' },
    overdue: 'Overdue',
  },

  facts: { department: 'Department', framework: 'Framework', covers: 'Covers', due: 'Due', reference: 'Reference' },
  dueOn: (date: string, overdue: boolean) => (overdue ? `${longDate(date)}, and nothing has been submitted` : longDate(date)),
  /** Where it stands and what comes next, by status. */
  standing: {
    draft: 'Your department is writing it. When it is complete, an official sends it to the senior responsible owner.',
    'awaiting-sign-off': 'The senior responsible owner has it to sign off. It cannot be changed until it is signed or declined.',
    submitted: 'The council has it. It waits in the queue for a reviewer.',
    'in-review': 'A reviewer of the council is reading it.',
    'changes-requested': 'The council asks for changes. Make them, then send it for sign-off again.',
    accepted: 'The council has accepted it, and it is public.',
    'published-unresolved': 'It is public as your department delivered it last, with what the council could not resolve beside it.',
    withdrawn: 'Your department has withdrawn it. It is still due: take it up again to go on.',
    'not-submitted': 'The window has closed and nothing was submitted. That is public.',
  } satisfies Record<SubmissionStatus, string>,

  /** The same for the council's people, who see what was delivered and not what is being written. */
  standingForCouncil: {
    draft: 'The department has the draft in hand again. This is what it submitted last.',
    'awaiting-sign-off': 'The department is about to submit it again. This is what it submitted last.',
    submitted: 'It waits in the queue for a reviewer.',
    'in-review': 'A reviewer is reading it.',
    'changes-requested': 'Changes were requested. This is what the department submitted last.',
    accepted: 'It is accepted, and public.',
    'published-unresolved': 'It is public as the department delivered it last, with what is not resolved beside it.',
    'not-submitted': 'The window has closed and nothing stands. This is what the department submitted last.',
    withdrawn: 'The department has withdrawn it, so it counts as not submitted. This is the version that was withdrawn.',
  } satisfies Record<SubmissionStatus, string>,

  asks: {
    council: (date: string) => `The council asked for changes on ${date}`,
    sro: (name: string, date: string) => `${name} declined to sign it on ${date}`,
  },
  deliveries: {
    heading: 'Submitted versions',
    nothing: 'No version has been submitted yet.',
    version: (number: number) => `Version ${number}`,
    submitted: (when: string) => `Submitted ${when}`,
    accepted: 'Accepted',
  },
  changes: {
    sinceDelivered: (number: number) => `What has changed since version ${number}`,
    sinceBefore: (number: number) => `What changed since version ${number}`,
    nothing: 'Nothing has changed.',
    legend: 'Words that were added are underlined, words that were removed are struck through.',
    added: 'added:',
    removed: 'removed:',
    end: 'end of change',
  },
  history: {
    heading: 'History',
    by: (name: string, when: string) => `${name}, ${when}`,
    moves: {
      open: () => 'Opened',
      save: (times: number) => (times === 1 ? 'Draft saved' : `Draft saved ${times} times`),
      'send-for-sign-off': () => 'Sent for sign-off',
      decline: () => 'Sign-off declined',
      submit: (version: number) => `Signed off and submitted: version ${version}`,
      'start-review': () => 'Review begun',
      'hand-back': () => 'Handed back to the queue',
      'request-changes': (version: number) => `Changes to version ${version} requested`,
      accept: (version: number) => `Version ${version} accepted`,
      withdraw: (version: number) => `Version ${version} withdrawn`,
      'take-up': () => 'Taken up again',
      'publish-unresolved': (version: number) => `Version ${version} published unresolved`,
      'close-window': () => 'Window closed: not submitted',
      'close-unresolved': (version: number) => `Window closed: version ${version} published unresolved`,
      'mark-overdue': () => 'Marked overdue',
      extend: () => 'Extension granted',
      clear: () => 'Minister’s clearance recorded',
      ask: () => 'Question asked by the council',
      answer: () => 'Question answered',
    } satisfies Record<SubmissionAction | SubmissionFact, (number: number) => string>,
  },

  answers: { heading: 'Answers', empty: 'Not answered', change: 'Change' },
  check: {
    title: 'Check your answers',
    lead: 'Your senior responsible owner reads exactly this. After sending, it cannot be changed until it is signed or declined.',
    incomplete: 'Before you can send it',
    button: 'Send for sign-off',
    sent: 'Sent to your senior responsible owner for sign-off. They have been told by email.',
  },
  signOff: {
    title: 'Sign off and submit',
    whatYouSign: 'What you sign',
    contradictions: 'Where the figures contradict the rating',
    noContradictions: 'No computed verdict contradicts the rating by two steps or more.',
    becomesPublic: 'What becomes public',
    button: 'Sign off and submit',
    decline: 'Decline with a reason',
    statement: 'By submitting you confirm, as senior responsible owner, that this is your department’s account.',
  },
  decline: {
    title: 'Decline to sign',
    lead: 'The draft goes back to the officials of your department. They are told why by email.',
    label: 'Why do you decline?',
    button: 'Decline',
    done: 'You declined to sign. The draft is open for changes again.',
  },
  withdraw: {
    title: 'Withdraw',
    lead: 'You can withdraw until a reviewer has claimed it. It stays due on the same day, and counts as not submitted until you submit it again. The withdrawn version is kept.',
    label: 'Why do you withdraw it?',
    button: 'Withdraw',
    done: 'Withdrawn. It is still due.',
  },
  takeUp: {
    title: 'Take up again',
    lead: 'The draft opens with the words of the withdrawn version. It is still due on the same day.',
    button: 'Take up again',
    done: 'The draft is open for changes again.',
  },
  reasonHint: 'It is kept in the history.',
  confirmation: {
    title: { 'evidence-return': 'Evidence return submitted', 'delivery-plan': 'Delivery plan submitted' } satisfies Record<SubmissionKind, string>,
    reference: 'Your reference',
    mailed: 'We have sent a confirmation to whoever wrote it, to you and to your department’s mailbox.',
    nextHeading: 'What happens next',
    next: [
      'The council’s checks run, and it waits in the council’s queue for a reviewer.',
      'The reviewer accepts it, or sends named sections back with reasons. Your department is told by email.',
      'Until a reviewer has claimed it you can withdraw it.',
    ],
    open: { 'evidence-return': 'Open the evidence return', 'delivery-plan': 'Open the delivery plan' } satisfies Record<SubmissionKind, string>,
  },
  version: {
    title: (number: number) => `Version ${number}`,
    signed: (name: string, when: string) => `Signed off and submitted by ${name}, ${when}. A submitted version is never changed.`,
    checksum: 'Checksum (SHA-256)',
    figures: 'The figures beside it are those of the day it was signed.',
  },
  conflict: {
    title: 'Your changes were not saved',
    lead: 'Below is what you typed. Copy what you need, open the page again and put it in.',
    open: 'Open it as it stands now',
  },
};
