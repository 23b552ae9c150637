import { In, IsNull, Not } from 'typeorm';
import { definitionOf, differences } from '#features/missions/target-definition.js';
import { TargetVersion } from '#features/missions/target-version.entity.js';
import { Target, type TargetDefinition } from '#features/missions/target.entity.js';
import { type PlacedFault } from '#platform/located-yaml/yaml-file.js';
import { type Transaction } from '#platform/unit-of-work/transaction.js';
import { type FrameworkFile } from './framework-file.js';
import { type TargetEntry } from './target-entry.js';

/**
 * What was recorded after interim reviews, beside what a framework's file says. The file is the framework as it was published: where it
 * still says what was published first, a recorded reset stands; where it says what was recorded, both agree. Anything else would
 * overwrite the record.
 */
export class RecordedChanges {
  private constructor(private readonly latest: ReadonlyMap<string, TargetVersion>) {}

  static async of(tx: Transaction, targets: readonly Pick<Target, 'id'>[]): Promise<RecordedChanges> {
    const versions = targets.length === 0 ? [] : await tx.repository(TargetVersion).find({ where: { targetId: In(targets.map(({ id }) => id)), interimReview: Not(IsNull()) }, order: { number: 'ASC' } });
    return new RecordedChanges(new Map(versions.map((version) => [version.targetId, version])));
  }

  /** It was made in the place of another, and the file need not know of it. */
  isReplacement({ id }: Pick<Target, 'id'>): boolean {
    return this.latest.has(id) && this.latest.get(id)?.number === 1;
  }

  /** Does the file still ask what was published first, though a reset was recorded since? */
  standsOver(known: Target, inFile: TargetDefinition): boolean {
    const recorded = this.latest.get(known.id);
    return recorded !== undefined && differences(inFile, recorded.definition).length > 0 && differences(inFile, known.firstPublished).length === 0;
  }

  /** The review that the file contradicts: it says neither what was published first nor what was recorded. */
  contradicted(known: Target, inFile: TargetDefinition): string | undefined {
    const recorded = this.latest.get(known.id);
    const said = recorded && [recorded.definition, known.firstPublished].some((each) => differences(inFile, each).length === 0);
    return said === false ? (recorded?.interimReview ?? undefined) : undefined;
  }
}

/** What a file asks of a target, as far as it can be compared with what was recorded. */
export function askedByFile({ rule, areas, baseline, decides, milestones, metric }: TargetEntry): TargetDefinition {
  return definitionOf({ rule, areas, baseline: baseline && { ...baseline }, decides: decides && { ...decides }, milestones }, metric === null ? null : { slug: metric, method: null });
}

/** Targets of the file that ask neither what they asked first nor what was recorded of them, each with its line. */
export async function contradictions(tx: Transaction, frameworkId: string, { missions }: FrameworkFile): Promise<PlacedFault[]> {
  const known = await tx.repository(Target).find({ where: { mission: { frameworkId } }, relations: { mission: true } });
  const recorded = await RecordedChanges.of(tx, known);
  return missions.flatMap(({ slug, targets }, mission) =>
    targets.flatMap((entry, index) => {
      const target = known.find((each) => each.slug === entry.slug && each.mission.slug === slug);
      const review = target && recorded.contradicted(target, askedByFile(entry));
      return review === undefined ? [] : [{ code: 'reset-contradicted', path: ['missions', mission, 'targets', index], message: contradictionOf(entry.slug, review) }];
    }),
  );
}

function contradictionOf(slug: string, review: string): string {
  return `the target ${slug} was changed after the interim review ${review}; write what it asked when it was first published, or what it asks since, and record any further change at /interim-reviews/${review}`;
}
