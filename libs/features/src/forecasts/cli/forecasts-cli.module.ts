import { Module } from '@nestjs/common';
import { BacktestCommand } from './backtest.command.js';

@Module({ providers: [BacktestCommand] })
export class ForecastsCliModule {}
