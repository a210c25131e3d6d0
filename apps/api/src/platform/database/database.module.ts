import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Config } from '../config/config.js';
import { driver } from './pg.js';

/** Injection token of the address of the database in use, for what needs a connection of its own. */
export const DATABASE = Symbol('DATABASE');

@Module({})
export class DatabaseModule {
  static at(url: string, config: Config): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: DATABASE, useValue: url }],
      exports: [DATABASE],
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url,
          driver,
          synchronize: false,
          extra: { max: config.databasePool, connectionTimeoutMillis: 5000, application_name: 'tavoli' },
        }),
      ],
    };
  }
}
