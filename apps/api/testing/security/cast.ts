import { randomUUID } from 'node:crypto';
import {
  STATI_ADESIONE,
  STATI_CARICAMENTO,
  STATI_CONTRIBUTO,
  STATI_DECADENZA,
  STATI_DESIGNAZIONE,
  STATI_DIRETTO,
  STATI_ELABORATO,
  STATI_ENTE,
  STATI_FASE,
  STATI_FIRMA,
  STATI_INCONTRO,
  STATI_OSSERVATORE,
  STATI_DISPONIBILITA,
  STATI_PROPOSTA,
  STATI_SEGNALAZIONE,
  STATI_OSSERVAZIONE,
  STATI_PIANO,
  STATI_VERBALE,
  type StatoConsenso,
} from '@tavoli/shared';
import { creaLettori } from '../../src/elaborati/elaborato/lettori.js';
import type { World } from '../app.js';
import { unCaricamento } from '../scenario/caricamenti.js';
import { unaDisponibilita } from '../scenario/disponibilita.js';
import { unaProposta } from '../scenario/proposte.js';
import { unOsservatore } from '../scenario/osservatori.js';
import { unaSegnalazione } from '../scenario/segnalazioni.js';
import { unAdesione, unaFase, unAtto, unFirmatario, unOsservazione } from '../scenario/iter.js';
import type { Persona } from '../scenario.js';

/** Everybody who may knock: what they are *here*, at the ambito, tavolo and ente that the routes name. */
export const ACTORS = [
  'anonimo',
  'cittadino',
  'operatore',
  'operatore_altro_ente',
  'operatore_ieri',
  'rappresentante',
  'verbalizzante',
  'verbalizzante_tavolo',
  'coordinatore_tavolo',
  'coordinatore_altro_tavolo',
  'referente',
  'referente_altro_tavolo',
  'ufficio_di_piano',
  'coordinatore',
  'coordinatore_ieri',
  'amministratore',
  'operatore_altro_ambito',
  'referente_altro_ambito',
  'coordinatore_altro_ambito',
  'designato',
  'designato_altro',
  'ente_invitato',
  'invitato',
  'lettore',
  'disponibile',
  'autore',
  'conferma',
] as const;
export type ActorName = (typeof ACTORS)[number];

export interface Cast {
  readonly people: Readonly<Partial<Record<ActorName, Persona>>>;
  readonly secrets: Readonly<Partial<Record<ActorName, string>>>;
  /** Things to name in the URL: by parameter, one for each state (or one without). */
  readonly things: Readonly<Record<string, readonly { readonly stato: string; readonly id: string }[]>>;
}

type Ambito = Awaited<ReturnType<World['scenario']['ambito']>>;

