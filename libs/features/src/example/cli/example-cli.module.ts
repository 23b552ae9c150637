import { Module } from '@nestjs/common';
import { ExampleModule } from '../example.module.js';
import { DemoCommand, LoadDemoCommand } from './load-demo.command.js';

@Module({ imports: [ExampleModule], providers: [DemoCommand, LoadDemoCommand] })
export class ExampleCliModule {}
