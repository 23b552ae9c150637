/** The words of the council's own pages. */
export const councilWords = {
  success: 'Success',
  dateHint: 'For example, 23 11 2026',
  page: {
    title: 'The council',
    intro: 'The council judges the missions independently of government. Its roles alone write its judgements, inquiries and reports and decide on alerts; it reads every figure and every return that is handed in without asking. Administrators cannot take those rights.',
    members: {
      title: 'Members and staff', caption: 'Who holds a role in the council', empty: 'Nobody holds a role in the council.',
      columns: { name: 'Name', role: 'Role', appointedBy: 'Appointed by', from: 'From', until: 'Until', interests: 'Declared interests' },
      notStated: 'Not stated', noEnd: 'No end stated', noInterests: 'None declared', from: (office: string) => `on loan from ${office}`,
    },
    ended: { title: 'Terms that have ended', caption: 'Terms that have ended', empty: 'No term has ended.', columns: { name: 'Name', appointedBy: 'Appointed by', from: 'From', until: 'Until', ended: 'Ended', why: 'Why' } },
    budget: {
      title: 'Budget and staff', caption: 'Budget and staff by financial year', empty: 'No budget has been entered.', notStated: 'Not stated', yearOf: (year: number) => `April ${year} to March ${year + 1}`,
      columns: { year: 'Year', givenBy: 'Given by', amount: 'Amount', spent: 'Spent', staff: 'Full-time staff', note: 'Note' },
    },
    quorum: {
      title: 'How the council decides',
      rule: (leastNumber: number, leastShare: number) =>
        `The council decides where at least ${leastNumber} ${leastNumber === 1 ? 'member is' : 'members are'} present and at least ${leastShare}% of the members in office. Members who are recused do not count as present. A decision is adopted where more members vote for it than against it; a tie adopts nothing. Dissent is printed beside the decision.`,
    },
    links: { title: 'More about the council', grants: 'Who was given a role in the council', decisions: 'Decisions of the council', interests: 'Register of interests' },
    changes: { title: 'Changes of this page', caption: 'What was changed, newest first', empty: 'Nothing has been changed.', columns: { when: 'When', what: 'What', who: 'By' } },
  },
  keep: {
    title: 'Keep the council’s public page', intro: 'Members’ terms, budget and quorum. Every change is published with your name.', council: 'The public page',
    members: 'Terms', budgets: 'Budget and staff', newMember: 'Enter a term', newBudget: 'Enter a year', quorum: 'Change the quorum', change: 'Change', nothing: 'Nothing entered yet.',
  },
  member: {
    newTitle: 'Enter a member’s term', editTitle: (name: string) => `Change the term of ${name}`, intro: 'Published as soon as you save it, with your name.', person: 'Person', choose: 'Choose a person',
    appointedBy: 'Who appointed them', from: 'First day', until: 'Last day, where one is set', ended: 'The day it ended, if it has', endedWhy: 'Why it ended', button: 'Save and publish', saved: 'Saved and published.',
    aTerm: 'That term', changed: 'Somebody has changed this since you opened the page',
    entered: (name: string, by: string) => `Term of ${name} entered, appointed by ${by}`, changedTo: (name: string, what: string) => `Term of ${name} changed: ${what}`,
    fields: { appointedBy: 'appointed by', from: 'first day', until: 'last day', endedOn: 'ended', endedWhy: 'why it ended' },
  },
  budget: {
    newTitle: 'Enter a year of the council’s budget', editTitle: (year: string) => `Change the budget of ${year}`, intro: 'Published as soon as you save it, with your name.',
    year: 'Year in which it begins', yearHint: 'Financial years begin in April', givenBy: 'Who gives it', amount: 'Amount in pounds', spent: 'Spent in pounds, if known', staff: 'Full-time staff, if known', note: 'Note', button: 'Save and publish', saved: 'Saved and published.',
    aBudget: 'That year', taken: 'That year is entered already', entered: (year: string, amount: string) => `Budget of ${year} entered: ${amount}`, changedTo: (year: string, what: string) => `Budget of ${year} changed: ${what}`,
    fields: { year: 'year', givenBy: 'given by', amount: 'amount', spent: 'spent', staff: 'full-time staff', note: 'note' },
  },
  quorum: {
    title: 'Change the quorum', intro: 'It holds for votes that are opened from now on.', leastNumber: 'Least number of members', leastShare: 'Least share of the members in office, in percent', reason: 'Why', reasonHint: 'Published word for word.',
    button: 'Save and publish', saved: 'Saved and published.', changedTo: (number: number, share: number, reason: string) => `Quorum changed to ${number} and ${share}%: ${reason}`,
  },
  fromTo: (before: string, after: string) => `from “${before || 'nothing'}” to “${after || 'nothing'}”`,
  decisions: {
    title: 'Decisions of the council', intro: 'What the council decided together, how each member voted, who was recused and why, and what those who disagreed say. A decision is published when its vote is closed and is not changed afterwards.',
    empty: 'The council has not closed a vote yet.', caption: 'Decisions, newest first', columns: { when: 'Closed', what: 'Decision', about: 'About', outcome: 'Outcome' },
    adopted: 'Adopted', notAdopted: 'Not adopted',
    reasons: { majority: 'More members voted for it than against it.', 'no-majority': 'More members voted against it than for it.', tie: 'As many members voted for it as against it.', 'no-quorum': 'Too few members were present.' },
  },
  decision: {
    title: (title: string) => `Decision: ${title}`, workTitle: (title: string) => `Decide together: ${title}`, about: 'About', mission: 'Mission', reference: 'Reference', proposed: 'Proposed', closed: 'Closed', outcome: 'Outcome', quorum: 'Quorum',
    quorumText: (present: number, needed: number, inOffice: number) => `${present} of ${inOffice} members in office were present; ${needed} were needed`,
    text: 'What was decided on', votes: 'How each member voted', votesCaption: 'Votes', columns: { who: 'Member', part: 'Vote' }, recusals: 'Recused', dissent: 'Dissent', dissentOf: (name: string) => `Dissent of ${name}`,
    minute: 'Minute', absent: 'Absent', notYet: 'Has not voted yet', parts: { for: 'For', against: 'Against', abstain: 'Abstained', recused: 'Recused' }, by: (name: string, day: string) => `${name}, ${day}`, judgements: 'The council’s judgement that rests on it', back: 'Decisions of the council',
    byItself: (what: string) => `Declared interest: ${what}`, comesFrom: (office: string) => `Works for or comes from ${office}, which leads the mission`,
  },
  work: {
    title: 'Decisions before the council', intro: 'Proposed and open votes are read by members alone. A decision is public once its vote is closed.', propose: 'Propose a decision', empty: 'Nothing is before the council.', caption: 'Proposed and open',
    columns: { what: 'Decision', about: 'About', state: 'State', proposed: 'Proposed by' }, states: { proposed: 'Proposed', open: 'Vote is open', closed: 'Closed', withdrawn: 'Withdrawn' }, public: 'Decisions that are public', keep: 'Keep the council’s public page',
    open: 'Open the vote', vote: 'Vote, or say that you are recused', changeVote: 'Change your vote', close: 'Close the vote and publish', withdraw: 'Withdraw it', publicPage: 'Read the public page', state: 'State', yours: 'Your part',
  },
  propose: {
    title: 'Propose a decision', intro: 'A chair opens the vote. What you write cannot be changed afterwards: withdraw it and propose anew.', subject: 'What is it about?', mission: 'Mission, if it is about one', noMission: 'None', missionHint: 'Members who have declared an interest in it are recused.',
    about: 'Which inquiry, report, alert or framework, if it is about one', aboutHint: 'Its reference, for example AL-2026-7K3D; a framework’s title', titleField: 'Title', text: 'What is to be decided', textHint: 'Word for word, as it will be published.', button: 'Propose it', done: 'Proposed. A chair can open the vote now.', aMission: 'Select the mission from the list',
  },
  open: { title: 'Open the vote', intro: 'All members in office can vote until you close it. Those who have declared an interest in the mission are recused by themselves. Nobody takes an open vote back.', button: 'Open the vote', done: 'The vote is open.' },
  vote: {
    title: 'Vote', intro: 'Your vote is published with your name when the vote is closed. You can change it until then.', part: 'How do you vote?', choices: { for: 'For', against: 'Against', abstain: 'Abstain', recused: 'I am recused' },
    words: 'Your dissent, or why you are recused', wordsHint: 'Published word for word beside the decision. A dissent goes with a vote against or an abstention.', button: 'Save my vote', done: 'Your vote is saved.', recusedByItself: (why: string) => `You are recused from this decision. ${why}`, changed: 'You have voted, or were recused, since you opened the page', notMember: 'You were not in office when the vote was opened, so you have no vote',
  },
  close: { title: 'Close the vote and publish', intro: 'The votes are counted as they stand now. Decision, votes, dissent and minute are published at once and cannot be changed.', minute: 'Minute', minuteHint: 'What was said and why it came out like this. Published word for word.', button: 'Close the vote and publish', done: 'The vote is closed and published.', now: 'If you close it now' },
  withdraw: { title: 'Withdraw the proposal', intro: 'It is not put to a vote and is not published.', button: 'Withdraw it', done: 'The proposal is withdrawn.' },
  aDecision: 'That decision', changed: 'Somebody has voted, opened or closed it since you opened the page', notNow: 'This cannot be done now', peopleOnly: 'Only people of the council decide for it',
  labels: { part: 'Vote', words: 'Dissent or reason', minute: 'Minute', appointedBy: 'Who appointed them', endedWhy: 'Why it ended', givenBy: 'Who gives it', amount: 'Amount', spent: 'Spent', staff: 'Staff', note: 'Note' },
};
