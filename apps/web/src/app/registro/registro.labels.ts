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

/** Fields whose name says something else by now, or nothing to who does not write programs. */
const CAMPI: Readonly<Record<string, string>> = {
  protocollo_numero: 'n. di registro del portale',
  protocollo_anno: 'anno del registro',
};

/** How the register calls a field: its name, with spaces, without the mark of an instant. */
export const campo = (nome: string): string =>
  CAMPI[nome] ??
  nome
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .replace(/ at$/i, '')
    .toLowerCase();
