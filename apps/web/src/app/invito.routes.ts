import type { Routes } from '@angular/router';

/** Behind the mailed links of who is called to an incontro, or sits at a tavolo. */
export const invitoRoutes: Routes = [
  { path: 'verbale', loadChildren: () => import('./verbali/verbali.routes').then(m => m.invitoVerbaleRoutes) },
  { path: 'elaborato', loadChildren: () => import('./elaborati/elaborati.routes').then(m => m.consultazioneRoutes) },
  { path: 'date', loadChildren: () => import('./incontri/incontri.routes').then(m => m.dateRoutes) },
  { path: '', loadChildren: () => import('./incontri/incontri.routes').then(m => m.invitoRoutes) },
];
