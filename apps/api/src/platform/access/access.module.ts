import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Kinds } from '../procedura/kinds.js';
import { AccessAudit } from './access.audit.js';
import { AccessGuard } from './access.guard.js';
import { CostGuard } from './cost.guard.js';
import { CsrfGuard } from './csrf.guard.js';
import { Places } from './places.js';
import { PreconditionsGuard } from './preconditions.guard.js';
import { RiferimentiGuard } from './riferimenti.guard.js';
import { SESSION_SQL, SessionReader } from './session-reader.js';
import { UploadGuard } from './upload.guard.js';

/** Guards run in this order for every handler of the API. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    Places,
    SessionReader,
    AccessAudit,
    { provide: APP_GUARD, useClass: CsrfGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: CostGuard },
    { provide: APP_GUARD, useClass: UploadGuard },
    { provide: APP_GUARD, useClass: PreconditionsGuard },
    { provide: APP_GUARD, useClass: RiferimentiGuard },
  ],
  exports: [Places, SessionReader, AccessAudit],
})
export class AccessModule {
  /** For the kinds that the features of the product declare, and the query of who holds a session. */
  static of(kinds: Kinds, session: string): DynamicModule {
    const providers = [
      { provide: Kinds, useValue: kinds },
      { provide: SESSION_SQL, useValue: session },
    ];
    return { module: AccessModule, global: true, providers, exports: [Kinds] };
  }
}
