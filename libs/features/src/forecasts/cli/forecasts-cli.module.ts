import { Module } from '@nestjs/common';
import { BacktestCommand } from './backtest.command.js';
import { ForecastCommand } from './forecast.command.js';

@Module({ providers: [BacktestCommand, ForecastCommand] })
export class ForecastsCliModule {}
