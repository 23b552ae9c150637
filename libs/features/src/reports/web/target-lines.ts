import { type MissionFacts } from '#domain/reports/mission-facts.js';
import { verdictTag } from '#features/missions/verdict-tag.js';
import { reportsWords } from '../reports.words.js';

export interface TargetLine {
  title: string;
  tag: { text: string; classes: string };
  sentence: string;
}

export function targetLines({ targets }: Pick<MissionFacts, 'targets'>): TargetLine[] {
  return targets.map(({ title, verdict, sentence }) => ({ title, tag: verdict ? verdictTag(verdict) : { text: reportsWords.notJudged, classes: 'govuk-tag--grey' }, sentence: sentence ?? '' }));
}
