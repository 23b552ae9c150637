import { Module } from '@nestjs/common';
import { WorkbooksModule } from '../workbooks.module.js';
import { CompareWorkbookController } from './compare-workbook.controller.js';
import { ShowWorkbookController } from './show-workbook.controller.js';

@Module({ imports: [WorkbooksModule], controllers: [ShowWorkbookController, CompareWorkbookController] })
export class WorkbooksWebModule {}
