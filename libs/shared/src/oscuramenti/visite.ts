import { SEGNO_OMISSIS, testiPubblici, type TestiContributo } from '../contributi/contributo.rules.js';
import type { Omissis } from '../contributi/contributo.schema.js';
import type { ContenutoSezione } from '../elaborati/blocchi.schema.js';
import type { FotoElaborato } from '../elaborati/foto.views.js';
import type { SedeIncontro } from '../incontri/incontro.schema.js';
import { OSCURATO, oscuraDocumento, type Documento, type Taglio } from '../verbali/documento/index.js';
import type { SezioneView, VerbalePubblicoView } from '../verbali/verbale.views.js';
import { oscuraTesto, ricorrenze, unisciTagli, type Brano, type Scelti } from './oscura.rules.js';

/** How a text is cut: of each piece, where. */
export type Forbici = (brano: Brano) => readonly Taglio[];

export const forbiciScelte =
  (scelti: Scelti): Forbici =>
  b =>
    scelti.get(b.chiave) ?? [];
export const forbiciParole =
  (parole: readonly string[]): Forbici =>
  b =>
    ricorrenze(b.testo, parole);

const testoCon = (f: Forbici, chiave: string, dove: string, testo: string): string => oscuraTesto(testo, f({ chiave, dove, testo }));
const facoltativo = (f: Forbici, chiave: string, dove: string, testo: string | null): string | null =>
  testo === null ? null : testoCon(f, chiave, dove, testo);

/** Every paragraph of a document is a piece of its own. */
export function conDocumento(f: Forbici, chiave: string, dove: string, documento: Documento): Documento {
  return oscuraDocumento(documento, (testo, n) => unisciTagli(testo, f({ chiave: `${chiave}.${n}`, dove, testo })));
}

type SezionePubblica = Pick<SezioneView, 'titolo' | 'documento' | 'decisioni' | 'impegni'>;

/** A section of a verbale, published or not. */
export function conSezione<S extends SezionePubblica>(f: Forbici, chiave: string, s: S): S {
  return {
    ...s,
    titolo: testoCon(f, `${chiave}.titolo`, 'Titolo', s.titolo),
    documento: conDocumento(f, `${chiave}.testo`, s.titolo, s.documento),
    decisioni: s.decisioni.map((d, i) => ({ ...d, testo: testoCon(f, `${chiave}.decisione.${i}`, `${s.titolo}: decisione`, d.testo) })),
    impegni: s.impegni.map((x, i) => ({
      ...x,
      testo: testoCon(f, `${chiave}.impegno.${i}`, `${s.titolo}: impegno`, x.testo),
      chi: testoCon(f, `${chiave}.chi.${i}`, `${s.titolo}: di chi è l’impegno`, x.chi),
    })),
  };
}

/** Names of other things that the file of a verbale was printed with, as they were: it is made anew with these, whatever they are called since. */
export interface StampatoVerbale {
  readonly incontro: { readonly id: string; readonly titolo: string };
  readonly tavoli: readonly { readonly id: string; readonly nome: string }[];
  readonly sede: SedeIncontro | null;
}

/** What a published verbale says: its sections, who was there, what a rettifica says that it corrects, why it was approved early, and the names it was printed with. */
export interface TestiVerbale {
  readonly sezioni: VerbalePubblicoView['sezioni'];
  readonly motivo: string | null;
  readonly anticipo: string | null;
  readonly presenti: VerbalePubblicoView['presenti'];
  readonly stampato: StampatoVerbale;
}

export const conVerbale = (f: Forbici, v: TestiVerbale): TestiVerbale => ({
  motivo: facoltativo(f, 'motivo', 'Che cosa corregge', v.motivo),
  anticipo: facoltativo(f, 'anticipo', 'Perché è stato approvato prima', v.anticipo),
  sezioni: v.sezioni.map((s, i) => conSezione(f, `sezione.${i}`, s)),
  presenti: v.presenti.map((p, i) => ({
    ...p,
    ente: testoCon(f, `presente.${i}.ente`, 'Chi siede al tavolo', p.ente),
    tavolo: testoCon(f, `presente.${i}.tavolo`, 'Chi siede al tavolo: quale tavolo', p.tavolo),
  })),
  stampato: conStampato(f, v.stampato),
});

