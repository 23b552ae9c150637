import { type EntityManager, Not } from 'typeorm';
import { type RecordedReset } from '#domain/alerts/reset-off-track.js';
import { definitionOf, differences } from '#features/missions/target-definition.js';
import { TargetVersion } from '#features/missions/target-version.entity.js';

/** The resets that were recorded while their target was off track, by the target's id, but those of targets that ask again what they asked before. */
export async function resetsRecorded(manager: EntityManager): Promise<Map<string, RecordedReset[]>> {
  const resets = await manager.find(TargetVersion, { where: { whileOffTrack: true, number: Not(1) }, relations: { target: { metric: true } }, order: { recordedAt: 'ASC' } });
  if (resets.length === 0) return new Map();
  const versions = await manager.find(TargetVersion, { where: resets.map(({ targetId, number }) => ({ targetId, number: number - 1 })) });
  const found = new Map<string, RecordedReset[]>();
  for (const { targetId, number, definition, recordedAt, target } of resets) {
    const before = versions.find((version) => version.targetId === targetId && version.number === number - 1);
    if (!before || differences(definitionOf(target, target.metric), before.definition).length === 0) continue;
    const what = differences(before.definition, definition).map((each) => `the ${each}`);
    found.set(targetId, [...(found.get(targetId) ?? []), { recordedAt, what: what.join(' and ') }]);
  }
  return found;
}
