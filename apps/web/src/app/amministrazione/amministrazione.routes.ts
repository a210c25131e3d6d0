import type { Routes } from '@angular/router';

export const amministrazioneRoutes: Routes = [
  { path: '', title: 'Nuovo ambito', loadComponent: () => import('./ambito-form-page').then(m => m.AmbitoFormPage) },
];
