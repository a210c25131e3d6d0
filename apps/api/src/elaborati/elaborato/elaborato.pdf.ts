import {
  type AnticipoElaborato,
  colonneRisorse,
  conGiorno,
  ETICHETTE_TIPO_ELABORATO,
  formatDataOra,
  formatValore,
  nomeVoce,
  scriviEuro,
  sommeRisorse,
  rigaInParole,
  type RigaRisorse,
  valoreInParole,
  vuoto,
  type ContenutoSezione,
  type FotoElaborato,
} from '@tavoli/shared';
import type { PdfRenderer } from '../../platform/pdf/pdf-renderer.js';
import { pezzi, type Pezzo } from '../../platform/pdf/pezzi.js';

export type Foto = Omit<FotoElaborato, 'approvazione'> & { readonly approvazione: FotoElaborato['approvazione'] | null };

/** When it was accepted, or last changed where it is not accepted yet. */
export interface Stampa {
  readonly at: Date;
  readonly accolto: boolean;
  /** When parts of it were blacked out after it was accepted. */
  readonly oscurato?: Date;
}

/** An elaborato as PDF/UA-1, dated by `at`: the same content gives the same bytes. @throws ProblemError `pdf.non_disponibile` */
export function renderElaborato(
  pdf: PdfRenderer,
  ambito: { nome: string; capofila: string },
  f: Foto,
  { at, accolto, oscurato }: Stampa,
): Promise<Buffer> {
  const tipo = ETICHETTE_TIPO_ELABORATO[f.tipo];
  return pdf.render(
    'elaborati/elaborato/elaborato.typ',
    {
      titolo: f.titolo,
      ambito: ambito.nome,
      sottotitolo: `${ambito.capofila}, ente capofila`,
      riferimento: accolto ? tipo : `${tipo} (bozza)`,
      piede: piede({ at, accolto, oscurato }),
      emessoAt: at.toISOString(),
      bozza: !accolto,
      fatti: fattiDi(f),
      sezioni: f.sezioni
        .filter(s => !accolto || !vuoto(s.contenuto))
        .map(s => ({ titolo: s.titolo, pezzi: vuoto(s.contenuto) ? [paragrafo('Ancora da compilare.')] : pezziDi(s.contenuto, f) })),
      fonti: [...new Set(f.fonti.map(x => x.titolo))],
    },
    { standard: 'ua-1' },
  );
}

const fattiDi = (f: Foto): readonly (readonly [string, string])[] => [
  ['Tavolo', `${f.tavolo.codice} ${f.tavolo.nome}`],
  ['Tipo', ETICHETTE_TIPO_ELABORATO[f.tipo]],
  ...(f.approvazione === null ? [] : [['Approvato dal tavolo', f.approvazione.titolo] as const]),
  ...(f.approvazione?.anticipo === undefined
    ? []
    : [['Prima della fine della consultazione', anticipoInParole(f.approvazione.anticipo)] as const]),
];

const anticipoInParole = ({ finoAt, motivo }: AnticipoElaborato): string =>
  `Si poteva commentare fino a ${formatDataOra(new Date(finoAt))}. Motivo dell’anticipo: ${motivo}`;

const piede = ({ at, accolto, oscurato }: Stampa): string =>
  accolto
    ? `Accolto: ${formatDataOra(at)}${oscurato === undefined ? '' : `. Parti oscurate: ${formatDataOra(oscurato)}`}`
    : `Bozza, non ancora accolta. Ultima modifica: ${formatDataOra(at)}`;

const paragrafo = (testo: string): Pezzo => ({ tipo: 'p', testo: [[testo, '']] });
const lista = (voci: readonly string[]): Pezzo => ({ tipo: 'ul', voci: voci.map(v => [[v, '']]) });
const tabella = (colonne: readonly number[], testa: readonly string[], righe: readonly (readonly string[])[]): Pezzo => ({
  tipo: 'tab',
  colonne,
  righe: [testa, ...righe],
});
const tempiInParole = ({ dal, al }: { readonly dal: string | null; readonly al: string | null }): string => {
  if (dal === null && al === null) return 'Tempi da stabilire.';
  if (dal === null) return `Inizio da stabilire, ${conGiorno('fino al', al ?? '')}.`;
  return al === null ? `${conGiorno('Dal', dal)}, fine da stabilire.` : `${conGiorno('Dal', dal)} ${conGiorno('al', al)}.`;
};
const valore = (v: string | null): string => (v === null ? '—' : formatValore(v));
const euro = (centesimi: number): string => `${scriviEuro(centesimi)} €`;

