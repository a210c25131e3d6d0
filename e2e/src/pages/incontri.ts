import type { Page } from '@playwright/test';
import { api } from './api.js';

const AMBITO = '/ambiti/corigliano-rossano';

export interface Convocato {
  readonly id: string;
  /** `YYYY-MM-DD` of its day. */
  readonly giorno: string;
}

/** Convenes an incontro three weeks from now, as whoever is signed in on `page`, through the API: the pages that do it have stories of their own. */
export async function convoca(page: Page, tavolo: string, titolo: string): Promise<Convocato> {
  const giorno = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10);
  const input = {
    titolo,
    inizioAt: `${giorno}T15:00:00Z`,
    fineAt: `${giorno}T17:00:00Z`,
    linkVideo: null,
    sede: { nome: 'Sala del Racconto', indirizzo: 'Piazza Inventata 1', accessibile: false },
    punti: [
      { titolo: 'Letture dei bisogni', minuti: 50, relatore: 'Remo Fittizi' },
      { titolo: 'Varie', minuti: 10, relatore: null },
    ],
    altriTavoli: [],
    membri: [],
    ospiti: [],
    secondaConvocazione: false,
    serie: null,
  };
  const { incontri } = await api<{ incontri: { id: string }[] }>(page, 'POST', `${AMBITO}/tavoli/${tavolo}/incontri`, input);
  const id = incontri[0]?.id ?? '';
  await esegui(page, id, 'convoca', {});
  return { id, giorno };
}

/** A step of an incontro, on the version that is there now. */
export async function esegui(page: Page, id: string, azione: string, body: object): Promise<void> {
  const { version } = await api<{ version: number }>(page, 'GET', `${AMBITO}/incontri/${id}`);
  await api(page, 'POST', `${AMBITO}/incontri/${id}/azioni/${azione}`, body, { version });
}
