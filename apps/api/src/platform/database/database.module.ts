import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Config } from '../config/config.js';
import { ENTITIES } from './entities.js';
import { SnakeNaming } from './snake-naming.js';

@Module({})
export class DatabaseModule {
  static at(url: string, config: Config): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url,
          entities: ENTITIES,
          namingStrategy: new SnakeNaming(),
          synchronize: false,
          extra: { max: config.databasePool, connectionTimeoutMillis: 5000, application_name: 'tavoli' },
        }),
      ],
    };
  }
}
