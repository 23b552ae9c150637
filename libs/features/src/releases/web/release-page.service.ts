import { Injectable } from '@nestjs/common';
import { type Release } from '../release.entity.js';
import { ReleasesQueries } from '../releases.queries.js';
import { RevisionsQueries } from '../revisions.queries.js';
import { SeriesBreaksQueries } from '../series-breaks.queries.js';
import { WarningsQueries } from '../warnings.queries.js';
import { type ReleasePage, releasePage } from './release-page.presenter.js';

/** Reads what the page of a release shows: seven statements. */
@Injectable()
export class ReleasePageService {
  constructor(
    private readonly releases: ReleasesQueries,
    private readonly revisions: RevisionsQueries,
    private readonly warnings: WarningsQueries,
    private readonly breaks: SeriesBreaksQueries,
  ) {}

  /** @param release one that the reader may know of */
  async page(release: Release, { statistician }: { statistician: boolean }): Promise<ReleasePage> {
    const revisions = await this.revisions.of(release.id);
    const [flips, warnings, breaks] = await Promise.all([
      this.revisions.flips(release.id),
      this.warnings.of(release.id),
      this.breaks.recorded(revisions.map(({ metric }) => metric.id), { embargoed: statistician }),
    ]);
    return releasePage({ release, revisions, flips, warnings, breaks }, { statistician, embargoed: this.releases.isEmbargoed(release) });
  }
}
