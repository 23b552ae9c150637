import { capitalised } from '#domain/judgements/figure-words.js';
import { isVerdict, type Verdict, VERDICTS } from '#domain/judgements/verdict.js';
import { frameworksPaths } from '../frameworks.paths.js';
import { frameworksWords } from '../frameworks.words.js';
import { type MissionLine } from './mission-line.js';

/** Which missions somebody asked for; '' where it does not matter. */
export interface MissionsFilter {
  lead: string;
  status: Verdict | '';
}

export const ALL_MISSIONS: MissionsFilter = { lead: '', status: '' };

interface Choice {
  value: string;
  text: string;
  selected: boolean;
}

export interface MissionsFilterForm {
  action: string;
  isSet: boolean;
  leads: Choice[];
  statuses: Choice[];
  shown: string | undefined;
}

/** What nobody could have chosen counts as not asked for. */
export function filterOf({ lead, status }: { lead?: unknown; status?: unknown }): MissionsFilter {
  return { lead: typeof lead === 'string' ? lead : '', status: typeof status === 'string' && isVerdict(status) ? status : '' };
}

export function isSet({ lead, status }: MissionsFilter): boolean {
  return lead !== '' || status !== '';
}

export function matches({ lead, standing }: MissionLine, filter: MissionsFilter): boolean {
  return (filter.lead === '' || lead?.organisation.slug === filter.lead) && (filter.status === '' || standing?.computed?.verdict === filter.status);
}

/** Choices that some mission has, and what was chosen. */
export function filterForm(slug: string, lines: readonly MissionLine[], filter: MissionsFilter): MissionsFilterForm {
  const { all } = frameworksWords.filter;
  const leads = new Map(lines.flatMap(({ lead }) => (lead ? [[lead.organisation.slug, lead.organisation.name] as const] : [])));
  const statuses = new Map(lines.flatMap(({ standing }) => (standing?.computed ? [[standing.computed.verdict, VERDICTS[standing.computed.verdict]] as const] : [])));
  const choices = (found: ReadonlyMap<string, string>, chosen: string): Choice[] => [
    { value: '', text: all, selected: chosen === '' },
    ...[...found].sort((a, b) => a[1].localeCompare(b[1], 'en-GB')).map(([value, text]) => ({ value, text: capitalised(text), selected: value === chosen })),
  ];
  return {
    action: frameworksPaths.framework(slug),
    isSet: isSet(filter),
    leads: choices(leads, filter.lead),
    statuses: choices(statuses, filter.status),
    shown: isSet(filter) ? frameworksWords.filter.shown(lines.filter((line) => matches(line, filter)).length, lines.length) : undefined,
  };
}
