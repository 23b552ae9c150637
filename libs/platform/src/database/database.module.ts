import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Settings } from '#platform/config/settings.js';
import { baseOptions } from './data-source.js';

/** The application's connection, as the role without DDL. Entities arrive with the feature modules that own them. */
@Global()
@Module({})
export class DatabaseModule {
  static forApplication(): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Settings],
          useFactory: (settings: Settings) => ({
            ...baseOptions(settings.databaseUrl),
            autoLoadEntities: true,
            poolSize: settings.DATABASE_POOL_SIZE,
            retryAttempts: settings.NODE_ENV === 'test' ? 0 : 5,
            retryDelay: 1000,
          }),
        }),
      ],
    };
  }
}
