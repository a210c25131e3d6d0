/** What is published as open data, each as CSV and as JSON. */
export const DATASET = ['tavoli', 'rappresentanti', 'incontri', 'presenze', 'contributi'] as const;
export type Dataset = (typeof DATASET)[number];

export const FORMATI_DATI = ['csv', 'json'] as const;
export type FormatoDati = (typeof FORMATI_DATI)[number];

/** CAD art. 52: data of public bodies are open; this is the licence the national guidelines recommend. */
export const LICENZA_DATI = {
  nome: 'Creative Commons Attribuzione 4.0 Internazionale (CC BY 4.0)',
  url: 'https://creativecommons.org/licenses/by/4.0/deed.it',
} as const;
