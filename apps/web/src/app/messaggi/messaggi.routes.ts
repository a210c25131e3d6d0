import type { Routes } from '@angular/router';

export const areaMessaggiRoutes: Routes = [
  { path: '', title: 'Messaggi inviati', loadComponent: () => import('./messaggi-page').then(m => m.MessaggiPage) },
];
