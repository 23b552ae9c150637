import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AmbitionFinding } from '#domain/ambition/ambition-finding.js';
import { ambitionOf } from '#domain/ambition/rule-ambition.js';
import type { PeerSeries } from '#domain/forecasts/peer-panel.js';
import { valueOf } from '#domain/mission-quality/quality-section.js';
import { Area } from '#features/areas/area.entity.js';
import { frozenMetric } from '#features/forecasts/frozen-choices.js';
import { type SubjectTarget, TargetsToJudge } from '#features/judgements/targets-to-judge.js';
import { ReviewedMissions } from '#features/mission-quality/published-reviews.queries.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { ObservationsQueries } from '#features/observations/observations.queries.js';
import { Clock, endOfLondonDay } from '#platform/clock/clock.js';
import { ambitionLines, type AmbitionLines } from './ambition-lines.js';
import { figuresOfDay, type FiguresBasis, peersOfDay } from './figures-of-day.js';
import { type SpreadOfTarget, spreadOfTarget } from './spread-of-target.js';

export interface TargetAmbition {
  title: string;
  headline: boolean;
  basis: FiguresBasis;
  finding: AmbitionFinding;
  /** By the figures of today. */
  spread: SpreadOfTarget;
}

export interface MissionAmbition {
  mission: Mission;
  targets: TargetAmbition[];
}

type Series = ReadonlyMap<string, PeerSeries['points']>;

/** The computed ambition, alignment and fitness of missions: joined to what people say of them, and never in its place. */
@Injectable()
export class AmbitionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly targets: TargetsToJudge,
    private readonly observations: ObservationsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * By what had been published on a day; where nothing is kept of that day, by today's figures of periods published by then.
   * @param day ISO date @param missionIds all missions where none are named
   */
  async on(day: string, missionIds?: string[]): Promise<MissionAmbition[]> {
    const { manager } = this.dataSource;
    const of = missionIds ? { missionIds } : {};
    const then = await this.targets.read(manager, { ...of, at: endOfLondonDay(day), asked: day });
    const now = await this.targets.read(manager, { ...of, asked: day });
    const areas = await manager.find(Area);
    const known = new Map<string, Series>();
    const seriesOf = async (metricId: number | null, at: Date): Promise<Series> => {
      if (metricId === null) return new Map();
      const name = `${metricId} ${at.toISOString()}`;
      const found = known.get(name) ?? (await this.observations.figures({ metricId, areas, at }));
      known.set(name, found);
      return found;
    };
    const today = this.clock.now();
    const missions: MissionAmbition[] = [];
    for (const [index, { mission, targets }] of now.entries()) {
      const rows: TargetAmbition[] = [];
      for (const subject of targets) {
        const before = then[index]?.targets.find(({ target }) => target.id === subject.target.id);
        rows.push(await this.ambition(before ?? subject, subject, { areas, day, today, seriesOf }));
      }
      missions.push({ mission, targets: rows });
    }
    return missions;
  }

  /** By the mission's id: computed beside what the review that held on the day says. @param day ISO date */
  async besideExperts(day: string): Promise<Map<string, AmbitionLines>> {
    const missions = await this.on(day);
    const reviewed = await ReviewedMissions.of(this.dataSource.manager, missions.map(({ mission }) => mission.id));
    return new Map(missions.map((found) => {
      const findings = (reviewed.inForce(found.mission.id, day)?.findings ?? []).filter(({ section }) => section === 'ambition');
      const given = findings.map((finding) => ({ aspect: valueOf(finding, 'aspect'), verdict: valueOf(finding, 'verdict'), reasons: valueOf(finding, 'reasons') }));
      return [found.mission.id, ambitionLines(found, given)];
    }));
  }

  private async ambition(then: SubjectTarget, now: SubjectTarget, known: { areas: readonly Area[]; day: string; today: Date; seriesOf(metricId: number | null, at: Date): Promise<Series> }): Promise<TargetAmbition> {
    const { areas, day, today, seriesOf } = known;
    const { target: row } = now;
    const figures = figuresOfDay(then.toJudge, now.toJudge, day);
    const code = row.areas && 'one' in row.areas ? row.areas.one : '';
    const ofToday = await seriesOf(row.metricId, today);
    const peers = code === '' ? [] : peersOfDay(figures.basis === 'kept' ? await seriesOf(row.metricId, endOfLondonDay(day)) : ofToday, figures, day);
    const level = areas.find((area) => area.code === code)?.level;
    const alike = new Set(areas.filter((area) => area.level === level).map((area) => area.code));
    const finding = ambitionOf({
      target: figures.target,
      peers,
      sameLevel: code === '' ? [{ code, points: figures.target.series }] : peers.filter((peer) => alike.has(peer.code)),
      code,
      choice: frozenMetric(row.metric?.slug ?? '').choice,
      asOf: day,
    });
    return { title: row.title, headline: row.role === 'headline', basis: figures.basis, finding, spread: spreadOfTarget(now, areas, ofToday, this.clock.today()) };
  }
}
