import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { KeptForm } from './kept-form.entity.js';
import { KeptForms } from './kept-forms.service.js';

@Global()
@Module({ imports: [TypeOrmModule.forFeature([KeptForm])], providers: [KeptForms], exports: [KeptForms] })
export class KeptFormsModule {}