const conStampato = (f: Forbici, { incontro, tavoli, sede }: StampatoVerbale): StampatoVerbale => ({
  incontro: { ...incontro, titolo: testoCon(f, 'stampato.incontro', 'Nel documento: il titolo dell’incontro', incontro.titolo) },
  tavoli: tavoli.map((t, i) => ({ ...t, nome: testoCon(f, `stampato.tavolo.${i}`, 'Nel documento: il nome del tavolo', t.nome) })),
  sede: sede && {
    ...sede,
    nome: testoCon(f, 'stampato.sede.nome', 'Nel documento: la sede', sede.nome),
    indirizzo: testoCon(f, 'stampato.sede.indirizzo', 'Nel documento: l’indirizzo della sede', sede.indirizzo),
  },
});

/** What an accepted elaborato says, with the name of its tavolo as it was printed. Names of comuni are not of people. */
export function conElaborato(f: Forbici, e: FotoElaborato): FotoElaborato {
  return {
    ...e,
    titolo: testoCon(f, 'titolo', 'Titolo', e.titolo),
    tavolo: { ...e.tavolo, nome: testoCon(f, 'tavolo', 'Nel documento: il nome del tavolo', e.tavolo.nome) },
    sezioni: e.sezioni.map((s, i) => ({
      ...s,
      titolo: testoCon(f, `sezione.${i}.titolo`, 'Titolo di una parte', s.titolo),
      contenuto: conContenuto(f, `sezione.${i}`, s.titolo, s.contenuto),
    })),
    file: e.file === null ? null : { ...e.file, nome: testoCon(f, 'file', 'Nome del file', e.file.nome) },
    obiettivo: e.obiettivo === null ? null : { ...e.obiettivo, titolo: facoltativo(f, 'obiettivo', 'Obiettivo', e.obiettivo.titolo) },
    fonti: e.fonti.map((x, i) => ({ ...x, titolo: testoCon(f, `fonte.${i}`, 'Da che cosa nasce', x.titolo) })),
    approvazione: {
      ...e.approvazione,
      titolo: testoCon(f, 'approvazione.titolo', 'Dove è stato approvato', e.approvazione.titolo),
      ...(e.approvazione.testo === undefined
        ? {}
        : { testo: testoCon(f, 'approvazione.testo', 'La decisione che lo approva', e.approvazione.testo) }),
      ...(e.approvazione.anticipo === undefined
        ? {}
        : {
            anticipo: {
              ...e.approvazione.anticipo,
              motivo: testoCon(f, 'approvazione.anticipo', 'Perché è stato approvato prima', e.approvazione.anticipo.motivo),
            },
          }),
    },
  };
}

/** A part of an elaborato, whatever it holds. Codes, dates and amounts say nothing of anybody. */
export function conContenuto(f: Forbici, chiave: string, dove: string, c: ContenutoSezione): ContenutoSezione {
  const t = (campo: string, testo: string): string => testoCon(f, `${chiave}.${campo}`, dove, testo);
  const n = (campo: string, testo: string | null): string | null => facoltativo(f, `${chiave}.${campo}`, dove, testo);
  switch (c.tipo) {
    case 'testo':
      return { ...c, documento: conDocumento(f, chiave, dove, c.documento) };
    case 'elenco':
      return { ...c, voci: c.voci.map((v, i) => t(`${i}`, v)) };
    case 'priorita':
      return { ...c, voci: c.voci.map((v, i) => ({ titolo: t(`${i}.titolo`, v.titolo), motivo: t(`${i}.motivo`, v.motivo) })) };
    case 'dati':
      return {
        ...c,
        righe: c.righe.map((r, i) => ({
          dato: t(`${i}.dato`, r.dato),
          valore: t(`${i}.valore`, r.valore),
          periodo: n(`${i}.periodo`, r.periodo),
          fonte: t(`${i}.fonte`, r.fonte),
        })),
      };
    case 'destinatari':
      return { ...c, righe: c.righe.map((r, i) => ({ ...r, gruppo: t(`${i}.gruppo`, r.gruppo) })) };
    case 'azioni':
      return { ...c, righe: c.righe.map((r, i) => ({ azione: t(`${i}.azione`, r.azione), chi: n(`${i}.chi`, r.chi) })) };
    case 'risorse':
      return { ...c, righe: c.righe.map((r, i) => ({ ...r, descrizione: n(`${i}.descrizione`, r.descrizione) })) };
    case 'indicatori':
      return {
        ...c,
        righe: c.righe.map((r, i) => ({
          ...r,
          nome: t(`${i}.nome`, r.nome),
          unita: t(`${i}.unita`, r.unita),
          fonte: n(`${i}.fonte`, r.fonte),
        })),
      };
    case 'collegamento':
    case 'comuni':
    case 'tempi':
    case 'leps':
      return c;
  }
}

