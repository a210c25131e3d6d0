import {
  conGiorno,
  formatData,
  romeWallToInstant,
  type FasePubblicaView,
  type ModoFirma,
  type StatoAdesione,
  type StatoFase,
  type StatoFirma,
  type StatoOsservazione,
  type TipoAtto,
  type TipoFirmatario,
  type TipoOsservante,
  type TipoRisorsa,
} from '@tavoli/shared';
import type { BadgeTone } from '../ui/stati';

type Badge = readonly [label: string, tone: BadgeTone];

export const STATI_ITER: Readonly<Record<StatoFase | StatoFirma | StatoAdesione | StatoOsservazione, Badge>> = {
  da_avviare: ['Da avviare', 'neutral'],
  in_corso: ['In corso', 'primary'],
  conclusa: ['Conclusa', 'success'],
  saltata: ['Saltata', 'warning'],
  da_raccogliere: ['Da raccogliere', 'neutral'],
  raccolta: ['Raccolta', 'success'],
  bozza: ['Bozza', 'neutral'],
  inviata: ['Inviata', 'primary'],
  accolta: ['Accolta', 'success'],
  respinta: ['Respinta', 'danger'],
  ritirata: ['Ritirata', 'neutral'],
  ricevuta: ['Ricevuta', 'warning'],
  accolta_in_parte: ['Accolta in parte', 'success'],
  non_accolta: ['Non accolta', 'danger'],
};

export const TIPI_ATTO_LABEL: Readonly<Record<TipoAtto, string>> = {
  atto_indirizzo: 'Atto di indirizzo',
  determina: 'Determina',
  delibera: 'Delibera',
  decreto: 'Decreto',
  avviso: 'Avviso',
  elenco: 'Elenco',
  verbale: 'Verbale',
  elaborato: 'Elaborato',
  bozza: 'Bozza del Piano',
  piano: 'Piano',
  intesa: 'Intesa',
  accordo: 'Accordo di programma',
  trasmissione: 'Nota di trasmissione',
  relazione: 'Relazione',
  regolamento: 'Regolamento',
  disciplinare: 'Disciplinare',
  protocollo_intesa: 'Protocollo d’intesa',
  convenzione: 'Convenzione',
  deliberazione_organo: 'Deliberazione dell’organo politico',
  nota: 'Nota',
  comunicazione: 'Comunicazione',
  parere: 'Parere',
  decreto_nomina: 'Decreto di nomina',
  presa_atto: 'Presa d’atto',
  altro: 'Altro',
};

export const DIREZIONI = { uscita: 'Lo produce questa fase', ingresso: 'Serve a questa fase' } as const;
export const FIRMATARI: Readonly<Record<TipoFirmatario, string>> = {
  comune: 'Comune',
  asl: 'Azienda sanitaria',
  provincia: 'Provincia',
  altro: 'Altro',
};
export const MODI: Readonly<Record<ModoFirma, string>> = { firma: 'Ha firmato', approvazione: 'Ha approvato' };
export const OSSERVANTI: Readonly<Record<TipoOsservante, string>> = {
  sindacato: 'Organizzazione sindacale',
  asl: 'Azienda sanitaria',
  altro: 'Altro',
};
export const RISORSE: Readonly<Record<TipoRisorsa, string>> = {
  denaro: 'Denaro',
  personale: 'Personale',
  volontariato: 'Volontariato',
  sede: 'Sede o spazi',
  mezzi: 'Mezzi e attrezzature',
  altro: 'Altro',
};

/** `23 ottobre 2026` of a day `YYYY-MM-DD`; empty for none. */
export function giorno(day: string | null): string {
  const noon = day === null ? null : romeWallToInstant(`${day}T12:00`);
  return noon?.ok ? formatData(noon.instant) : '';
}

/** When a phase was or will be, in words: what really happened before what was foreseen. */
export function quandoFase(f: Pick<FasePubblicaView, 'stato' | 'previstaDal' | 'previstaAl' | 'iniziataIl' | 'conclusaIl'>): string {
  if (f.stato === 'saltata') return '';
  if (f.conclusaIl !== null)
    return f.iniziataIl === null
      ? `conclusa ${conGiorno('il', f.conclusaIl)}`
      : `${conGiorno('dal', f.iniziataIl)} ${conGiorno('al', f.conclusaIl)}`;
  const fine = f.previstaAl === null ? '' : `, fine prevista ${conGiorno('il', f.previstaAl)}`;
  if (f.iniziataIl !== null) return `${conGiorno('dal', f.iniziataIl)}${fine}`;
  if (f.previstaDal !== null)
    return `prevista ${conGiorno('dal', f.previstaDal)}${f.previstaAl === null ? '' : ` ${conGiorno('al', f.previstaAl)}`}`;
  return f.previstaAl === null ? '' : `prevista ${conGiorno('entro il', f.previstaAl)}`;
}

/** `Delibera n. 12 del 10 marzo 2026`: how an office names an act. */
export function estremi(a: { readonly tipo: TipoAtto; readonly numero: string | null; readonly data: string | null }): string {
  return [TIPI_ATTO_LABEL[a.tipo], a.numero === null ? '' : `n. ${a.numero}`, a.data === null ? '' : conGiorno('del', a.data)]
    .filter(Boolean)
    .join(' ');
}