/** One ambito with a thing of each kind in each state, and people in every relation to them. */
export async function buildCast({ db, scenario }: World): Promise<Cast> {
  const ambito = await scenario.ambito();
  const [tavolo, altroTavolo] = [await scenario.tavolo(ambito), await scenario.tavolo(ambito)];
  const operatore = await scenario.persona();
  const ieri = await scenario.persona();
  const things: Record<string, { stato: string; id: string }[]> = {
    ambito: [{ stato: '', id: ambito.slug }],
    tavolo: [{ stato: '', id: tavolo.slug }],
    ente: [],
    avviso: [],
    designazione: [],
    incontro: [],
    verbale: [],
    elaborato: [],
    piano: [],
  };
  for (const stato of STATI_ENTE) {
    const ente = await scenario.ente(ambito, { stato });
    await scenario.operatore(ambito, ente, operatore);
    things['ente']?.push({ stato, id: ente.id });
  }
  for (const stato of ['bozza', 'pubblicato', 'annullato'] as const)
    things['avviso']?.push({ stato, id: (await scenario.avviso(ambito, [tavolo], { stato })).id });
  const avviso = await scenario.avviso(ambito, [tavolo]);
  for (const stato of STATI_DESIGNAZIONE) {
    const ente = await scenario.ente(ambito);
    await scenario.operatore(ambito, ente, operatore);
    await scenario.operatore(ambito, ente, ieri);
    things['designazione']?.push({ stato, id: (await scenario.designazione(ambito, { avviso, tavolo, ente, stato })).id });
  }
  things['decadenza'] = [];
  for (const stato of STATI_DECADENZA)
    things['decadenza'].push({ stato, id: (await scenario.decadenza(ambito, { avviso, tavolo, stato }, operatore)).id });
  things['diretto'] = [];
  for (const stato of STATI_DIRETTO)
    things['diretto'].push({ stato, id: (await scenario.postoDiretto(ambito, tavolo, await scenario.ente(ambito), { stato })).id });
  things['osservatore'] = [];
  for (const stato of STATI_OSSERVATORE)
    things['osservatore'].push({ stato, id: (await unOsservatore({ db, scenario }, ambito, tavolo, stato)).id });
  things['proposta'] = [];
  for (const stato of STATI_PROPOSTA)
    things['proposta'].push({ stato, id: (await unaProposta({ db, scenario }, ambito, tavolo, stato)).id });
  things['segnalazione'] = [];
  for (const stato of STATI_SEGNALAZIONE) things['segnalazione'].push({ stato, id: await unaSegnalazione(db, ambito, stato) });
  things['disponibilita'] = [];
  for (const stato of STATI_DISPONIBILITA)
    things['disponibilita'].push({ stato, id: (await unaDisponibilita({ db }, ambito, tavolo, { stato })).id });
  const disponibile = await unaDisponibilita({ db }, ambito, tavolo);
  const offerto = await scenario.postoDiretto(ambito, tavolo, await scenario.ente(ambito));
  for (const stato of STATI_INCONTRO) things['incontro']?.push({ stato, id: (await scenario.incontro(ambito, tavolo, { stato })).id });
  for (const stato of STATI_VERBALE) things['verbale']?.push({ stato, id: (await scenario.verbale(ambito, tavolo, stato)).id });
  things['contributo'] = [];
  for (const stato of STATI_CONTRIBUTO) things['contributo'].push({ stato, id: (await scenario.contributo(ambito, tavolo, { stato })).id });
  const autore = await scenario.contributo(ambito, tavolo, { stato: 'da_confermare' });
  for (const stato of STATI_ELABORATO) things['elaborato']?.push({ stato, id: (await scenario.elaborato(ambito, tavolo, stato)).id });
  for (const stato of STATI_PIANO) things['piano']?.push({ stato, id: await aPiano(db, ambito, stato) });
  await aboutElaborati(db, ambito, things['elaborato'] ?? [], operatore);
  await scenario.elaborato(ambito, tavolo, 'bozza', { tipo: 'file' });
  Object.assign(things, await thingsOfIter({ db, scenario }, ambito, operatore));
  const invitato = await scenario.invitato(ambito, { id: things['incontro']?.find(i => i.stato === 'convocato')?.id ?? '' });
  await db.query('UPDATE operatore SET al = now() WHERE account_id = $1', [ieri.id]);
  const seduta = await scenario.designazione(ambito, {
    avviso,
    tavolo,
    ente: await scenario.ente(ambito),
    stato: 'accettata',
    consenso: 'dato' as StatoConsenso,
  });
  things['incarico'] = [{ stato: '', id: await anIncarico(db, ambito, tavolo.id, await scenario.persona()) }];
  things['caricamento'] = [];
  for (const stato of STATI_CARICAMENTO) things['caricamento'].push({ stato, id: (await unCaricamento(db, ambito, stato)).id });
  things['email'] = [{ stato: '', id: await anEmail(db, ambito, tavolo.id) }];
  const foreign = await foreigners(scenario);
  const people = {
    cittadino: await scenario.persona(),
    operatore,
    operatore_altro_ente: await scenario.operatore(ambito, await scenario.ente(ambito)),
    operatore_ieri: ieri,
    rappresentante: await scenario.persona({ email: seduta.persone[0]?.email }),
    verbalizzante: await everyVerbalizzante(db, scenario, ambito),
    verbalizzante_tavolo: await scenario.incarico(ambito, 'verbalizzante_tavolo', tavolo),
    coordinatore_tavolo: await scenario.incarico(ambito, 'coordinatore_tavolo', tavolo),
    coordinatore_altro_tavolo: await scenario.incarico(ambito, 'coordinatore_tavolo', altroTavolo),
    referente: await scenario.incarico(ambito, 'referente', tavolo),
    referente_altro_tavolo: await scenario.incarico(ambito, 'referente', altroTavolo),
    ufficio_di_piano: await scenario.incarico(ambito, 'ufficio_di_piano'),
    coordinatore: await scenario.incarico(ambito, 'coordinatore'),
    coordinatore_ieri: await yesterday(db, await scenario.incarico(ambito, 'coordinatore')),
    amministratore: await scenario.persona({ amministratore: true }),
    ...foreign,
  };
  return {
    people,
    secrets: {
      designato: seduta.persone[0]?.segreto,
      designato_altro: 'x'.repeat(43),
      ente_invitato: offerto.segreto,
      invitato: invitato.segreto,
      lettore: await unLettore(db, ambito, things['elaborato'] ?? [], seduta.persone[0]?.id ?? ''),
      disponibile: disponibile.segreto,
      autore: autore.segreto,
      conferma: autore.conferma,
    },
    things,
  };
}

