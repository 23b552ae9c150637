import { differenceInWords, type FigureStyle, figureInWords } from '#domain/judgements/figure-words.js';
import { periodOf } from '#features/observations/stored-period.js';
import { type ParentCell, type RevisedCell, type CellName } from './plausibility.queries.js';

/** "South West, school year 2023/24: 34%, but 58% in the releases before (41% lower). …" */
export function revisionSentence(cell: RevisedCell, usual: number, style: FigureStyle): string {
  const { before, after } = cell;
  const change = `${percent(Math.abs(after - before) / Math.abs(before))} ${after < before ? 'lower' : 'higher'}`;
  return `${cellInWords(cell)}: ${figureInWords(after, style)}, but ${figureInWords(before, style)} in the releases before (${change}). Half of the figures that changed did so by less than ${percent(usual)}.`;
}

export function averageSentence(cell: ParentCell, style: FigureStyle): string {
  const { value, parts, lowest, highest } = cell;
  return `${cellInWords(cell)}: ${figureInWords(value, style)} is outside the range of its ${parts} parts, ${figureInWords(lowest, style)} to ${figureInWords(highest, style)}, which an average cannot be.`;
}

export function totalSentence(cell: ParentCell, style: FigureStyle): string {
  const { value, parts, sum } = cell;
  return `${cellInWords(cell)}: ${figureInWords(value, style)} is not the sum of its ${parts} parts, ${figureInWords(sum, style)}.`;
}

/** @param found changes a year */
export function ownPastSentence(cell: CellName & { value: number; previous: string }, found: { change: number; usual: number }, style: FigureStyle): string {
  return `${cellInWords(cell)}: ${figureInWords(cell.value, style)}, a change of ${signed(found.change, style)} a year since ${cell.previous}, where ${signed(found.usual, style)} is usual.`;
}

/** "South West, school year 2023/24" */
export function cellInWords({ areaName, start, months }: CellName): string {
  return `${areaName}, ${periodOf(start, months).label}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)}%`;
}

function signed(value: number, style: FigureStyle): string {
  return `${value < 0 ? '−' : '+'}${differenceInWords(value, style)}`;
}
