import { existsSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { auditName, systemActor } from '#domain/access/permissions.js';
import { AMBITION_VERSION, type AmbitionFinding } from '#domain/ambition/ambition-finding.js';
import { ambitionOf } from '#domain/ambition/rule-ambition.js';
import { type AmbitionRequest } from '#domain/ambition/target-ambition.js';
import { sendablePoint, sendableSeries } from '#features/forecasts/sendable-series.js';
import { TargetVersion } from '#features/missions/target-version.entity.js';
import { londonDate } from '#platform/clock/clock.js';
import { inThreads } from '#platform/process/worker-threads.js';
import { UnitOfWork } from '#platform/unit-of-work/unit-of-work.js';
import { AmbitionRequests, type AskedTarget } from './ambition-requests.js';
import { StoredAmbition } from './stored-ambition.entity.js';

const THREAD = new URL('./ambition.worker.js', import.meta.url);

/** Standing computed judgements that no ambition was computed after. */
const DUE = `
  SELECT latest.id, latest.target_id AS "targetId", latest.mission_id AS "missionId" FROM (
    SELECT DISTINCT ON (target_id) id, target_id, mission_id FROM judgements WHERE kind = 'computed' AND target_id IS NOT NULL ORDER BY target_id, sequence DESC
  ) latest
   WHERE NOT EXISTS (SELECT FROM target_ambitions a WHERE a.judgement_id = latest.id)`;

const LOCK = 'waymark computing ambition';

interface DueTarget {
  /** Of the judgement. */
  id: string;
  targetId: string;
  missionId: string;
}

/** Computes what follows from judgements about the targets themselves: in threads beside, and stored as shown. */
@Injectable()
export class AmbitionMakingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly requests: AmbitionRequests,
  ) {}

  /** @returns how many targets were looked at */
  async makeDue(now: Date): Promise<number> {
    if ((await this.unitOfWork.reader.query<unknown[]>(DUE)).length === 0) return 0;
    const move = { actor: auditName(systemActor('job', 'compute-ambition')), event: 'AMBITION_COMPUTED', subject: 'targets:all' };
    return this.unitOfWork.run(move, async (tx) => {
      await tx.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [LOCK]);
      const due = await tx.manager.query<DueTarget[]>(DUE);
      const rows = await this.compute(tx.manager, due, londonDate(now));
      await tx.repository(StoredAmbition).insert(rows.map((row) => ({ ...row, madeAt: tx.now })));
      tx.describe({ targets: rows.length });
      return rows.length;
    });
  }

  private async compute(manager: EntityManager, due: readonly DueTarget[], today: string): Promise<Omit<StoredAmbition, 'id' | 'judgement' | 'madeAt'>[]> {
    const judged = new Map(due.map(({ id, targetId }) => [targetId, id]));
    const reading = await this.requests.read({ missionIds: [...new Set(due.map(({ missionId }) => missionId))], asked: today, manager });
    const now = await reading.asOf(today);
    const wanted = now.flatMap(({ mission, targets }) => targets.filter(({ subject }) => judged.has(subject.target.id)).map((asked) => ({ asked, published: mission.framework.publishedOn })));
    const setOn = await this.setDays(manager, wanted, today);
    const before = new Map<string, AskedTarget>();
    for (const day of new Set(setOn.values())) {
      for (const { targets } of await reading.asOf(day)) for (const asked of targets) if (setOn.get(asked.subject.target.id) === day) before.set(asked.subject.target.id, asked);
    }
    const pairs = wanted.flatMap(({ asked }) => {
      const then = before.get(asked.subject.target.id);
      return then ? [{ asked, then }] : [];
    });
    const findings = await inThread(pairs);
    return Promise.all(
      pairs.map(async ({ asked: { subject }, then }, index) => {
        const { id } = subject.target;
        const { alignment = null, fitness = null } = await reading.spread(subject);
        const [asSet, hindsight] = findings[index] ?? [ambitionOf(then.request), ambitionOf(then.request)];
        return { targetId: id, judgementId: judged.get(id) ?? '', methodVersion: AMBITION_VERSION, setOn: setOn.get(id) ?? today, basis: then.basis, asSet, hindsight, alignment, fitness };
      }),
    );
  }

  /** By the target: the day from which it asks what it asks, or that of the framework. A framework that is yet to come counts as set today. */
  private async setDays(manager: EntityManager, wanted: readonly { asked: AskedTarget; published: string }[], today: string): Promise<Map<string, string>> {
    const versions = await manager.find(TargetVersion, { where: { targetId: In(wanted.map(({ asked }) => asked.subject.target.id)) }, order: { number: 'ASC' } });
    const reset = new Map(versions.filter(({ number, from }) => number > 1 && from <= today).map(({ targetId, from }) => [targetId, from]));
    return new Map(wanted.map(({ asked: { subject: { target } }, published }) => [target.id, reset.get(target.id) ?? (published < today ? published : today)]));
  }
}

/** Both findings of each target. The targets of a metric are one piece of work, so that their series are sent to a thread once. */
async function inThread(pairs: readonly { asked: AskedTarget; then: AskedTarget }[]): Promise<[AmbitionFinding, AmbitionFinding][]> {
  const pieces = new Map<number | null, { at: number[]; requests: AmbitionRequest[] }>();
  for (const [index, { asked, then }] of pairs.entries()) {
    const { metricId } = asked.subject.target;
    const piece = pieces.get(metricId) ?? { at: [], requests: [] };
    pieces.set(metricId, piece);
    piece.at.push(index);
    piece.requests.push(sendable(then.request), sendable(asked.request));
  }
  const work = [...pieces.values()];
  const results: AmbitionFinding[][] = existsSync(THREAD) ? await inThreads(THREAD, work.map(({ requests }) => requests)) : work.map(({ requests }) => requests.map(ambitionOf));
  const found: [AmbitionFinding, AmbitionFinding][] = [];
  for (const [piece, { at }] of work.entries()) {
    for (const [place, index] of at.entries()) {
      const [asSet, hindsight] = (results[piece] ?? []).slice(2 * place, 2 * place + 2);
      if (asSet && hindsight) found[index] = [asSet, hindsight];
    }
  }
  return found;
}

/** A request as a thread can be sent it. */
function sendable(request: AmbitionRequest): AmbitionRequest {
  const { target } = request;
  const { areas, second } = target;
  const plain = (series: AmbitionRequest['peers']): AmbitionRequest['peers'] => sendableSeries(new Map(series.map(({ code, points }) => [code, points])));
  return {
    ...request,
    target: {
      ...target,
      series: target.series.map(sendablePoint),
      ...(areas ? { areas: { ...areas, list: areas.list.map((area) => ({ ...area, series: area.series.map(sendablePoint) })) } } : {}),
      ...(second ? { second: { ...second, series: second.series.map(sendablePoint) } } : {}),
    },
    peers: plain(request.peers),
    sameLevel: plain(request.sameLevel),
  };
}
