import type { Routes } from '@angular/router';

export const amministrazioneRoutes: Routes = [
  { path: '', title: 'Nuovo ambito', loadComponent: () => import('./nuovo-ambito-page').then(m => m.NuovoAmbitoPage) },
];
