import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { type ImportWarning, type WarningKind } from '../import-warning.entity.js';
import { releasesPaths } from '../releases.paths.js';
import { type WarningsOfRelease } from '../warnings.queries.js';
import { releasesWords } from '../releases.words.js';

const words = releasesWords.warnings;

interface WarningLine {
  sentence: string;
  metric: string;
  kind: string;
  state: string;
  note: string;
  href: string | undefined;
  label: string;
}

export interface WarningsSection {
  summary: string;
  unlisted: string | undefined;
  rows: WarningLine[];
  /** All that are open of a kind at once; for statisticians. */
  ofKind: { href: string; text: string }[];
}

export function warningsSection(releaseId: number, { listed, found }: WarningsOfRelease, statistician: boolean): WarningsSection {
  const open = listed.filter(({ acknowledgedAt }) => acknowledgedAt === null);
  const compared = listed.filter(({ kind }) => kind !== 'row').length;
  const done = listed.length === 0 ? words.nothing : words.open(open.length);
  return {
    summary: found === null ? words.working : done,
    unlisted: found !== null && found > compared ? words.unlisted(found, compared) : undefined,
    rows: listed.map((warning) => lineOf(releaseId, warning, statistician)),
    ofKind: statistician ? kindsOf(open).map(([kind, count]) => ({ href: releasesPaths.acknowledge(releaseId, kind), text: words.acknowledgeAll(kind, count) })) : [],
  };
}

function kindsOf(open: readonly ImportWarning[]): [WarningKind, number][] {
  const counts = new Map<WarningKind, number>();
  for (const { kind } of open) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts];
}

function lineOf(releaseId: number, { id, sentence, metric, kind, acknowledgedAt, acknowledgedByUser, note }: ImportWarning, statistician: boolean): WarningLine {
  return {
    sentence,
    metric: metric?.name ?? '',
    kind: words.kind[kind],
    state: acknowledgedAt ? words.by(acknowledgedByUser?.name ?? '', longDate(londonDate(acknowledgedAt))) : words.not,
    note: note ?? '',
    href: statistician && !acknowledgedAt ? releasesPaths.acknowledge(releaseId, id) : undefined,
    label: words.acknowledgeLabel(sentence),
  };
}
