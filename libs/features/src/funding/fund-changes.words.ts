/** The words of what has changed beside a fund's money. */
export const fundChangesWords = {
  heading: 'What has changed in the targets it is meant to serve',
  noCause: 'No cause is claimed. These are the changes observed since each target’s baseline, for everybody and whatever their reasons; nothing here says that the money brought them about.',
  money: (money: string) => `Beside them stands the money awarded, all years together: ${money}.`,
  noMission: 'The fund is tied to no mission, so no target stands beside the money.',
  columns: { target: 'Target', baseline: 'At the baseline', latest: 'Latest figure', change: 'Change observed', verdict: 'What the figures say' },
  manyAreas: 'over many areas: see the target',
  noData: 'No data',
  noBaseline: 'no baseline',
  notJudged: 'not judged yet',
  notComparable: 'cannot be compared: the series was broken in between, or there is no later figure',
  up: (amount: string) => `up ${amount}`,
  down: (amount: string) => `down ${amount}`,
  same: 'no change',
  shown: { better: 'better', worse: 'worse', neither: 'could be chance or rounding' },
};
