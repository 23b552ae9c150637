import { type StatementSection } from './statement.js';

export const FORECASTS: StatementSection = {
  heading: 'How forecasts were tested',
  id: 'forecasts',
  paragraphs: [
    'Where there are figures enough, the page of a target says what is likely to come: the middle of what may be, a band that should hold the figure in 80 of 100 cases, and a chance in words. A forecast is not a verdict and changes none. It is ours, and not an official statistic.',
    'Every way of forecasting was held against figures that had been hidden from it. Each series was cut off at every period that left at least five figures, forecast up to seven periods ahead, and held against what then came. All choices were made on series cut off by the end of 2018; the years after are the test.',
  ],
  list: [
    'a chance is shown only for metrics whose 80% band held 70% to 90% of the hidden figures, so many periods ahead; where it did not, the page says so',
    'each chance was held against two plain guesses: how often the metric had got better before, and that nothing changes',
    'figures were those of the newest release, not as first published, so revisions are not in the error; that flatters the forecasts of figures that are revised much',
  ],
};

export const AMBITION: StatementSection = {
  heading: 'How ambition, alignment and geography are computed',
  id: 'ambition',
  paragraphs: [
    'Beside what people say of a mission’s quality stand three things that figures can say of its targets. They never replace the verdicts of people and change no verdict on progress.',
    'Ambition is the chance that the usual course of the series alone would have met the target, by what had been published on the day it was set. The same by what is published now stands beside it, with hindsight. Where the releases of that day are not at hand, today’s files are cut at the periods that had been published by then, and the page says so.',
  ],
  list: [
    'not ambitious enough: the chance was 80% or more. A series that was going the wrong way is never called likely to meet its target',
    'too ambitious: the chance was 5% or less, and the pace it asks for is above all but one in twenty that places of the same level have kept up for as long',
    'right level: anything between, or a small chance of a pace that has a precedent',
    'more information needed: fewer than five independent figures on one footing, no number, figures that measure something else, or success that hangs on who can negotiate and carry out',
    'if it were met exactly: the variance between areas less the mean of their squared errors, today and with no more than the target asks for. A rise in every area leaves the others where they are; a national figure moves every area by the same',
    'what its level of geography hides: the part of the variance between local authorities that lies within the areas the target is told for',
  ],
};
