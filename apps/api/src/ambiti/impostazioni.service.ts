import { Injectable } from '@nestjs/common';
import type {
  CampiSchedaInput,
  ContattiAmbitoInput,
  DomandeInput,
  ElencoAmbito,
  ElencoAmbitoInput,
  ImpostazioniView,
  MandatiInput,
  ParoleInput,
  RegoleTavolo,
  UfficioInput,
} from '@tavoli/shared';
import { Commands, type Tx } from '../platform/commands/commands.js';
import { placeOf, type RequestContext } from '../platform/commands/context.js';
import { campiConCodice } from './campi-scheda.js';
import { fieldProblem } from '../platform/problem/problem.error.js';
import { demandSeen } from '../platform/procedura/hold.js';
import { ImpostazioniQueries, type Impostazioni } from './impostazioni.queries.js';

/** What changed, for the register: before and after. */
type Cambio = Readonly<Record<string, unknown>>;

/** Commands on what an ambito tells of itself. Two who change it at once: the second is told; what was written before keeps its words. */
@Injectable()
export class ImpostazioniService {
  constructor(
    private readonly commands: Commands,
    private readonly queries: ImpostazioniQueries,
  ) {}

  contatti(ctx: RequestContext, { nome, contatti, ...altro }: ContattiAmbitoInput): Promise<ImpostazioniView> {
    return this.cambia(ctx, 'ambito.modifica', async (tx, prima) => {
      await tx.db.query('UPDATE ambito SET nome = $2, contatti = $3, impostazioni = impostazioni || $4 WHERE id = $1', [
        tx.ambitoId,
        nome,
        JSON.stringify(contatti),
        JSON.stringify(altro satisfies Impostazioni),
      ]);
      const { codice, sito, albo, dpo, patrono, dichiarazioneAccessibilita } = prima;
      const di = { nome: prima.nome, contatti: prima.contatti, codice, sito, albo, dpo, patrono, dichiarazioneAccessibilita };
      return { prima: di, dopo: { nome, contatti, ...altro } };
    });
  }

  /** How the ambito calls things, from now on: what came with the preset is confirmed by being sent. */
  parole(ctx: RequestContext, { nomeEsteso, parole }: ParoleInput): Promise<ImpostazioniView> {
    return this.cambia(ctx, 'ambito.parole', async (tx, prima) => {
      const genere = nomeEsteso.articolo === 'la' || nomeEsteso.articolo === 'le' ? 'f' : 'm';
      const scelte = { ...parole, nomeEsteso: { ...nomeEsteso, plurale: '', genere } };
      await tx.db.query('UPDATE ambito SET parole = $2 WHERE id = $1', [tx.ambitoId, JSON.stringify(scelte)]);
      return {
        prima: { nomeEsteso: prima.nomeEsteso.testo, ...testi(prima.parole) },
        dopo: { nomeEsteso: nomeEsteso.testo, ...testi(parole) },
      };
    });
  }

  ufficio(ctx: RequestContext, ufficio: UfficioInput): Promise<ImpostazioniView> {
    return this.cambia(ctx, 'ambito.ufficio', async (tx, prima) => {
      await this.salva(tx, { ufficio });
      return { prima: prima.ufficio, dopo: ufficio };
    });
  }

  /** What people often ask. The register keeps those that changed: all of them each time would be a book. */
  domande(ctx: RequestContext, { domande }: DomandeInput): Promise<ImpostazioniView> {
    return this.cambia(ctx, 'ambito.domande', async (tx, prima) => {
      await this.salva(tx, { domande });
      return { quante: domande.length, prima: senza(prima.domande, domande), dopo: senza(domande, prima.domande) };
    });
  }

  /** The rules of the tavoli that have none of their own, from the next act. */
  regole(ctx: RequestContext, regole: RegoleTavolo): Promise<ImpostazioniView> {
    return this.cambia(ctx, 'ambito.regole', async (tx, prima) => {
      await this.salva(tx, { regole });
      return { prima: prima.regole, dopo: regole };
    });
  }

