import { type InquiryState, type QuestionState } from '#domain/inquiries/inquiry-status.js';
import { type InquiryEventAction } from './inquiry-event.entity.js';

/** The words of the pages of inquiries. */
export const inquiriesWords = {
  list: {
    title: 'Inquiries of the council',
    intro: 'What the council looks into, of its own motion or on commission, and what has come of it.',
    nothing: 'The council has opened no inquiry.',
    open: 'Open an inquiry',
    recommendations: 'All recommendations of the council',
    columns: { what: 'Inquiry', origin: 'Whose idea', missions: 'Missions', end: 'Expected end', state: 'Status' },
  },
  late: 'Past its expected end',
  commissioned: (by: string, on: string) => `Commissioned by ${by} on ${on}`,
  show: {
    caption: 'Inquiry',
    back: 'Back to inquiries',
    work: 'Work on this inquiry',
    facts: { origin: 'Whose idea', opened: 'Opened', missions: 'Missions', end: 'Expected end', published: 'Findings published' },
    scope: 'What it looks into',
    overdue: 'Evidence that is overdue',
    overdueLine: (organisation: string, due: string) => `${organisation}: the answer was due by ${due}.`,
    findings: 'Findings',
    writers: 'Who wrote the findings',
    writer: (number: number, name: string, at: string) => `Version ${number}: ${name}, ${at}`,
    evidence: 'Evidence asked for and given',
    recommendations: 'Recommendations',
    noRecommendations: 'The inquiry makes no recommendation.',
    followUp: 'What became of the recommendations',
    closed: 'Why it was closed although recommendations have no answer',
    abandoned: 'Why it was abandoned',
    timeline: 'Timeline',
  },
  evidence: {
    asked: (due: string) => `Asked; answer due by ${due}`,
    overdue: 'Overdue',
    late: 'Answered late',
    confidential: (organisation: string) => `${organisation} has answered and says that the answer is confidential, because:`,
    notQuoted: (organisation: string) => `${organisation} has answered. The answer is not quoted.`,
    notAnswered: (organisation: string) => `${organisation} has not answered.`,
    withdrawn: 'The council has withdrawn the question, because:',
  },
  followUp: { title: (title: string) => `What became of the recommendations: ${title}`, back: 'Back to the inquiry', nothing: 'The inquiry makes no recommendation.', progress: 'Last report of progress' },
  create: {
    title: 'Open an inquiry', lead: ['That the inquiry is open, and all that you enter here, is public at once and cannot be changed.'], button: 'Open the inquiry', done: 'The inquiry is open.',
    name: 'Title', scope: 'What does it look into?', origin: 'Whose idea is it?', commissionedBy: 'Who commissioned it?', commissionedByHint: 'Only if it is commissioned.', commissionedOn: 'When was it commissioned?',
    commissionedOnHint: 'Only if it is commissioned. For example, 27 3 2026.', missions: 'Which missions is it about?', expectedEnd: 'When is it expected to end?', dateHint: 'For example, 27 3 2027.',
  },
  work: {
    title: 'Work on the inquiry', back: 'Back to the inquiry', ask: 'Ask for evidence', questions: 'Evidence', noQuestions: 'Nobody has been asked.', read: 'Read', findings: 'Findings',
    write: 'Write the findings', noFindings: 'Nobody has written findings.', versions: 'Versions', drafts: 'Recommendations to make', noDrafts: 'No recommendation has been drafted.', addDraft: 'Add a recommendation',
    change: 'Change', remove: 'Remove', secret: 'Nobody but the council reads this page. Findings and recommendations are public when the findings are published.', moves: 'Next steps',
    days: (days: number) => `answer due ${days} working days after publication`,
  },
  findings: { title: 'Findings', lead: ['Each time you save, a new version is kept with your name. Only the last one is published.'], button: 'Save a new version', done: 'The version is saved.', text: 'The findings', back: 'Back to the work on the inquiry', version: (number: number) => `Findings, version ${number}` },
  draft: {
    add: 'Add a recommendation', change: 'Change the recommendation', remove: 'Remove the recommendation', lead: ['It is made, and public, when the findings are published.'], removeLead: ['It is not made. Nobody outside the council has read it.'],
    save: 'Save', removeButton: 'Remove', saved: 'The recommendation is saved.', removed: 'The recommendation is removed.', text: 'What is recommended?', addressee: 'Who is to answer?', mission: 'Which mission is it about?', none: 'None', choose: 'Select one',
    days: 'Working days for the answer', daysHint: 'Counted from the day of publication.',
  },
  ask: { title: 'Ask for evidence', lead: ['Only those whom you ask read the question before the findings are published. If the answer is late, this is public at once.'], button: 'Ask', done: 'The question is asked.', organisation: 'Whom do you ask?', choose: 'Select one', question: 'What do you ask?', dueOn: 'By when is it to be answered?', dueOnHint: 'A working day, at least 10 working days from now. For example, 27 3 2027.' },
  asked: { title: 'Questions of inquiries', intro: 'What the council’s inquiries ask of your organisation.', nothing: 'Nothing is asked of your organisation.', due: (day: string) => `Due by ${day}`, columns: { what: 'Inquiry', due: 'Answer', state: 'Status' } },
  question: {
    caption: 'Question of an inquiry', title: (organisation: string) => `Question to ${organisation}`, back: 'Back to questions of inquiries', facts: { inquiry: 'Inquiry', to: 'Asked of', due: 'Answer due by' }, question: 'What is asked',
    answer: 'The answer', confidential: 'Why it is confidential', withdrawn: 'Why the question was withdrawn', answerLink: 'Answer', withdrawLink: 'Withdraw the question',
  },
  answer: {
    title: 'Answer the question', lead: ['You answer once. If you agree, the answer is published with the findings, whole or not at all. If it is confidential, that it exists and your reason are published instead.'], button: 'Send the answer', done: 'The answer is sent.',
    text: 'Your answer', publish: 'May it be published?', options: [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No, it is confidential' }], confidentialReason: 'Why is it confidential?', confidentialReasonHint: 'Only if it is. The reason is public.', back: 'Back to the question',
  },
  withdraw: { title: 'Withdraw the question', lead: ['No answer is due any more. Question and reason are public with the findings.'], button: 'Withdraw', done: 'The question is withdrawn.', text: 'Why is it withdrawn?' },
  moves: {
    gather: { title: 'Start gathering evidence', lead: ['Findings can be published from this step on.'], button: 'Start', done: 'Evidence is being gathered.' },
    publish: {
      title: 'Publish the findings', lead: ['Findings, recommendations, questions and answers are public at once and cannot be changed. Addressees are told, and their days begin.'], button: 'Publish', done: 'The findings are published.',
      quoted: 'Which answers are quoted?', quotedHint: 'An answer is quoted whole or not at all. Confidential answers are never quoted.', findings: (number: number) => `Findings, version ${number}`,
    },
    close: { title: 'Close the inquiry', lead: ['Its recommendations are followed up until they have ended.'], button: 'Close', done: 'The inquiry is closed.', reason: 'Why, if recommendations have no answer?' },
    abandon: { title: 'Abandon the inquiry', lead: ['The inquiry stays public, with your reason. What was asked, answered and written is never published.'], button: 'Abandon', done: 'The inquiry is abandoned.', reason: 'Why is it abandoned?' },
  },
  timeline: {
    open: 'Opened', gather: 'Gathering of evidence started', ask: 'Evidence asked', answer: 'Answered', 'withdraw-question': 'Question withdrawn', lapse: 'Not answered', remind: 'Reminded', 'mark-overdue': 'Answer marked overdue',
    publish: 'Findings published', close: 'Closed', abandon: 'Abandoned',
  } satisfies Record<InquiryEventAction, string>,
  labels: { text: 'Your text', reason: 'Your reason', question: 'What you ask', confidentialReason: 'Why it is confidential' },
};

export const STATE_CLASSES: Record<InquiryState, string> = { open: 'govuk-tag--light-blue', 'gathering-evidence': 'govuk-tag--blue', 'findings-published': 'govuk-tag--yellow', closed: 'govuk-tag--green', abandoned: 'govuk-tag--grey' };

export const QUESTION_CLASSES: Record<QuestionState, string> = { asked: 'govuk-tag--blue', answered: 'govuk-tag--green', withdrawn: 'govuk-tag--grey', 'not-answered': 'govuk-tag--red' };
