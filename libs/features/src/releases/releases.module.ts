import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImportWarning } from './import-warning.entity.js';
import { PlausibilityService } from './plausibility.service.js';
import { Release } from './release.entity.js';
import { ReleaseAccess } from './release-access.service.js';
import { ReleaseEmbargoService } from './release-embargo.service.js';
import { ReleaseMetric } from './release-metric.entity.js';
import { ReleasesQueries } from './releases.queries.js';
import { RevisionsQueries } from './revisions.queries.js';
import { SeriesBreak } from './series-break.entity.js';
import { SeriesBreaksQueries } from './series-breaks.queries.js';
import { SeriesBreaksService } from './series-breaks.service.js';
import { WarningsQueries } from './warnings.queries.js';
import { WarningsService } from './warnings.service.js';

const SERVICES = [
  ReleaseAccess,
  ReleasesQueries,
  RevisionsQueries,
  WarningsQueries,
  WarningsService,
  SeriesBreaksQueries,
  SeriesBreaksService,
  ReleaseEmbargoService,
  PlausibilityService,
];

/** Releases of figures: which count, what they changed, from when they are shown, and what in them wants a look. */
@Module({
  imports: [TypeOrmModule.forFeature([Release, ReleaseMetric, ImportWarning, SeriesBreak])],
  providers: SERVICES,
  exports: [TypeOrmModule, ...SERVICES],
})
export class ReleasesModule {}