  /** From when one sits, for what is accepted from now on: what waits for its elenco goes on waiting. */
  mandati(ctx: RequestContext, { inizioMandato }: MandatiInput): Promise<ImpostazioniView> {
    return this.cambia(ctx, 'ambito.mandati', async (tx, prima) => {
      await this.salva(tx, { inizioMandato });
      return { prima: prima.inizioMandato, dopo: inizioMandato };
    });
  }

  /** One that is left out is withdrawn, never deleted: what was written with its code goes on reading its name. @throws ProblemError 400 on `/voci` */
  elenco(ctx: RequestContext, quale: ElencoAmbito, { voci }: ElencoAmbitoInput): Promise<ImpostazioniView> {
    return this.cambia(ctx, 'ambito.elenco', async (tx, prima) => {
      const dopo = conRitirate(prima.elenchi[quale], voci);
      await this.salva(tx, { elenchi: { ...prima.elenchi, [quale]: dopo } });
      return { elenco: quale, prima: prima.elenchi[quale], dopo };
    });
  }

  /** What new schede ask for. A field keeps its code and how it is answered; one that is left out is withdrawn. @throws ProblemError 400 on the field */
  campiScheda(ctx: RequestContext, { campi }: CampiSchedaInput): Promise<ImpostazioniView> {
    return this.cambia(ctx, 'ambito.campi_scheda', async (tx, prima) => {
      const dopo = campiConCodice(prima.campiScheda, campi);
      await this.salva(tx, { campiScheda: dopo });
      return { prima: prima.campiScheda, dopo };
    });
  }

  /**
   * Any change of an ambito: one at a time, by who saw it as it is, told in the register and to every page.
   * @throws ProblemError `versione.superata`
   */
  async cambia(
    ctx: RequestContext,
    azione: string,
    change: (tx: Tx, prima: ImpostazioniView) => Promise<Cambio>,
  ): Promise<ImpostazioniView> {
    const { ambitoId, ambitoSlug } = placeOf(ctx);
    return this.commands.run(ctx, ambitoId, async tx => {
      await tx.db.query('SELECT 1 FROM ambito WHERE id = $1 FOR NO KEY UPDATE', [ambitoId]);
      const prima = await this.queries.vediIn(tx.db, ambitoId);
      demandSeen(ctx, prima.version);
      const cambio = await change(tx, prima);
      await tx.db.query('UPDATE ambito SET version = version + 1 WHERE id = $1', [ambitoId]);
      tx.registra(azione, 'ambito', ambitoId, cambio);
      tx.annuncia({ t: 'pagine', ambitoSlug });
      return this.queries.vediIn(tx.db, ambitoId);
    });
  }

  private salva(tx: Tx, parte: Impostazioni): Promise<unknown> {
    return tx.db.query('UPDATE ambito SET impostazioni = impostazioni || $2 WHERE id = $1', [tx.ambitoId, JSON.stringify(parte)]);
  }
}

type Domande = ImpostazioniView['domande'];
const senza = (tutte: Domande, altre: Domande): Domande =>
  tutte.filter(d => !altre.some(a => a.domanda === d.domanda && a.risposta === d.risposta));

const MAX_VOCI = 400;
type Voce = ImpostazioniView['elenchi'][ElencoAmbito][number];

function conRitirate(prima: readonly Voce[], voci: ElencoAmbitoInput['voci']): Voce[] {
  const tolte = prima.filter(p => !voci.some(v => v.codice === p.codice));
  if (voci.length + tolte.length > MAX_VOCI)
    throw fieldProblem('richiesta.non_valida', '/voci', `Con le voci ritirate l’elenco ne tiene al massimo ${MAX_VOCI}.`);
  return [...voci.map(v => ({ ...v, ritirata: false })), ...tolte.map(v => ({ ...v, ritirata: true }))];
}

const testi = (parole: ImpostazioniView['parole'] | ParoleInput['parole']): Cambio =>
  Object.fromEntries(Object.entries(parole).map(([chiave, { testo }]) => [chiave, testo]));
