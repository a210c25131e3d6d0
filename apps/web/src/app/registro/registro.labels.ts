/** The kinds of things that acts are of, as the register is narrowed by them. */
export const OGGETTI: Readonly<Record<string, string>> = {
  designazione: 'Designazioni',
  ente: 'Enti e operatori',
  avviso: 'Avvisi',
  tavolo: 'Tavoli',
  incontro: 'Incontri, convocazioni e presenze',
  verbale: 'Verbali',
  elaborato: 'Elaborati',
  contributo: 'Contributi',
  impegno: 'Impegni',
  adesione: 'Adesioni',
  iter: 'Iter del Piano',
  fase: 'Fasi dell’iter',
  atto: 'Atti',
  firmatario: 'Firmatari dell’accordo',
  osservazione: 'Osservazioni',
  piano: 'Piano',
  incarico: 'Incarichi',
  ambito: 'Ambito e impostazioni',
  email: 'Messaggi',
  sollecito: 'Solleciti',
  oscuramento: 'Oscuramenti',
};

/** How the register calls a field: its name, with spaces. */
export const campo = (nome: string): string =>
  nome
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
