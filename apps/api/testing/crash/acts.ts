import type { IncontroView } from '@tavoli/shared';
import type { World } from '../app.js';
import { newKey } from '../client.js';
import { Oscuramenti } from '../scenario/oscuramenti.js';
import { Piani } from '../scenario/piani.js';
import { dueRappresentanti } from '../scenario/rappresentanti.js';
import { bozzaDi, creaIncontro, esegui, traGiorni } from '../scenario/incontri.js';
import type { Request } from './dying-portal.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

/** An act that a process may die in. */
export interface Act {
  /** In the registro, and as the mails it leaves are called. */
  readonly azione: string;
  readonly emails: number;
  /** Repeated after it was done: the same answer for what has a key, a refusal for what has a version. */
  readonly repeated: 'same answer' | 'refused';
  /** Sets the stage. @returns the request */
  prepare(world: World, base: Base): Promise<Request>;
}

async function convocato(world: World, base: Base): Promise<IncontroView> {
  await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
  return esegui(world, base.ambito, await creaIncontro(world, base.ambito, base.tavolo, base.referente), base.referente, 'convoca');
}

const azione = (base: Base, chi: Base['referente'], path: string, version: number, body: object = {}): Request => ({
  chi,
  path: `/ambiti/${base.ambito.slug}${path}`,
  body,
  version,
  key: newKey(),
});

export const ACTS: readonly Act[] = [
  {
    azione: 'designazione.crea',
    emails: 0,
    repeated: 'same answer',
    async prepare(_, base) {
      const body = { avvisoId: base.avviso.id, tavoloId: base.tavolo.id, rappresentanti: dueRappresentanti() };
      return { chi: base.operatore, path: `/ambiti/${base.ambito.slug}/enti/${base.ente.id}/designazioni`, body, key: newKey() };
    },
  },
  {
    azione: 'designazione.accetta',
    emails: 4,
    repeated: 'refused',
    async prepare(world, base) {
      const { id } = await world.scenario.designazione(base.ambito, { ...base, stato: 'inviata', consenso: 'dato' });
      return azione(base, base.referente, `/designazioni/${id}/azioni/accetta`, 1);
    },
  },
  {
    azione: 'designazione.invia',
    emails: 5,
    repeated: 'refused',
    async prepare(world, base) {
      const { id } = await world.scenario.designazione(base.ambito, { ...base, stato: 'bozza' });
      return azione(base, base.operatore, `/designazioni/${id}/azioni/invia`, 1);
    },
  },
  {
    azione: 'incontro.crea',
    emails: 0,
    repeated: 'same answer',
    async prepare(_, base) {
      return {
        chi: base.referente,
        path: `/ambiti/${base.ambito.slug}/tavoli/${base.tavolo.slug}/incontri`,
        body: bozzaDi(),
        key: newKey(),
      };
    },
  },
  {
    azione: 'incontro.convoca',
    emails: 4,
    repeated: 'refused',
    async prepare(world, base) {
      await world.scenario.designazione(base.ambito, { ...base, stato: 'accettata', consenso: 'dato' });
      const { id, version } = await creaIncontro(world, base.ambito, base.tavolo, base.referente);
      return azione(base, base.referente, `/incontri/${id}/azioni/convoca`, version);
    },
  },
  {
    azione: 'incontro.sposta',
    emails: 4,
    repeated: 'refused',
    async prepare(world, base) {
      const { id, version } = await convocato(world, base);
      const body = {
        motivazione: 'La sala non è disponibile.',
        spostamento: { ...traGiorni(30), sede: null, linkVideo: 'https://video.prova.test/altra' },
      };
      return azione(base, base.referente, `/incontri/${id}/azioni/sposta`, version, body);
    },
  },
  {
    azione: 'incontro.annulla',
    emails: 4,
    repeated: 'refused',
    async prepare(world, base) {
      const { id, version } = await convocato(world, base);
      return azione(base, base.referente, `/incontri/${id}/azioni/annulla`, version, { motivazione: 'Manca il relatore principale.' });
    },
  },
  {
    azione: 'verbale.pubblica',
    emails: 0,
    repeated: 'refused',
    async prepare(world, base) {
      const { id, sezioneId } = await world.scenario.verbale(base.ambito, base.tavolo, 'approvato');
      const documento = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Si è discusso.' }] }] };
      await world.db.query('UPDATE verbale_sezione SET documento = $2 WHERE id = $1', [sezioneId, JSON.stringify(documento)]);
      return azione(base, base.referente, `/verbali/${id}/azioni/pubblica`, 1);
    },
  },
  {
    azione: 'verbale.oscura',
    emails: 0,
    repeated: 'same answer',
    async prepare(world, base) {
      const oscura = new Oscuramenti(world, base);
      const scheda = await oscura.scheda('verbale', await new Piani(world, base).verbalePubblicato('Ha parlato Ada Querciagrossa.'));
      const body = { passaggi: oscura.passaggi(scheda, 'Ada Querciagrossa'), motivazione: 'Dati di una persona.', avvertito: true };
      return { chi: base.coordinatore, path: oscura.at(`/testi/verbale/${scheda.id}`), body, version: scheda.version, key: newKey() };
    },
  },
  {
    azione: 'contributo.pubblica',
    emails: 1,
    repeated: 'refused',
    async prepare(world, base) {
      const { id } = await world.scenario.contributo(base.ambito, base.tavolo);
      return azione(base, base.referente, `/contributi/${id}/azioni/pubblica`, 1);
    },
  },
  {
    azione: 'contributo.unisci',
    emails: 1,
    repeated: 'refused',
    async prepare(world, base) {
      const { id } = await world.scenario.contributo(base.ambito, base.tavolo);
      const principale = await world.scenario.contributo(base.ambito, base.tavolo, { stato: 'pubblicato' });
      return azione(base, base.referente, `/contributi/${id}/azioni/unisci`, 1, { principaleId: principale.id });
    },
  },
  {
    azione: 'elaborato.accogli',
    emails: 1,
    repeated: 'refused',
    async prepare(world, base) {
      const { id } = await world.scenario.elaborato(base.ambito, base.tavolo, 'consegnato');
      return azione(base, base.coordinatore, `/elaborati/${id}/azioni/accogli`, 1);
    },
  },
  {
    azione: 'piano.compila',
    emails: 0,
    repeated: 'same answer',
    async prepare(world, base) {
      await conAllegato(world, base);
      return { chi: base.coordinatore, path: `/ambiti/${base.ambito.slug}/piani/${base.ambito.piano}/dossier`, body: {}, key: newKey() };
    },
  },
  {
    azione: 'piano.avvia_chiusura',
    emails: 0,
    repeated: 'refused',
    async prepare(world, base) {
      await conAllegato(world, base);
      return azione(base, base.coordinatore, `/piani/${base.ambito.piano}/azioni/chiudi`, 1);
    },
  },
];

const conAllegato = (world: World, base: Base) =>
  world.db.query(
    `INSERT INTO allegato (ambito_id, id, piano_id, ordine, tipo, titolo) VALUES ($1, gen_random_uuid(), $2, 1, 'elenco_rappresentanti', 'Elenco')`,
    [base.ambito.id, base.ambito.piano],
  );
