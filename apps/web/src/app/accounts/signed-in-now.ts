import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { AmbitoCorrente } from '../page/ambito-corrente';
import { returnPath } from '../session/return-path';
import { SessionStore } from '../session/session-store';
import { Annunci } from '../ui/annunci';

/**
 * What follows every way of signing in: the portal asks anew who is there, greets, and goes where the visitor was going; else to the
 * personal area of the ambito they were visiting, or of the first where they hold a role. Call in an injection context.
 */
export function signedInNow(): (ritorno?: string | null) => Promise<void> {
  const session = inject(SessionStore);
  const router = inject(Router);
  const annunci = inject(Annunci);
  const visited = inject(AmbitoCorrente).slug;
  return async ritorno => {
    const { account, incarichi, enti, tavoli } = await session.reload();
    const slug = visited() ?? [...incarichi, ...enti, ...tavoli][0]?.ambito.slug;
    annunci.notify(account ? `Ciao, ${account.nome}: hai fatto l’accesso.` : 'Hai fatto l’accesso.');
    await router.navigateByUrl(returnPath(ritorno, slug === undefined ? '/' : `/${slug}/area`));
  };
}
