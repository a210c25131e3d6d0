import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { apertoATutti } from '@tavoli/shared';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { countUpload } from '../limits/uploads.js';
import { ACCESS, type AccessRule } from './access.decorator.js';
import { UPLOADS } from './answers.decorator.js';
import { contextOf } from './request-context.js';

/** Whatever declares that it takes a file (`@Uploads`) is bounded here, and nothing else can take one. */
@Injectable()
export class UploadGuard implements CanActivate {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** @throws ProblemError 429 `accesso.troppi_tentativi` with `Retry-After` */
  async canActivate(execution: ExecutionContext): Promise<boolean> {
    if (!Reflect.hasMetadata(UPLOADS, execution.getHandler())) return true;
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const rule = Reflect.getMetadata(ACCESS, execution.getHandler()) as AccessRule;
    const ofAll = 'permission' in rule && apertoATutti(rule.permission);
    const ctx = contextOf(request);
    await countUpload(this.db.manager, ctx, request, ofAll ? null : (ctx.place?.id ?? null));
    return true;
  }
}
