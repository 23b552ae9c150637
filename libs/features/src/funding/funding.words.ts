import { FEWEST_PLACES, SIGNIFICANT_BELOW, STRENGTH_FROM, type Strength } from '#domain/funding/funding-strength.js';

/** The words of the pages of money. */
export const fundingWords = {
  list: {
    title: 'Funding',
    intro: 'Funds that government awards to places, what they are meant to serve, and how the money goes with deprivation.',
    none: 'No fund has been loaded.',
    columns: { fund: 'Fund', missions: 'Missions', awards: 'Awards', authorities: 'Authorities', money: 'Money' },
  },
  noMission: 'No mission named',
  noAmount: 'no amount published',
  noData: 'No data',
  notMatched: 'not matched to an authority',
  source: { publisher: 'Publisher', link: 'Where it is published', licence: 'Licence', unknown: 'Not said: the fund is known from a file of awards alone', awarded: 'Awarded', missions: 'Meant to serve', eligible: 'Places that could get some', money: 'Money in all', projects: 'Projects listed by code' },
  eligible: (places: number) => (places === 1 ? '1 local authority' : `${places} local authorities in the register`),
  noAwards: 'No awards by place have been loaded, so nothing can be said of who got any.',
  who: {
    heading: 'Who got any',
    intro: 'Local authorities that could get some, in fifths from the most to the least deprived by the average score of the English indices of deprivation 2019.',
    by: { people: 'Each fifth holds about a fifth of the people.', places: 'Each fifth holds about a fifth of the authorities: population is not loaded for all of them, so fifths are of places and not of people.' },
    columns: { fifth: 'Fifth', eligible: 'Could get some', awarded: 'Got some', share: 'Share that got some', money: 'Money', moneyShare: 'Share of the money' },
    fifths: ['Most deprived fifth', 'Second', 'Third', 'Fourth', 'Least deprived fifth'] as readonly string[],
    noScores: 'No data: deprivation is not loaded for any of these places.',
    most: (share: string, by: 'people' | 'places') => `${share} of the money that can be placed went to the most deprived fifth ${by === 'people' ? 'by people' : 'of authorities'}.`,
    unplaced: (places: number, awarded: number, money: string) => `${places === 1 ? '1 place has' : `${places} places have`} no deprivation figure under the code in use and ${places === 1 ? 'is' : 'are'} in no fifth; ${awarded} of them got some, ${money} in all.`,
  },
  howMuch: {
    heading: 'How much, among those that got some',
    method: `Kendall’s τ-b between the deprivation score and the money, with a permutation test of 1,999 shuffles from a fixed seed. A size below ${STRENGTH_FROM.weak} is none, from ${STRENGTH_FROM.weak} weak, from ${STRENGTH_FROM.moderate} moderate, from ${STRENGTH_FROM.strong} strong; a p of ${SIGNIFICANT_BELOW} or more is not robust, however large the size.`,
    perHead: { true: 'Money is per head of population.', false: 'Money is in pounds and not per head: population is not loaded for all of them.' },
    nobody: 'No place with a deprivation figure has a published amount.',
    tooFew: (places: number) => `Only ${places} ${places === 1 ? 'place' : 'places'} with a deprivation figure and an amount: fewer than ${FEWEST_PLACES} say nothing.`,
    noOrder: 'All of them got the same, or are as deprived as each other: there is no order to compare.',
    strength: { none: 'no relation', weak: 'a weak relation', moderate: 'a moderate relation', strong: 'a strong relation' } satisfies Record<Strength, string>,
    direction: { more: ', more deprived places getting more', less: ', more deprived places getting less', neither: '' },
    robust: { true: 'It is more than chance would do.', false: 'Not robust: it is not to be relied on.' },
    found: (places: number, tau: string, p: string) => `τ-b ${tau}, p ${p}, over ${places} authorities.`,
  },
  picture: {
    title: 'Money of each authority against its deprivation',
    subtitle: (fund: string) => `${fund}: authorities that got some, by average deprivation score (higher is more deprived) and money`,
    x: 'Average deprivation score, 2019', y: '£ million', yPerHead: '£ per head',
    columns: { authority: 'Authority', score: 'Deprivation score', money: 'Money' },
  },
  regions: { heading: 'Money by region, all years together', columns: { region: 'Region', awards: 'Awards', money: 'Money', perHead: 'Per head' }, noPopulation: 'No data: population not loaded', unknown: 'Region not known' },
  awards: {
    heading: 'Awards', columns: { place: 'Place', authority: 'Authority', year: 'Year', rdel: 'Day to day', cdel: 'Capital', total: 'Total' },
    doesNotAddUp: 'as published; the parts do not add up to the total', noYear: (awarded: string) => `${awarded} (of the fund; the file gives none)`, yearUnknown: 'not given',
    csv: 'Download the awards (CSV)', metadata: 'What the columns mean (CSVW)',
    rounding: 'Awards stand as published. Nothing is repaired or divided between years or places.',
  },
  csv: { title: (fund: string) => `Awards of the ${fund}`, description: 'One row for each award, as published; an amount that is not given is empty.' },
};
