import { findingFaults } from '#domain/mission-quality/finding-faults.js';
import { publishFaults } from '#domain/mission-quality/publish-faults.js';
import { FINDING_FIELDS, QUALITY_SECTIONS, type QualityFinding, type QualitySection } from '#domain/mission-quality/quality-section.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { type PlacedFault } from '#platform/located-yaml/yaml-file.js';
import { reviewedClauses } from './first-findings.js';
import { type MissionReviewEntry, type QualityReviewFile } from './quality-review-file.js';

/** A finding of the file, and where it stands in it. */
export interface FiledFinding extends QualityFinding {
  readonly pages: string | null;
  readonly index: number;
}

/**
 * What is wrong with what a well-formed file says, each at its place.
 * @param missions of the framework that it names, by slug
 * @param today ISO date
 */
export function reviewFileFaults({ review, missions: entries }: QualityReviewFile, missions: ReadonlyMap<string, Mission>, today: string): PlacedFault[] {
  const future = review.publishedOn > today ? [{ code: 'in-the-future', path: ['review', 'publishedOn'], message: 'a review that is not published yet cannot be loaded' }] : [];
  const slugs = entries.map(({ mission }) => mission);
  return [
    ...future,
    ...entries.flatMap((entry, at): PlacedFault[] => {
      const path = ['missions', at] as const;
      if (slugs.indexOf(entry.mission) !== at) return [{ code: 'mission-twice', path: [...path, 'mission'], message: `the mission ${entry.mission} is there twice`, against: ['missions', slugs.indexOf(entry.mission), 'mission'] }];
      const mission = missions.get(entry.mission);
      if (!mission) return [{ code: 'unknown-mission', path: [...path, 'mission'], message: `the framework ${review.framework} has no mission ${entry.mission}` }];
      return missionFaults(entry, mission, today).map(({ path: below, ...fault }) => ({ ...fault, path: [...path, ...below] }));
    }),
  ];
}

/** The findings of a mission's entry in the order of the sections. */
export function findingsOf(entry: MissionReviewEntry): FiledFinding[] {
  return QUALITY_SECTIONS.flatMap((section) =>
    entry[section].map((given, index) => {
      const values = Object.fromEntries(FINDING_FIELDS[section].map(({ name }) => [name, textOf(given[name])]));
      const pages = textOf(given['pages']);
      return { section, values, pages: pages === '' ? null : pages, index };
    }),
  );
}

function missionFaults(entry: MissionReviewEntry, mission: Mission, today: string): PlacedFault[] {
  const findings = findingsOf(entry);
  const clauses = reviewedClauses(mission);
  const own = findings.flatMap((finding): PlacedFault[] => [
    ...strangeFields(entry, finding),
    ...findingFaults(finding, clauses, today).map(({ code, message, field = '' }) => ({ code, message: `${field}: ${message}`, path: pathOf(entry, finding, field) })),
  ]);
  const whole = publishFaults(findings, clauses).map(({ code, message, field }): PlacedFault => {
    const section = field as QualitySection;
    return { code, message, path: entry[section].length > 0 ? [section] : ['mission'] };
  });
  return [...own, ...whole];
}

function strangeFields(entry: MissionReviewEntry, { section, index }: FiledFinding): PlacedFault[] {
  const known = new Set([...FINDING_FIELDS[section].map(({ name }) => name), 'pages']);
  return Object.entries(entry[section][index] ?? {}).flatMap(([name, value]): PlacedFault[] => {
    if (!known.has(name)) return [{ code: 'whitelistValidation', message: `there is no field ${name} here`, path: [section, index, name] }];
    return typeof value === 'string' || typeof value === 'number' ? [] : [{ code: 'no-text', message: `${name} must be text`, path: [section, index, name] }];
  });
}

/** The field itself where it is there, else the finding. */
function pathOf(entry: MissionReviewEntry, { section, index }: FiledFinding, field: string): PlacedFault['path'] {
  return Object.hasOwn(entry[section][index] ?? {}, field) ? [section, index, field] : [section, index];
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
