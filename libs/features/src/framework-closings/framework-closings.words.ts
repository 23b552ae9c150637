const things = (count: number): string => (count === 1 ? '1 thing' : `${count} things`);

/** The words of the pages on which a framework is closed, and of its last edition. */
export const closingsWords = {
  service: 'Waymark',
  aFramework: 'That framework',
  aClosing: 'A closing of this framework',
  aMission: 'That mission of this framework',
  anEdition: 'A last edition of that framework',
  changed: 'Somebody has changed the closing since you opened the page',
  announcedAlready: 'The closing is announced. Take the announcement back to change it',
  notNow: 'This cannot be done now',
  success: 'Success',
  labels: { reason: 'Reason', outcome: 'What becomes of the mission' },
  events: {
    announced: (day: string) => `Announced for ${day}.`,
    closed: (unanswered: number) => `Closed. ${things(unanswered)} unanswered.`,
  },
  show: {
    titleClosed: (framework: string) => `${framework}: last edition`,
    titleOpen: (framework: string) => `${framework}: what would be unanswered`,
    closed: (day: string) => `This framework of missions was closed on ${day}. Nothing of it is asked, submitted or judged any more. This page was frozen then.`,
    announced: (day: string) => `The council closes this framework on ${day}.`,
    open: 'Nobody has announced that this framework is closed. This is what would be printed as unanswered if it were closed today.',
    announcedPreview: 'This is what would be printed as unanswered if it were closed today. It changes until the day.',
    count: (count: number) => (count === 0 ? 'Nothing is unanswered.' : `${things(count)} unanswered.`),
    countThen: (count: number) => (count === 0 ? 'Nothing was unanswered when the framework was closed.' : `${things(count)} unanswered when the framework was closed.`),
    facts: { day: 'Closed on', closes: 'Closes on', reason: 'Why', decision: 'Decision of the council', announced: 'Announced', by: (name: string, at: string) => `${name}, ${at}` },
    missions: 'Missions', whole: 'The framework as a whole',
    outcome: 'What becomes of it', outcomeThen: 'What became of it', noOutcome: 'Nobody has said', carriedOn: 'Carried on in',
    stands: 'How it stood', computed: 'The figures said', department: 'The department said', council: 'The council said', none: { department: 'No accepted rating', council: 'No judgement' },
    targets: 'Targets', targetColumns: { target: 'Target', verdict: 'Verdict', why: 'Why' }, notJudged: 'Not judged', nobodyJudged: 'Not judged',
    unanswered: 'Unanswered', unansweredThen: 'Unanswered when the framework was closed', nothing: 'Nothing.',
    columns: { what: 'What', owner: 'Whose', age: 'Since', due: 'Due' }, nobody: 'Nobody', noDay: 'No day set',
    age: (since: string, days: number) => `${since} (${days === 1 ? '1 day' : `${days} days`})`,
    files: 'Files', json: 'JSON, the bytes that the checksum is over', checksumFile: 'Its checksum as a file', csv: 'CSV',
    checksum: 'Checksum', checksumText: (sum: string) => `SHA-256 of the JSON: ${sum}`, verify: 'Download the JSON and its checksum and run: waymark report verify last-edition.json',
    audit: (position: number, head: string) => `Head of the audit chain when it was frozen: line ${position}, ${head}`,
    licence: 'Licence', history: 'History', prepare: 'For the council: prepare the closing', mission: 'The mission’s page',
  },
  prepare: {
    title: 'Prepare the closing', caption: 'Only the council reads this page. Readers see the closing once it is announced.',
    decisionFirst: 'The council closes a framework together. Propose the decision, open the vote and close it; then come back.', propose: 'Propose the decision to close it', noDecision: 'The council has not adopted a decision to close this framework.',
    day: 'Day, reason and decision', dayLink: 'Enter the day, the reason and the decision', change: 'Change', missions: 'What becomes of each mission', missionsCaption: 'Missions', columns: { mission: 'Mission', outcome: 'What becomes of it', reason: 'Why', act: 'Change' }, open: 'Not said yet',
    state: 'State', announce: 'Announce the closing', takeBack: 'Take the announcement back', preview: 'What would be printed as unanswered', visually: (mission: string) => ` ${mission}`, edition: 'The last edition', notChair: 'A chair writes and announces it.',
  },
  day: {
    title: 'Day, reason and decision', lead: ['The framework is closed at the beginning of that day in London, or at once where it is today.'], decision: 'Which decision of the council?', choose: 'Choose a decision', closesOn: 'On which day is it closed?', closesOnHint: 'Today or later, for example 31 3 2027', reason: 'Why is it closed?', reasonHint: 'Published word for word.', button: 'Save', done: 'Saved. It is not public yet.',
  },
  ending: {
    title: (mission: string) => `What becomes of “${mission}”`, lead: ['Published word for word with the last edition.'], outcome: 'What becomes of the mission?', successor: 'If it is carried on: which mission carries it on?', noSuccessor: 'None', reason: 'Why?', button: 'Save', done: 'Saved. It is not public yet.',
  },
  announce: {
    title: 'Announce the closing', lead: ['It becomes public at once, and everybody whom it concerns is told.', 'You can take it back until its day. A framework that is closed stays closed.'], day: 'Closes on', today: 'today: the framework is closed as soon as you announce it', reason: 'Why', unanswered: 'Unanswered today', line: (mission: string, count: number) => `${mission}: ${things(count)}`, button: 'Announce the closing', done: 'The closing is announced.', closed: 'The framework is closed. This is its last edition.',
  },
  takeBack: { title: 'Take the announcement back', lead: ['The framework goes on. Everybody who was told of the closing is told of this, with your reason.'], reason: 'Why is it taken back?', button: 'Take it back', done: 'The announcement is taken back.' },
  back: 'Prepare the closing',
};
