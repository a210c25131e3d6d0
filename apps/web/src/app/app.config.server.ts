import { type ApplicationConfig, mergeApplicationConfig } from '@angular/core';
import { provideServerRendering, withRoutes } from '@angular/ssr';
import { API_FETCH } from './api/api-fetch';
import { internalApiFetch } from './api/api-fetch.server';
import { appConfig } from './app.config';
import { serverRoutes } from './app.routes.server';

const onServer: ApplicationConfig = {
  providers: [provideServerRendering(withRoutes(serverRoutes)), { provide: API_FETCH, useValue: internalApiFetch }],
};

export const serverConfig = mergeApplicationConfig(appConfig, onServer);