/** Of the iter: a thing of each kind in each state; the adesioni are of enti of the operatore. */
async function thingsOfIter({ db, scenario }: Pick<World, 'db' | 'scenario'>, ambito: Ambito, operatore: Persona) {
  const things: Record<'fase' | 'atto' | 'firmatario' | 'adesione' | 'osservazione', { stato: string; id: string }[]> = {
    fase: [],
    atto: [],
    firmatario: [],
    adesione: [],
    osservazione: [],
  };
  for (const stato of STATI_FASE) things.fase.push({ stato, id: (await unaFase(db, ambito, stato)).id });
  const fase = await unaFase(db, ambito);
  for (const stato of ['pubblico', 'riservato'] as const)
    things.atto.push({ stato, id: (await unAtto(db, ambito, fase, stato === 'pubblico')).id });
  for (const stato of STATI_FIRMA) things.firmatario.push({ stato, id: (await unFirmatario(db, ambito, stato)).id });
  for (const stato of STATI_ADESIONE) {
    const ente = await scenario.ente(ambito);
    await scenario.operatore(ambito, ente, operatore);
    things.adesione.push({ stato, id: (await unAdesione(db, ambito, ente, stato)).id });
  }
  for (const stato of STATI_OSSERVAZIONE) things.osservazione.push({ stato, id: (await unOsservazione(db, ambito, stato)).id });
  return things;
}

/** The mailed link to the elaborato in consultation, of somebody who sits at its tavolo. */
async function unLettore(db: World['db'], ambito: Ambito, elaborati: Cast['things'][string], rappresentanteId: string): Promise<string> {
  const id = elaborati.find(e => e.stato === 'in_consultazione')?.id ?? '';
  const segreti = await creaLettori(db.manager, ambito.id, id, [{ rappresentanteId, name: '', address: '' }]);
  return segreti.get(rappresentanteId) ?? '';
}

async function foreigners(scenario: World['scenario']) {
  const b = await scenario.base();
  return { operatore_altro_ambito: b.operatore, referente_altro_ambito: b.referente, coordinatore_altro_ambito: b.coordinatore };
}

async function yesterday(db: World['db'], persona: Persona): Promise<Persona> {
  await db.query('UPDATE incarico SET al = now() WHERE account_id = $1', [persona.id]);
  return persona;
}

async function aPiano(db: World['db'], ambito: Ambito, stato: string): Promise<string> {
  const id = randomUUID();
  await db.query(
    `INSERT INTO piano_di_zona (ambito_id, id, titolo, dal, al, stato, pubblicato_at) VALUES ($1, $2, 'Piano passato', 2010, 2012, $3, CASE WHEN $3 = 'pubblicato' THEN now() END)`,
    [ambito.id, id, stato],
  );
  await db.query(
    `INSERT INTO allegato (ambito_id, id, piano_id, ordine, tipo, titolo) VALUES ($1, gen_random_uuid(), $2, 1, 'registro_presenze', 'Registro')`,
    [ambito.id, id],
  );
  return id;
}

/** Of each incontro that there is: who writes its verbale, as long as it is not approved. */
async function everyVerbalizzante(db: World['db'], scenario: World['scenario'], ambito: Ambito): Promise<Persona> {
  const persona = await scenario.persona();
  for (const incontro of await db.query<{ id: string }[]>('SELECT id FROM incontro WHERE ambito_id = $1', [ambito.id]))
    await scenario.verbalizzante(ambito, incontro, persona);
  return persona;
}

async function anIncarico(db: World['db'], ambito: Ambito, tavoloId: string, persona: Persona): Promise<string> {
  const id = randomUUID();
  await db.query(`INSERT INTO incarico (ambito_id, id, account_id, ruolo, tavolo_id) VALUES ($1, $2, $3, 'referente', $4)`, [
    ambito.id,
    id,
    persona.id,
    tavoloId,
  ]);
  return id;
}

/** A comment on the one in consultation, a source of the draft. */
async function aboutElaborati(
  db: World['db'],
  ambito: Ambito,
  elaborati: readonly { stato: string; id: string }[],
  autore: Persona,
): Promise<void> {
  const of = (stato: string) => elaborati.find(e => e.stato === stato)?.id;
  await db.query(
    `INSERT INTO elaborato_commento (ambito_id, id, elaborato_id, testo, autore, autore_nome) VALUES ($1, gen_random_uuid(), $2, 'Un commento', $3, 'Prova')`,
    [ambito.id, of('in_consultazione'), autore.id],
  );
  await db.query(
    `INSERT INTO elaborato_fonte (ambito_id, id, elaborato_id, tipo, oggetto_id) VALUES ($1, gen_random_uuid(), $2, 'contributo', gen_random_uuid())`,
    [ambito.id, of('bozza')],
  );
}

async function anEmail(db: World['db'], ambito: Ambito, tavoloId: string): Promise<string> {
  const id = randomUUID();
  await db.query(
    `INSERT INTO email (id, ambito_id, chiave, tipo, tavolo_id, a_nome, a_indirizzo, subject, testo, html, da_nome, riservata) VALUES ($1, $2, $4, 'prova', $3, 'A', 'a@prova.test', 'S', 'T', 'H', 'Prova', false)`,
    [id, ambito.id, tavoloId, `prova:${id}`],
  );
  return id;
}
