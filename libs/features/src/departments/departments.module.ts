import { Module } from '@nestjs/common';
import { DepartmentRecordsQueries } from './department-records.queries.js';
import { DepartmentsQueries } from './departments.queries.js';

@Module({ providers: [DepartmentsQueries, DepartmentRecordsQueries], exports: [DepartmentsQueries, DepartmentRecordsQueries] })
export class DepartmentsModule {}
