import { type EntityManager, In } from 'typeorm';
import { type Mission } from '#features/missions/mission.entity.js';
import { Target } from '#features/missions/target.entity.js';

/** Targets with their missions, all read in one statement however many there are, and in none where there are none. */
export class TargetsOfGrounds {
  private constructor(private readonly byId: ReadonlyMap<string, Target>) {}

  static async read(manager: EntityManager, ids: readonly string[]): Promise<TargetsOfGrounds> {
    const targets = ids.length === 0 ? [] : await manager.find(Target, { where: { id: In([...new Set(ids)]) }, relations: { mission: true } });
    return new TargetsOfGrounds(new Map(targets.map((target) => [target.id, target])));
  }

  of(id: string): { mission: Mission; title: string } {
    const target = this.byId.get(id);
    if (!target) throw new Error(`no target ${id}`);
    return target;
  }
}
