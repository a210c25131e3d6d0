import type { PageParameters } from './platform/ssr/cache/page-key.js';

const PAROLA = /^[a-z_]{1,30}$/;
const TAVOLO = /^[a-z0-9-]{1,60}$/;

/** What the public lists of the site read of their address: one that begins to read a parameter adds it here. */
export const PAGE_PARAMETERS: PageParameters = {
  '/guida': { q: /./ },
  incontri: { data: /^20\d{2}-[01]\d-[0-3]\d$/, tavolo: TAVOLO, vista: /^(?:agenda|mese|settimana)$/ },
  ricerca: { q: /./, tipo: PAROLA, tavolo: TAVOLO, anno: /^20\d{2}$/, pagina: /^\d{1,3}$/ },
  enti: { q: /./ },
  atti: { tipo: PAROLA, anno: /^20\d{2}$/ },
  contributi: { tavolo: TAVOLO, stato: PAROLA, tipo: PAROLA, comune: /^\d{6}$/, ordine: /^(?:recenti|stato)$/ },
};
