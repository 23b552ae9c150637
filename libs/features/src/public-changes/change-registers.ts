import { type EntityManager } from 'typeorm';
import { frameworksPaths } from '#features/frameworks/frameworks.paths.js';
import { missionsPaths } from '#features/missions/missions.paths.js';
import { londonDate } from '#platform/clock/clock.js';

/** A mission as changes name it. */
export interface NamedMission {
  id: string;
  slug: string;
  number: number;
  focusArea: string;
  framework: string;
  frameworkId: string;
  frameworkTitle: string;
  /** When its framework was closed; null while it runs. */
  closedAt: string | null;
  leads: { organisationId: string; from: string; to: string | null }[];
  /** Ids of metrics that its targets hang on. */
  metrics: number[];
}

export interface NamedBody {
  id: string;
  slug: string;
  name: string;
  kind: string;
}

/** Missions and bodies by id, to name what changed by. One statement. */
export class ChangeRegisters {
  private constructor(
    readonly missions: ReadonlyMap<string, NamedMission>,
    readonly bodies: ReadonlyMap<string, NamedBody>,
    /** When the first thing was written down here: nothing changed before. Null where nothing has been. */
    readonly begins: Date | null,
  ) {}

  static async read(manager: EntityManager): Promise<ChangeRegisters> {
    const [registers]: { missions: NamedMission[]; bodies: NamedBody[]; begins: Date | null }[] = await manager.query(
      `SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'slug', m.slug, 'number', m.number, 'focusArea', m.focus_area, 'framework', f.slug, 'frameworkId', f.id, 'frameworkTitle', f.title, 'closedAt', f.closed_at,
                 'leads', (SELECT coalesce(jsonb_agg(jsonb_build_object('organisationId', l.organisation_id, 'from', l.from_date, 'to', l.to_date)), '[]') FROM mission_leads l WHERE l.mission_id = m.id),
                 'metrics', (SELECT coalesce(jsonb_agg(DISTINCT t.metric_id), '[]') FROM targets t WHERE t.mission_id = m.id AND t.metric_id IS NOT NULL)) ORDER BY f.slug, m.number), '[]')
                 FROM missions m JOIN frameworks f ON f.id = m.framework_id) AS missions,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'kind', o.kind) ORDER BY o.name, o.id), '[]') FROM organisations o) AS bodies,
              least((SELECT a.at FROM audit_entries a ORDER BY a.position LIMIT 1), (SELECT min(x.recorded_at) FROM mission_texts x)) AS begins`,
    );
    const { missions, bodies, begins } = registers ?? { missions: [], bodies: [], begins: null };
    return new ChangeRegisters(new Map(missions.map((mission) => [mission.id, mission])), new Map(bodies.map((body) => [body.id, body])), begins);
  }

  /** @param address `<framework>/<mission>`, by their slugs */
  missionAt(address: string): NamedMission | undefined {
    return [...this.missions.values()].find(({ framework, slug }) => `${framework}/${slug}` === address);
  }

  departmentAt(slug: string): NamedBody | undefined {
    return [...this.bodies.values()].find((body) => body.slug === slug && body.kind === 'department');
  }

  /** "Mission 5, Education", with its framework where there are several; '' for none and for one that has left its framework. */
  missionName(id: string | null): string {
    const mission = id === null ? undefined : this.missions.get(id);
    if (!mission) return '';
    const several = [...this.missions.values()].some(({ frameworkId }) => frameworkId !== mission.frameworkId);
    return `Mission ${mission.number}, ${mission.focusArea}${several ? ` (${mission.frameworkTitle})` : ''}`;
  }

  /** "2, 3", and with several frameworks the numbers of each: "5 (Levelling Up); 2, 3 (Plan for Change)". */
  missionNumbers(ids: readonly string[]): string {
    const named = [...this.missions.values()].filter(({ id }) => ids.includes(id));
    const numbersOf = (framework: string): string => named.filter(({ frameworkTitle }) => frameworkTitle === framework).map(({ number }) => number).join(', ');
    const frameworks = [...new Set(named.map(({ frameworkTitle }) => frameworkTitle))];
    return frameworks.length > 1 ? frameworks.map((framework) => `${numbersOf(framework)} (${framework})`).join('; ') : frameworks.map(numbersOf).join();
  }

  /** Had the mission's framework not been closed before a moment? The moment of its closing is still its own. */
  ranAt(missionId: string, at: Date): boolean {
    const closedAt = this.missions.get(missionId)?.closedAt ?? null;
    return closedAt === null || at <= new Date(closedAt);
  }

  missionPath(id: string | null): string {
    const mission = id === null ? undefined : this.missions.get(id);
    return mission ? missionsPaths.mission(mission.framework, mission.slug) : frameworksPaths.home;
  }

  bodyName(id: string | null): string {
    return (id === null ? undefined : this.bodies.get(id)?.name) ?? 'No department';
  }

  /** Who led the mission at a moment; nobody in a vacancy. */
  leadAt(missionId: string | null, at: Date): string[] {
    const day = londonDate(at);
    const leads = (missionId === null ? undefined : this.missions.get(missionId))?.leads ?? [];
    return leads.filter(({ from, to }) => from <= day && (to === null || day < to)).map(({ organisationId }) => organisationId);
  }

  /** Mission and lead of a change that is about one mission. */
  ofMission(missionId: string | null, at: Date, ...others: (string | null)[]): { missions: string[]; departments: string[] } {
    return {
      missions: missionId !== null && this.missions.has(missionId) ? [missionId] : [],
      departments: [...new Set([...this.leadAt(missionId, at), ...others.filter((other) => other !== null)])],
    };
  }
}
