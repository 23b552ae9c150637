import { capitalised } from '#domain/judgements/figure-words.js';
import { incentiveStanding } from '#domain/mission-quality/incentive-review.js';
import { isOpenTerm, openParts } from '#domain/mission-quality/open-parts.js';
import { FINDING_FIELDS, QUALITY_SECTIONS, type QualitySection, valueOf } from '#domain/mission-quality/quality-section.js';
import { ambitionTable } from '#features/ambition/ambition-table.presenter.js';
import { type StandingAmbition } from '#features/ambition/ambition.queries.js';
import { ambitionWords } from '#features/ambition/ambition.words.js';
import { frameworksPaths } from '#features/frameworks/frameworks.paths.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { statementsPaths } from '#features/statements/statements.paths.js';
import { londonDate } from '#platform/clock/clock.js';
import { longDate } from '#platform/pages/dates.js';
import { type ShownTable, shownTable } from '#platform/pages/public-table.js';
import { missionQualityPaths as paths } from '../mission-quality.paths.js';
import { FIELD_WORDS, missionQualityWords, SECTION_WORDS } from '../mission-quality.words.js';
import { type QualityFindingRow } from '../quality-finding.entity.js';
import { type PublishedVersion } from '../quality-reviews.queries.js';

const words = missionQualityWords.show;

export interface ShownFinding {
  id: string;
  title: string;
  tag: { text: string; classes: string } | undefined;
  facts: { key: string; text: string }[];
  /** Who wrote it, when, and from which pages. */
  signed: string;
}

export interface ShownSection {
  id: QualitySection;
  title: string;
  question: string;
  nothing: string | undefined;
  findings: ShownFinding[];
  /** Of ambition alone: what is said of the computed word. */
  computed: { heading: string; text: string; link: { text: string; href: string } } | undefined;
}

export interface QualityPage {
  title: string;
  caption: string;
  breadcrumbs: { text: string; href?: string }[];
  words: typeof words;
  about: string;
  caps: string;
  earlier: { text: string; link: string; href: string } | undefined;
  sections: ShownSection[];
  computed: ShownTable;
  download: string;
  method: { text: string; href: string };
  versions: { text: string; href: string }[];
  list: { text: string; href: string };
}

/** @param shown the version to show; null where nothing is published @param today ISO date */
export function qualityPage(mission: Mission, versions: readonly PublishedVersion[], { shown, inForce, today, ofVersion, computed }: { shown: PublishedVersion | null; inForce: PublishedVersion | undefined; today: string; ofVersion: boolean; computed: readonly StandingAmbition[] }): QualityPage {
  const { framework } = mission;
  const isEarlier = shown !== null && inForce !== undefined && shown.id !== inForce.id;
  const open = openParts(mission, shown ? { ...shown } : undefined);
  return {
    title: words.title(`${mission.focusArea}, ${framework.title}`) + (ofVersion && shown ? `, version ${shown.number}` : ''),
    caption: `Mission ${mission.number} of ${framework.title}`,
    breadcrumbs: [
      { text: 'Missions', href: frameworksPaths.home },
      { text: framework.title, href: frameworksPaths.framework(framework.slug) },
      { text: mission.focusArea, href: missionsPaths.mission(framework.slug, mission.slug) },
      { text: 'Quality review' },
    ],
    words,
    about: shown ? aboutVersion(shown) : words.nothing,
    caps: words.caps(open.openTerms, open.uncoveredClauses),
    earlier: isEarlier ? { text: words.notThis, link: words.latest, href: paths.mission(framework.slug, mission.slug) } : undefined,
    sections: shown ? sectionsOf(mission, shown.findings, today) : [],
    computed: shownTable(ambitionTable(mission, computed), paths.computedCsv(framework.slug, mission.slug)),
    download: ambitionWords.download,
    method: { text: ambitionWords.method, href: statementsPaths.ambition },
    versions: versions.map(({ number, effectiveOn }) => ({ text: words.older(number, longDate(effectiveOn)), href: paths.version(framework.slug, mission.slug, number) })),
    list: { text: words.list, href: paths.list(framework.slug) },
  };
}

/** The findings by their sections. @param today ISO date */
export function sectionsOf(mission: Pick<Mission, 'clauses'>, findings: readonly QualityFindingRow[], today: string): ShownSection[] {
  return QUALITY_SECTIONS.map((section) => {
    const own = findings.filter((finding) => finding.section === section);
    const { title, question, nothing } = SECTION_WORDS[section];
    return {
      id: section,
      title,
      question,
      nothing: own.length === 0 ? nothing : undefined,
      findings: own.map((finding) => shownFinding(mission, finding, today)),
      computed: section === 'ambition' ? { heading: words.computedHeading, text: words.computed, link: { text: words.computedLink, href: '#computed' } } : undefined,
    };
  });
}

function aboutVersion({ number, source, publisherName, effectiveOn }: PublishedVersion): string {
  return source ? words.source(number, source.author, source.title, longDate(source.publishedOn)) : words.council(number, publisherName ?? '', longDate(effectiveOn));
}

function shownFinding(mission: Pick<Mission, 'clauses'>, finding: QualityFindingRow, today: string): ShownFinding {
  const [first, ...rest] = FINDING_FIELDS[finding.section];
  const shown = (field: { name: string; kind: string; choices?: Readonly<Record<string, string>> }): string => {
    const value = valueOf(finding, field.name);
    if (field.kind === 'clause') return mission.clauses.find(({ key }) => key === value)?.text ?? value;
    if (field.kind === 'date') return value === '' ? '' : longDate(value);
    return field.choices?.[value] ?? value;
  };
  const { pages, writerName, writtenAt } = finding;
  return {
    id: finding.id,
    title: first ? titleOf(finding.section, shown(first)) : '',
    tag: tagOf(finding, today),
    facts: rest.map((field) => ({ key: FIELD_WORDS[field.name]?.label ?? field.name, text: shown(field) })).filter(({ text }) => text !== ''),
    signed: [words.written(writerName, longDate(londonDate(writtenAt))), ...(pages ? [words.pages(pages)] : [])].join('. '),
  };
}

/** Terms and clauses are quoted as they stand in the mission’s text. */
function titleOf(section: QualitySection, text: string): string {
  return section === 'ambition' ? capitalised(text) : text;
}

function tagOf(finding: QualityFindingRow, today: string): ShownFinding['tag'] {
  if (finding.section === 'terms') return isOpenTerm(finding) ? { text: words.open, classes: 'govuk-tag--yellow' } : { text: words.defined, classes: 'govuk-tag--green' };
  if (finding.section === 'incentives') {
    const standing = incentiveStanding(finding, today);
    return { overdue: { text: words.overdue, classes: 'govuk-tag--red' }, found: { text: words.found, classes: 'govuk-tag--green' }, due: { text: words.due, classes: 'govuk-tag--blue' } }[standing];
  }
  return undefined;
}
