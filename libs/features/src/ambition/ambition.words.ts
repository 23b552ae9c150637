import { type FiguresBasis } from './figures-of-day.js';

const BASES: Readonly<Record<FiguresBasis, string>> = {
  kept: 'by the releases of that day',
  cut: 'by today’s files cut at what had been published by then, for the releases of that day are not at hand',
  none: 'no figures by then',
};

export const ambitionWords = {
  heading: 'By the figures',
  intro: 'Computed for each target beside what people say of the mission, and never in its place: how likely the usual course of the series alone would have met it, whether meeting it would bring areas closer together, and what its level of geography cannot show.',
  empty: 'Nothing has been computed for the targets of this mission yet.',
  download: 'Download as CSV',
  method: 'How these are computed',
  columns: { target: 'Target', asSet: 'Ambition on the day it was set', hindsight: 'Ambition with hindsight', alignment: 'If it were met exactly', fitness: 'What its level of geography hides' },
  asSet: (verdict: string, day: string, basis: FiguresBasis, sentence: string) => `${verdict} (set on ${day}; ${BASES[basis]}). ${sentence}`,
  hindsight: (verdict: string, sentence: string) => `${verdict}. ${sentence}`,
  alignment: {
    reduces: (areas: number, percent: string) => `The disparity between ${areas} areas would shrink by ${percent}.`,
    widens: (areas: number, percent: string) => `The disparity between ${areas} areas would grow by ${percent}.`,
    same: (areas: number) => `The disparity between ${areas} areas would stay as it is.`,
    none: 'Cannot be said: fewer than three areas have a figure, or the target asks for nothing that can be met exactly.',
  },
  fitness: {
    share: (percent: string, areas: number, tracked: number) => `${percent} of the differences between ${areas} local authorities lie within the ${tracked} areas that it is told for, and do not show there.`,
    all: (areas: number) => `It is told for one area alone: of the differences between the ${areas} local authorities within it nothing shows.`,
    none: 'Nothing finer is published, or it is told for each local authority.',
  },
};
