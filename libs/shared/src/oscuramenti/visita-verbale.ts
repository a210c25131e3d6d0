import type { SedeIncontro } from '../incontri/incontro.schema.js';
import type { SezioneView, VerbalePubblicoView } from '../verbali/verbale.views.js';
import { conDocumento, forseCon, testoCon, type Forbici } from './forbici.js';

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
  motivo: forseCon(f, 'motivo', 'Che cosa corregge', v.motivo),
  anticipo: forseCon(f, 'anticipo', 'Perché è stato approvato prima', v.anticipo),
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
