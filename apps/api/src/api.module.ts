import { Module } from '@nestjs/common';
import { AccessApiModule } from '#features/access/api/access-api.module.js';
import { HealthModule } from '#features/health/health.module.js';

/** The API alone, to be scaled by itself; `apps/web` mounts the same modules. */
@Module({ imports: [AccessApiModule, HealthModule] })
export class ApiModule {}
