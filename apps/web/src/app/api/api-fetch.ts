import { InjectionToken } from '@angular/core';

/** How a request leaves: the browser's own fetch; the server sends it to the API's internal origin (see api-fetch.server.ts). */
export const API_FETCH = new InjectionToken<typeof fetch>('API_FETCH', {
  providedIn: 'root',
  factory: () => (input, init) => fetch(input, init),
});
