import { newSecret } from '../../src/platform/tokens/secret.js';
import type { ContenutoSezione, Documento, ElaboratoView, Problem, SezioneElaboratoView, TipoElaborato } from '@tavoli/shared';
import type { World } from '../app.js';
import type { Answer } from '../client.js';
import type { Persona } from '../scenario.js';

export type BaseElaborati = Awaited<ReturnType<World['scenario']['base']>> & { readonly membro: Persona };

/** The usual world, with somebody who sits at the tavolo. */
export async function baseElaborati(world: World): Promise<BaseElaborati> {
  const base = await world.scenario.base();
  const seduti = await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
  const membro = await world.scenario.persona({
    email: seduti.persone[0]?.email,
    nome: 'Membro',
    cognome: `Seduto ${newSecret().slice(0, 4)}`,
  });
  await world.db.query(
    `INSERT INTO comune (ambito_id, istat, nome, belfiore, abitanti) VALUES ($1, '000001', 'Borgo di Prova', 'X001', 1000), ($1, '000002', 'Villa di Prova', 'X002', 2000) ON CONFLICT DO NOTHING`,
    [base.ambito.id],
  );
  return { ...base, membro };
}

export const documento = (text: string, omissis?: string): Documento => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text },
        ...(omissis === undefined
          ? []
          : [{ type: 'text' as const, text: omissis, marks: [{ type: 'omissis' as const, attrs: { motivo: 'Dati di salute' } }] }]),
      ],
    },
  ],
});

/** Speaks of elaborati as the pages do. */
export class Elaborati {
  constructor(
    private readonly world: World,
    readonly base: BaseElaborati,
  ) {}

  readonly at = (path = ''): string => `/ambiti/${this.base.ambito.slug}${path}`;

  async nuovo(
    tipo: TipoElaborato = 'documento_libero',
    fields: { titolo?: string; scrivono?: 'staff' | 'rappresentanti' } = {},
  ): Promise<ElaboratoView> {
    const made = await this.world
      .as(this.base.referente)
      .post<ElaboratoView>(this.at(`/tavoli/${this.base.tavolo.slug}/elaborati`), { tipo, titolo: 'Un elaborato di prova', ...fields });
    if (made.status !== 201) throw new Error(made.text);
    return made.body;
  }

  async leggi({ id }: { id: string }, chi: Persona | null = this.base.referente): Promise<ElaboratoView> {
    const { status, text, body } = await this.world.as(chi).get<ElaboratoView>(this.at(`/elaborati/${id}`));
    if (status !== 200) throw new Error(text);
    return body;
  }

  passo(
    e: { id: string; version: number },
    azione: string,
    body: object = {},
    chi = this.base.referente,
  ): Promise<Answer<ElaboratoView & Problem>> {
    return this.world.as(chi).post<ElaboratoView & Problem>(this.at(`/elaborati/${e.id}/azioni/${azione}`), body, { version: e.version });
  }

  salva(
    e: { id: string },
    s: Pick<SezioneElaboratoView, 'id' | 'version'>,
    contenuto: unknown,
    chi = this.base.referente,
  ): Promise<Answer<SezioneElaboratoView & Problem>> {
    return this.world
      .as(chi)
      .put<SezioneElaboratoView & Problem>(this.at(`/elaborati/${e.id}/sezioni/${s.id}`), { contenuto }, { version: s.version });
  }

  /** Fills parts by name. */
  async scrivi(e: ElaboratoView, contenuti: Readonly<Record<string, ContenutoSezione>>): Promise<void> {
    for (const [chiave, contenuto] of Object.entries(contenuti)) {
      const { status, text } = await this.salva(e, parte(e, chiave), contenuto);
      if (status !== 200) throw new Error(text);
    }
  }

  /** A verbale of the tavolo that is approved, with one decisione. */
  async verbale(testo = 'Il tavolo approva l’elaborato.'): Promise<{ verbaleId: string; sezioneId: string; decisione: number }> {
    const { id, sezioneId } = await this.world.scenario.verbale(this.base.ambito, this.base.tavolo, 'approvato');
    const decisioni = [{ testo, modo: 'unanimita', favorevoli: null, contrari: null, astenuti: null }];
    await this.world.db.query('UPDATE verbale_sezione SET decisioni = $2 WHERE id = $1', [sezioneId, JSON.stringify(decisioni)]);
    return { verbaleId: id, sezioneId, decisione: 0 };
  }

  /** Days go by: comments are taken no more. */
  async finisceLaConsultazione({ id }: { id: string }): Promise<void> {
    await this.world.db.query(
      'UPDATE elaborato SET consultazione_fino_at = clock_timestamp() WHERE id = $1 AND consultazione_fino_at > clock_timestamp()',
      [id],
    );
  }

  /** Through its life as far as `fino`. */
  async porta(e: ElaboratoView, fino: 'in_consultazione' | 'approvato' | 'consegnato' | 'accolto'): Promise<ElaboratoView> {
    const steps = { bozza: 'apri_consultazione', in_consultazione: 'approva', approvato: 'consegna', consegnato: 'accogli' } as const;
    let now = await this.leggi(e);
    while (now.stato !== fino && now.stato !== 'accolto' && now.stato !== 'da_rivedere') {
      const azione = steps[now.stato];
      const [body, chi] = [
        azione === 'approva' ? { approvazione: await this.verbale() } : {},
        azione === 'accogli' ? this.base.coordinatore : this.base.referente,
      ];
      if (azione === 'approva') await this.finisceLaConsultazione(e);
      const done = await this.passo(now, azione, body, chi);
      if (done.status !== 200) throw new Error(done.text);
      now = done.body;
    }
    return now;
  }
}

export const parte = (e: ElaboratoView, chiave: string): SezioneElaboratoView => {
  const found = e.sezioni.find(s => s.chiave === chiave);
  if (!found) throw new Error(`no part ${chiave}`);
  return found;
};

/** A row of money as it is written, to be told apart by what a test says. */
export const RISORSA = {
  fonte: 'altro',
  anno: 2027,
  paga: 'ambito',
  soggetto: null,
  quota: 'sociale',
  descrizione: null,
  centesimi: 100,
} as const;

/** All that a scheda asks for. */
export const schedaPiena = (obiettivoId: string, istat: readonly string[]): Record<string, ContenutoSezione> => ({
  obiettivo: { tipo: 'collegamento', obiettivoId },
  descrizione: { tipo: 'testo', documento: documento('Un centro aperto il pomeriggio.') },
  destinatari: { tipo: 'destinatari', righe: [{ gruppo: 'Anziani soli', numero: 120 }] },
  azioni: { tipo: 'azioni', righe: [{ azione: 'Aprire il centro', chi: 'Comune capofila' }] },
  comuni: { tipo: 'comuni', istat: [...istat] },
  tempi: { tipo: 'tempi', dal: '2027-01-01', al: '2029-12-31' },
  risorse: {
    tipo: 'risorse',
    righe: [
      { ...RISORSA, fonte: 'fondo_nazionale', descrizione: 'Fondo nazionale', centesimi: 1_234_567 },
      { ...RISORSA, fonte: 'terzo_settore', paga: 'altro', soggetto: 'Cooperativa di Prova', centesimi: 10 },
    ],
  },
  indicatori: {
    tipo: 'indicatori',
    righe: [{ nome: 'Persone seguite', unita: 'persone', iniziale: '0', atteso: '120.5', fonte: 'Registro del centro' }],
  },
});
