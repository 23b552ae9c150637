import { Module } from '@nestjs/common';
import { AlertsModule } from '#features/alerts/alerts.module.js';
import { CalibrationModule } from '#features/calibration/calibration.module.js';
import { JudgementsModule } from '#features/judgements/judgements.module.js';
import { PageCacheModule } from '#platform/pages/page-cache.js';
import { DepartmentsModule } from '../departments.module.js';
import { DepartmentPageService } from './department-page.service.js';
import { ListDepartmentsController } from './list-departments.controller.js';
import { ShowDepartmentController } from './show-department.controller.js';

@Module({
  imports: [DepartmentsModule, AlertsModule, CalibrationModule, JudgementsModule, PageCacheModule],
  controllers: [ListDepartmentsController, ShowDepartmentController],
  providers: [DepartmentPageService],
})
export class DepartmentsWebModule {}