/** What everyone reads of a contributo: its texts, where it comes from, what was left out and why, and the answer it had. */
export interface TestiPubblicatiContributo {
  readonly testi: TestiContributo;
  readonly zona: string | null;
  readonly provenienza: string | null;
  readonly motivoOmissis: string | null;
  readonly motivazione: string | null;
  /** Steps of its timeline that say why. */
  readonly passi: readonly { readonly id: string; readonly motivazione: string }[];
}

export const conContributo = (f: Forbici, c: TestiPubblicatiContributo): TestiPubblicatiContributo => ({
  testi: {
    titolo: testoCon(f, 'titolo', 'Titolo', c.testi.titolo),
    testo: testoCon(f, 'testo', 'Testo', c.testi.testo),
    risposte: c.testi.risposte.map((r, i) => ({
      domanda: testoCon(f, `domanda.${i}`, 'La domanda del tavolo', r.domanda),
      testo: testoCon(f, `risposta.${i}`, r.domanda, r.testo),
    })),
  },
  zona: facoltativo(f, 'zona', 'Zona', c.zona),
  provenienza: facoltativo(f, 'provenienza', 'A nome di', c.provenienza),
  motivoOmissis: facoltativo(f, 'motivoOmissis', 'Perché alcune parti non sono pubblicate', c.motivoOmissis),
  motivazione: facoltativo(f, 'motivazione', 'La risposta del tavolo', c.motivazione),
  passi: c.passi.map((p, i) => ({ ...p, motivazione: testoCon(f, `passo.${i}`, 'La sua strada', p.motivazione) })),
});

/**
 * The words of the author and what of them is left out, once the public twin is blacked out: a passage of the twin is found in the original, pieces left out
 * stay left out. `testiPubblici` of what comes back is the twin blacked out.
 */
export function oscuraOriginale(
  testi: TestiContributo,
  omissis: readonly Omissis[],
  f: Forbici,
): { testi: TestiContributo; omissis: Omissis[] } {
  const nuovi: Omissis[] = [];
  const pubblici = testiPubblici(testi, omissis);
  const campo = (nome: Omissis['campo'], indice: number, originale: string, brano: Brano): string => {
    const tolti = unisciTagli(
      originale,
      omissis.filter(o => o.campo === nome && o.indice === indice),
    );
    const tagli = unisciTagli(
      originale,
      unisciTagli(brano.testo, f(brano)).flatMap(t => nellOriginale(originale, tolti, t)),
    );
    nuovi.push(...tolti.map(o => ({ campo: nome, indice, ...spostato(o, tagli) })));
    return oscuraTesto(originale, tagli);
  };
  const fatti = {
    titolo: campo('titolo', 0, testi.titolo, { chiave: 'titolo', dove: 'Titolo', testo: pubblici.titolo }),
    testo: campo('testo', 0, testi.testo, { chiave: 'testo', dove: 'Testo', testo: pubblici.testo }),
    risposte: testi.risposte.map((r, i) => ({
      domanda: testoCon(f, `domanda.${i}`, 'La domanda del tavolo', r.domanda),
      testo: campo('risposta', i, r.testo, { chiave: `risposta.${i}`, dove: r.domanda, testo: pubblici.risposte[i]?.testo ?? '' }),
    })),
  };
  return { testi: fatti, omissis: nuovi };
}

/** Where in the original a piece of the twin stands; the sign of what is left out stands for no place. */
function nellOriginale(originale: string, tolti: readonly Taglio[], t: Taglio): Taglio[] {
  const trovati: Taglio[] = [];
  let da = 0;
  let scarto = 0;
  for (const o of [...tolti, { dal: originale.length, al: originale.length }]) {
    const [dal, al] = [Math.max(t.dal + scarto, da), Math.min(t.al + scarto, o.dal)];
    if (dal < al) trovati.push({ dal, al });
    scarto += o.al - o.dal - SEGNO_OMISSIS.length;
    da = o.al;
  }
  return trovati;
}

function spostato(o: Taglio, tagli: readonly Taglio[]): Taglio {
  const scarto = tagli.filter(t => t.al <= o.dal).reduce((n, t) => n + OSCURATO.length - (t.al - t.dal), 0);
  return { dal: o.dal + scarto, al: o.al + scarto };
}

/** The pieces of a text, as a visit of it meets them; empty ones are left out. */
export function braniDi<T>(visita: (f: Forbici, cosa: T) => unknown, cosa: T): Brano[] {
  const brani: Brano[] = [];
  visita(b => {
    if (b.testo.trim() !== '') brani.push(b);
    return [];
  }, cosa);
  return brani;
}
