/** Essential levels of social services that a scheda may serve (L. 234/2021 art. 1 cc. 159-171; Piano nazionale degli interventi e dei servizi sociali). */
export const LEPS = {
  servizio_sociale: 'Servizio sociale professionale',
  pua: 'Accesso: punto unico di accesso',
  progetto_individuale: 'Valutazione multidimensionale e progetto personalizzato',
  supervisione: 'Supervisione del personale dei servizi sociali',
  dimissioni_protette: 'Dimissioni protette',
  prevenzione_famiglie: 'Prevenzione dell’allontanamento familiare (P.I.P.P.I.)',
  pronto_intervento: 'Pronto intervento sociale',
  residenza: 'Accompagnamento per la residenza anagrafica e il fermo posta',
  anziani_domicilio: 'Assistenza domiciliare agli anziani non autosufficienti',
  sollievo: 'Servizi sociali di sollievo',
  dopo_di_noi: 'Vita indipendente e «Dopo di noi»',
  inclusione: 'Sostegno e percorsi di inclusione contro la povertà',
} as const;
export type Leps = keyof typeof LEPS;
export const CODICI_LEPS = Object.keys(LEPS) as [Leps, ...Leps[]];
