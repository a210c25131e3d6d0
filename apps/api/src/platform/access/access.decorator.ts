import { SetMetadata } from '@nestjs/common';
import type { Permission, Procedura } from '@tavoli/shared';

export const ACCESS = Symbol('ACCESS');

/** What a handler demands. `azione`: the permission is `<kind>.<:azione of the URL>`, one handler for a whole procedure. */
export type AccessRule = { readonly permission: Permission } | { readonly azioneDi: Procedura };

/** Declares the permission of a handler. A handler without it stops the start (see `access.audit.ts`). */
export const Access = (permission: Permission) => SetMetadata(ACCESS, { permission } satisfies AccessRule);

/** Declares that the permission is named by the `:azione` of the URL. */
export const AccessByAzione = (azioneDi: Procedura) => SetMetadata(ACCESS, { azioneDi } satisfies AccessRule);

export const IDEMPOTENT = Symbol('IDEMPOTENT');

/** The handler creates something: it demands `Idempotency-Key`, and a repeated request gets the first answer again. */
export const Idempotent = () => SetMetadata(IDEMPOTENT, true);

export const VERSIONED = Symbol('VERSIONED');

/** The handler changes something that has versions: it demands `If-Match`. */
export const Versioned = () => SetMetadata(VERSIONED, true);
