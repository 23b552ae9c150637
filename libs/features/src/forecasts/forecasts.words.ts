/** Words of a forecast on the page of its target. */
export const forecastsWords = {
  heading: 'What is likely to come',
  none: {
    'over-areas': 'There is no forecast, and no chance: this target is a rule over many areas. Our method forecasts one series of figures, and a rule over areas is none; how likely such a rule is to be kept depends on how areas share their shocks, which has not been tested. How ambitious it was is told by the quality of the mission.',
    'no-target': 'There is no forecast: the target asks for nothing that a figure could be held against.',
    'no-figures': 'There is no forecast: there are no figures for the baseline and after.',
    'too-few-figures': 'There is no forecast: there are fewer figures than a forecast needs.',
    decided: 'There is no forecast: the figure that decides is there.',
  },
  notYet: 'The forecast follows within minutes of the verdict.',
  chance: (words: string, target: string, period: string) => `The chance of ${target} or better in ${period}, if things go on as they have: ${words}.`,
  direction: (words: string, target: string, period: string) => `The chance of a figure better than the baseline’s, ${target}, in ${period}, if things go on as they have: ${words}.`,
  corrected: (bands: string, more: boolean) =>
    `The bands alone would say ${bands}. Held against figures up to 2018, chances of this metric came true ${more ? 'more' : 'less'} often than the bands had said, and the chance above is put right by that.`,
  fixed: 'The bands play no part in it: held against figures up to 2018, they said nothing about what came true, and the chance above is how often figures of this metric got better.',
  fails: (percent: string, periods: string) =>
    `No chance is shown. Held against figures that had been hidden from it, ${periods} ahead, the 80% interval of this metric held ${percent} of them; a chance is shown only where it holds 70% to 90%.`,
  untested: 'No chance is shown: too few figures of this metric are old enough to test its forecasts.',
  beyond: (tested: string) => `The test reaches ${tested} ahead, and this is farther: take the chance with care.`,
  note: 'A forecast is not a verdict and changes none. It is ours, and not an official statistic.',
  band: 'The lighter band is meant to hold the figure in 80 of 100 cases, the darker one within it in 50; the line runs through the middle.',
  method: 'How forecasts were tested',
  models: {
    'random-walk': 'a random walk without drift',
    'random-walk-with-drift': 'a random walk with drift',
    'local-level': 'a local level by Kalman filter',
    'local-trend': 'a local trend by Kalman filter, its drift pooled over other areas',
    'peers-level': 'a level that moves with that of all areas, and one of its own beside it',
    'peers-mean-drift': 'the mean pace of all areas, and a level of its own beside it',
    'peers-recent-drift': 'the pace of all areas over their last three figures, and a level of its own beside it',
  },
  made: (model: string, peers: number, version: string, day: string, releases: string) =>
    `By ${model}${peers > 1 ? `, beside ${peers - 1} other series of the metric` : ', from its own figures alone'}. Method version ${version}, made on ${day} from ${releases}.`,
  periods: (count: number) => (count === 1 ? 'one period' : `${count} periods`),
  forecast: 'Forecast',
  csv: (target: string) => `Download every forecast made of this target: ${target} (CSV)`,
  file: {
    title: (target: string) => `Forecasts: ${target}`,
    description: 'Every forecast ever made of the target, the newest first, a row for each period to the one that decides. A chance is given only where the test of the metric at that horizon held; otherwise its cell is empty and the next one says why.',
    publisher: 'Waymark',
  },
  table: { period: 'Period', columns: ['Lowest 10% below', 'Lower quarter below', 'Middle', 'Upper quarter above', 'Highest 10% above'] },
} as const;
