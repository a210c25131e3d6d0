// Apart from the schemas: public pages load these words, and no parser.

/** Social or health expenditure: the second is borne by the health service. */
export const QUOTE = ['sociale', 'sanitaria'] as const;
export type Quota = (typeof QUOTE)[number];
export const ETICHETTE_QUOTA: Readonly<Record<Quota, string>> = { sociale: 'Quota sociale', sanitaria: 'Quota sanitaria' };

/** Who pays, where it is no comune: the ambito for all of its comuni, or somebody else, by name. */
export const CHI_PAGA = ['ambito', 'altro'] as const;
export const ETICHETTE_CHI_PAGA: Readonly<Record<(typeof CHI_PAGA)[number], string>> = {
  ambito: 'L’ambito, per tutti i comuni',
  altro: 'Un altro soggetto',
};
