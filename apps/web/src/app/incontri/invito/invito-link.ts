import { inject, linkedSignal, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { AzioneInvito } from '@tavoli/shared';

export interface InvitoLink {
  /** '' when there is none, or when the link was cut. */
  readonly segreto: string;
  /** The answer that the link carries, only to be offered first: opening a link answers nothing. */
  readonly azione: AzioneInvito | null;
}

const NESSUNO: InvitoLink = { segreto: '', azione: null };
const LINK = /^([A-Za-z0-9_-]{20,100})(?:\.(si|no|passa))?$/;
const AZIONI: Readonly<Record<string, AzioneInvito>> = { si: 'partecipa', no: 'declina', passa: 'passa' };

/** Reads what stands after `#` in `/invito#<secret>.si`; null when it is nothing of the kind. */
export function parseInvitoLink(fragment: string): InvitoLink | null {
  const found = LINK.exec(fragment);
  return found ? { segreto: found[1] ?? '', azione: AZIONI[found[2] ?? ''] ?? null } : null;
}

/** The mailed link of the page. Kept when the fragment becomes something else, such as the target of a skip link. Call in an injection context. */
export function invitoLink(): Signal<InvitoLink> {
  const fragment = toSignal(inject(ActivatedRoute).fragment);
  return linkedSignal<string | null | undefined, InvitoLink>({
    source: fragment,
    computation: (now, before) => parseInvitoLink(now ?? '') ?? before?.value ?? NESSUNO,
  }).asReadonly();
}
