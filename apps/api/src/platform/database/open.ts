import { DataSource, type DataSourceOptions } from 'typeorm';
import { driver } from './pg.js';

/** A source on the database at `url`, ready for questions; who opens it closes it. For what runs beside the application: migrations, commands. */
export const openDatabase = (
  url: string,
  applicationName: string,
  more: Partial<Extract<DataSourceOptions, { type: 'postgres' }>> = {},
  max = 2,
): Promise<DataSource> =>
  new DataSource({
    ...more,
    type: 'postgres',
    url,
    driver,
    extra: { max, connectionTimeoutMillis: 10_000, application_name: applicationName },
  }).initialize();
