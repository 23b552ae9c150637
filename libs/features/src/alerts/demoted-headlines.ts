import { Injectable } from '@nestjs/common';
import { type EntityManager, Not } from 'typeorm';
import { type AlertGround } from './alert-ground.js';
import { Alert } from './alert.entity.js';
import { subjectOf } from './alert-ground.js';
import { type WatchedGrounds } from './watched-grounds.js';

/** Their alerts are raised when a framework's file demotes them; what is watched is whether they count as headlines again. */
@Injectable()
export class DemotedHeadlines implements WatchedGrounds {
  readonly kind = 'headline-demoted' as const;

  async standing(manager: EntityManager): Promise<AlertGround[]> {
    const open = await manager.find(Alert, { where: { kind: this.kind, status: Not('closed') }, relations: { target: true } });
    return open
      .filter(({ target }) => target?.role === 'supporting')
      .map((alert) => ({
        ...alert, kind: this.kind, subject: subjectOf(alert), change: alert.dedupeKey.slice(alert.dedupeKey.lastIndexOf(':') + 1), mayRaise: false,
      }));
  }

  async endedBecause(): Promise<string> {
    return Promise.resolve('The target counts as a headline of its mission again.');
  }
}
