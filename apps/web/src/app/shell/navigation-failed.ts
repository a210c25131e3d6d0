import { inject } from '@angular/core';
import { type NavigationError, RedirectCommand, Router } from '@angular/router';

/** A page that cannot be opened (most often: its code was replaced by a newer version) ends on the error page, at its own address. */
export function navigationFailed(error: NavigationError): RedirectCommand {
  console.error(error.error);
  return new RedirectCommand(inject(Router).parseUrl('/errore'), { skipLocationChange: true });
}
