import { Module } from '@nestjs/common';
import { MotoriQueries } from './motori.queries.js';

/** What search engines and readers of feeds are told of the public pages. */
@Module({ providers: [MotoriQueries], exports: [MotoriQueries] })
export class MotoriModule {}