/** A column of the table of money: how wide, its heading, its cell. */
type Colonna = readonly [larghezza: number, testa: string, cella: (r: RigaRisorse) => string];

/** Only the columns that some row says: what was accepted before years and payers were asked for is drawn as it was. */
function risorse(righe: readonly RigaRisorse[], f: Foto): Pezzo[] {
  const colonne = colonneRisorse(righe);
  const parola = (quale: 'anno' | 'chi' | 'quota') => (r: RigaRisorse) => rigaInParole(r, f.comuni)[quale] ?? '—';
  const tutte: Colonna[] = [
    ...(colonne.anno ? [[1, 'Anno', parola('anno')] as const] : []),
    [3, 'Fonte', r => nomeVoce(f.voci, 'fondi', r.fonte)],
    ...(colonne.chi ? [[2, 'Chi paga', parola('chi')] as const] : []),
    ...(colonne.quota ? [[2, 'Quota', parola('quota')] as const] : []),
    [3, 'Descrizione', r => r.descrizione ?? ''],
    [2, 'Importo', r => euro(r.centesimi)],
  ];
  const vuote = tutte.slice(2).map(() => '');
  return [
    tabella(
      tutte.map(([larghezza]) => larghezza),
      tutte.map(([, testa]) => testa),
      [
        ...righe.map(r => tutte.map(([, , cella]) => cella(r))),
        ...sommeRisorse(righe).map(({ nome, centesimi }) => [nome === 'In tutto' ? 'Totale' : nome, ...vuote, euro(centesimi)]),
      ],
    ),
  ];
}

type Disegni = { readonly [T in ContenutoSezione['tipo']]: (c: Extract<ContenutoSezione, { tipo: T }>, f: Foto) => Pezzo[] };

/** How each kind of part is drawn. */
const DISEGNI: Disegni = {
  testo: c => pezzi(c.documento),
  elenco: c => [lista(c.voci)],
  priorita: c => [{ tipo: 'ol', voci: c.voci.map(v => [[v.titolo, 'b'] as const, [v.motivo === '' ? '' : `: ${v.motivo}`, ''] as const]) }],
  collegamento: (_, f) => [paragrafo(f.obiettivo?.titolo ?? 'Un obiettivo che non è ancora pubblico')],
  comuni: (c, f) => [
    paragrafo(
      f.comuni
        .filter(x => c.istat.includes(x.istat))
        .map(x => x.nome)
        .join(', '),
    ),
  ],
  tempi: c => [paragrafo(tempiInParole(c))],
  leps: (c, f) => [lista(c.codici.map(codice => nomeVoce(f.voci, 'leps', codice)))],
  obiettivi_regionali: (c, f) => [lista(c.codici.map(codice => nomeVoce(f.voci, 'obiettivi', codice)))],
  dati: c => {
    const righe = c.righe.map(r => [r.dato, r.valore, r.periodo ?? '—', r.fonte]);
    return [tabella([3, 2, 1, 3], ['Dato', 'Valore', 'Periodo', 'Fonte'], righe)];
  },
  destinatari: c => {
    const righe = c.righe.map(r => [r.gruppo, r.numero === null ? '—' : String(r.numero)]);
    return [tabella([4, 1], ['A chi è rivolto', 'Persone'], righe)];
  },
  azioni: c => {
    const righe = c.righe.map(r => [r.azione, r.chi ?? '—']);
    return [tabella([3, 2], ['Azione', 'Chi se ne occupa'], righe)];
  },
  risorse: (c, f) => risorse(c.righe, f),
  campi: c => [
    tabella(
      [2, 3],
      ['Che cosa', 'Risposta'],
      c.righe.map(r => [r.etichetta, valoreInParole(r) ?? '—']),
    ),
  ],
  indicatori: c => {
    const righe = c.righe.map(r => [r.nome, r.unita, valore(r.iniziale), valore(r.atteso), r.fonte ?? '—']);
    return [tabella([3, 1, 1, 1, 2], ['Indicatore', 'Unità', 'Iniziale', 'Atteso', 'Fonte del dato'], righe)];
  },
};

/** What a part holds, as it is drawn. */
export const pezziDi = <T extends ContenutoSezione['tipo']>(c: Extract<ContenutoSezione, { tipo: T }>, f: Foto): Pezzo[] =>
  (DISEGNI[c.tipo as T] as (c: ContenutoSezione, f: Foto) => Pezzo[])(c, f);
