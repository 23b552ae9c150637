import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AmbitionRequest } from '#domain/ambition/target-ambition.js';
import type { PeerSeries } from '#domain/forecasts/peer-panel.js';
import { Area } from '#features/areas/area.entity.js';
import { frozenMetric } from '#features/forecasts/frozen-choices.js';
import { type SubjectTarget, TargetsToJudge } from '#features/judgements/targets-to-judge.js';
import { type Mission } from '#features/missions/mission.entity.js';
import { ObservationsQueries } from '#features/observations/observations.queries.js';
import { Clock, endOfLondonDay } from '#platform/clock/clock.js';
import { figuresOfDay, type FiguresBasis, peersOfDay } from './figures-of-day.js';
import { type SpreadOfTarget, spreadOfTarget } from './spread-of-target.js';

type Series = ReadonlyMap<string, PeerSeries['points']>;

/** What is asked of a target, with the figures of a day. */
export interface AskedTarget {
  subject: SubjectTarget;
  basis: FiguresBasis;
  request: AmbitionRequest;
}

export interface AskedMission {
  mission: Mission;
  targets: AskedTarget[];
}

/** The figures of one reading, each metric read once for each instant. */
export interface AmbitionReading {
  /** By what had been published on a day; where nothing is kept of that day, by today's figures of periods published by then. @param day ISO date */
  asOf(day: string): Promise<AskedMission[]>;
  /** How the areas of a target lie apart, by the figures of today. */
  spread(subject: SubjectTarget): Promise<SpreadOfTarget>;
}

@Injectable()
export class AmbitionRequests {
  constructor(
    private readonly dataSource: DataSource,
    private readonly targets: TargetsToJudge,
    private readonly observations: ObservationsQueries,
    private readonly clock: Clock,
  ) {}

  /** @param missionIds all missions where none are named @param asked ISO date: what targets asked for on that day */
  async read({ missionIds, asked, manager = this.dataSource.manager }: { missionIds?: string[] | undefined; asked: string; manager?: EntityManager }): Promise<AmbitionReading> {
    const areas = await manager.find(Area);
    const [now, today] = [this.clock.now(), this.clock.today()];
    const known = new Map<string, Series>();
    const seriesOf = async (metricId: number | null, at: Date): Promise<Series> => {
      if (metricId === null) return new Map();
      const name = `${metricId} ${at.toISOString()}`;
      const found = known.get(name) ?? (await this.observations.figures({ metricId, areas, at, manager }));
      known.set(name, found);
      return found;
    };
    const ofToday = await this.targets.read(manager, { missionIds, asked });
    return {
      asOf: async (day) => {
        const end = endOfLondonDay(day) < now ? endOfLondonDay(day) : now;
        const then = day < today ? await this.targets.read(manager, { missionIds, at: end, asked }) : ofToday;
        const missions: AskedMission[] = [];
        for (const [index, { mission, targets }] of ofToday.entries()) {
          const rows: AskedTarget[] = [];
          for (const subject of targets) {
            const before = then[index]?.targets.find(({ target }) => target.id === subject.target.id) ?? subject;
            rows.push({ subject, ...(await requestOf(before, subject, { areas, day, end, now, seriesOf })) });
          }
          missions.push({ mission, targets: rows });
        }
        return missions;
      },
      spread: async (subject) => spreadOfTarget(subject, areas, await seriesOf(subject.target.metricId, now), today),
    };
  }
}

interface Reading {
  areas: readonly Area[];
  day: string;
  end: Date;
  now: Date;
  seriesOf(metricId: number | null, at: Date): Promise<Series>;
}

async function requestOf(then: SubjectTarget, today: SubjectTarget, { areas, day, end, now, seriesOf }: Reading): Promise<Omit<AskedTarget, 'subject'>> {
  const { target: row } = today;
  const figures = figuresOfDay(then.toJudge, today.toJudge, day);
  const code = row.areas && 'one' in row.areas ? row.areas.one : '';
  const peers = code === '' ? [] : peersOfDay(await seriesOf(row.metricId, figures.basis === 'kept' ? end : now), figures, day);
  const level = areas.find((area) => area.code === code)?.level;
  const alike = new Set(areas.filter((area) => area.level === level).map((area) => area.code));
  return {
    basis: figures.basis,
    request: {
      target: figures.target,
      peers,
      sameLevel: code === '' ? [{ code, points: figures.target.series }] : peers.filter((peer) => alike.has(peer.code)),
      code,
      choice: frozenMetric(row.metric?.slug ?? '').choice,
      asOf: day,
    },
  };
}
