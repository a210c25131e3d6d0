import type { Requisito } from './avviso-atto.schema.js';
import { CAMPI_RETTIFICABILI, type CampoRettificabile } from './rettifica.schema.js';

/** One field that a rettifica changed, in words; empty where there was, or is, nothing. */
export interface CambioAvviso {
  readonly campo: CampoRettificabile;
  readonly prima: string;
  readonly dopo: string;
}

type Rettificabile = Readonly<Record<Exclude<CampoRettificabile, 'requisiti'>, string | null>> & {
  readonly requisiti: readonly Requisito[];
};

const inParole = (avviso: Rettificabile, campo: CampoRettificabile): string =>
  campo === 'requisiti'
    ? avviso.requisiti.map(r => `${r.testo} (${r.verifica === 'ufficio' ? 'lo controlla l’ufficio' : 'lo dichiara l’ente'})`).join('\n')
    : (avviso[campo] ?? '');

/** What differs between an avviso and what it is to be. */
export const cambiDiAvviso = (prima: Rettificabile, dopo: Rettificabile): CambioAvviso[] =>
  CAMPI_RETTIFICABILI.map(campo => ({ campo, prima: inParole(prima, campo), dopo: inParole(dopo, campo) })).filter(c => c.prima !== c.dopo);

/** How pages and mails call them. */
export const ETICHETTE_RETTIFICA: Readonly<Record<CampoRettificabile, string>> = {
  titolo: 'Titolo',
  testo: 'Testo',
  requisiti: 'Requisiti',
  determinaNumero: 'Numero della determina',
  determinaData: 'Data della determina',
  responsabileNome: 'Responsabile del procedimento',
  responsabileUfficio: 'Ufficio del responsabile',
  responsabileTelefono: 'Telefono dell’ufficio',
  responsabileEmail: 'E-mail dell’ufficio',
};
