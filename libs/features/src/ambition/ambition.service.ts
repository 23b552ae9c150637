import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AmbitionFinding } from '#domain/ambition/ambition-finding.js';
import { ambitionOf } from '#domain/ambition/rule-ambition.js';
import { valueOf } from '#domain/mission-quality/quality-section.js';
import { ReviewedMissions } from '#features/mission-quality/published-reviews.queries.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { ambitionLines, type AmbitionLines } from './ambition-lines.js';
import { AmbitionRequests } from './ambition-requests.js';
import { type FiguresBasis } from './figures-of-day.js';

export interface TargetAmbition {
  title: string;
  headline: boolean;
  basis: FiguresBasis;
  finding: AmbitionFinding;
}

export interface MissionAmbition {
  mission: Mission;
  targets: TargetAmbition[];
}

/** The computed ambition of missions on any day: beside what people say of it, and never in its place. */
@Injectable()
export class AmbitionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly requests: AmbitionRequests,
  ) {}

  /** @param day ISO date */
  async on(day: string): Promise<MissionAmbition[]> {
    const reading = await this.requests.read({ asked: day });
    return (await reading.asOf(day)).map(({ mission, targets }) => ({
      mission,
      targets: targets.map(({ subject: { target }, basis, request }) => ({ title: target.title, headline: target.role === 'headline', basis, finding: ambitionOf(request) })),
    }));
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
}
