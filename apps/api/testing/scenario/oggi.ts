import type { World } from '../app.js';
import type { Persona } from '../scenario.js';
import { unOsservatore } from './osservatori.js';
import { unaDisponibilita } from './disponibilita.js';
import { unaProposta } from './proposte.js';
import { unaSegnalazione } from './segnalazioni.js';
import { unAdesione, unaFase, unFirmatario, unOsservazione } from './iter.js';

type Base = Awaited<ReturnType<World['scenario']['base']>>;

/** An ambito where one thing of every kind waits, each for who may do it. */
export interface MondoOggi extends Base {
  /** Sits at the tavolo, was called, wrote contributi. */
  readonly membro: Persona;
}

export async function tuttoAspetta(world: World): Promise<MondoOggi> {
  const base = await world.scenario.base();
  const membro = await unMembro(world, base);
  await enti(world, base);
  await posti(world, base);
  await incontri(world, base, membro);
  await verbali(world, base, membro);
  await contributi(world, base, membro);
  for (const stato of ['consegnato', 'da_rivedere', 'approvato', 'in_consultazione'] as const) {
    const { id } = await world.scenario.elaborato(base.ambito, base.tavolo, stato);
    if (stato === 'in_consultazione')
      await world.db.query(
        `INSERT INTO elaborato_commento (ambito_id, id, elaborato_id, testo, autore, autore_nome, stato) VALUES ($1, gen_random_uuid(), $2, 'Un commento.', $3, 'Prova', 'aperto')`,
        [base.ambito.id, id, membro.id],
      );
  }
  await piano(world, base);
  return { ...base, membro };
}

async function unMembro(world: World, base: Base): Promise<Persona> {
  const ente = await world.scenario.ente(base.ambito);
  const { persone } = await world.scenario.designazione(base.ambito, { ...base, ente, stato: 'accettata', consenso: 'dato' });
  return world.scenario.persona({ email: persone[0]?.email ?? '' });
}

/** The operatore acts for an ente of every fate. */
async function enti({ scenario, db }: World, base: Base): Promise<void> {
  const { ambito, operatore, tavolo, avviso } = base;
  await scenario.avviso(ambito, [tavolo]);
  const nuovo = await scenario.ente(ambito, { stato: 'in_verifica', denominazione: 'Ente nuovo' });
  await scenario.operatore(ambito, nuovo, operatore);
  await scenario.operatore(ambito, await scenario.ente(ambito, { stato: 'da_integrare' }), operatore);
  await db.query(
    `INSERT INTO operatore_richiesta (ambito_id, id, ente_id, account_id, messaggio) VALUES ($1, gen_random_uuid(), $2, $3, 'Vorrei agire.')`,
    [ambito.id, base.ente.id, (await scenario.persona()).id],
  );
  for (const stato of ['bozza', 'respinta', 'inviata', 'da_integrare'] as const) {
    const ente = await scenario.ente(ambito);
    await scenario.operatore(ambito, ente, operatore);
    await scenario.designazione(ambito, { avviso, tavolo, ente, stato });
  }
  await db.query(`UPDATE designazione SET integrare_entro = current_date - 2 WHERE ambito_id = $1 AND stato = 'da_integrare'`, [ambito.id]);
  await scenario.decadenza(ambito, base, operatore);
}

async function posti({ scenario, db }: World, { ambito, tavolo, avviso }: Base): Promise<void> {
  await unOsservatore({ scenario, db }, ambito, tavolo);
  await unaProposta({ scenario, db }, ambito, tavolo);
  await unaDisponibilita({ db }, ambito, tavolo, { finita: true });
  await scenario.tavolo(ambito, 'Tavolo vuoto');
  await db.query(
    `INSERT INTO tavolo (ambito_id, id, piano_id, slug, codice, nome, scopo, padre_id, inizia_il, finisce_il)
     SELECT ambito_id, gen_random_uuid(), piano_id, slug || '-1', codice || '.1', 'Gruppo', 'Scopo', id, current_date - 90, current_date - 2 FROM tavolo WHERE id = $1`,
    [tavolo.id],
  );
  const accettata = await scenario.designazione(ambito, { avviso, tavolo, ente: await scenario.ente(ambito), stato: 'accettata' });
  await db.query(`UPDATE designazione SET accettata_at = now() - interval '9 days' WHERE id = $1`, [accettata.id]);
  const chiuso = await scenario.avviso(ambito, [tavolo], { chiude: -0.5 });
  const attende = await scenario.designazione(ambito, { avviso: chiuso, tavolo, ente: await scenario.ente(ambito), stato: 'accettata' });
  await db.query(`UPDATE designazione SET attende_elenco = true, accettata_at = now() - interval '9 days' WHERE id = $1`, [attende.id]);
  const valutata = await scenario.designazione(ambito, {
    avviso,
    tavolo,
    ente: await scenario.ente(ambito),
    stato: 'accettata',
    consenso: 'dato',
  });
  await db.query(
    `INSERT INTO decadenza_proposta (ambito_id, id, designazione_id, ragioni, proposta_da) VALUES ($1, gen_random_uuid(), $2, 'Non viene da mesi.', 'Chi propone')`,
    [ambito.id, valutata.id],
  );
  const decadenza = await scenario.decadenza(ambito, { avviso, tavolo });
  await db.query('UPDATE decadenza SET termine = current_date - 2 WHERE id = $1', [decadenza.id]);
  await scenario.postoDiretto(ambito, tavolo, await scenario.ente(ambito), { stato: 'scaduta', giorni: -1 });
}

async function incontri({ scenario, db }: World, { ambito, tavolo }: Base, membro: Persona): Promise<void> {
  await scenario.incontro(ambito, tavolo, { stato: 'bozza', tra: 24 * 9, titolo: 'Bozza vicina' });
  await scenario.incontro(ambito, tavolo, { stato: 'convocato', tra: -1, titolo: 'In corso adesso' });
  await scenario.incontro(ambito, tavolo, { stato: 'convocato', tra: -30, titolo: 'Finito ieri' });
  const convocato = await scenario.incontro(ambito, tavolo, { stato: 'convocato', tra: 24 * 6, titolo: 'Convocato' });
  await scenario.invitato(ambito, convocato, { email: membro.email });
  const altrui = await scenario.incontro(ambito, await scenario.tavolo(ambito, 'Tavolo che chiama'), { stato: 'bozza', tra: 24 * 40 });
  await db.query(`INSERT INTO incontro_tavolo (ambito_id, incontro_id, tavolo_id, consenso) VALUES ($1, $2, $3, 'chiesto')`, [
    ambito.id,
    altrui.id,
    tavolo.id,
  ]);
  await db.query(
    `INSERT INTO email (id, ambito_id, chiave, tipo, tavolo_id, da_nome, a_nome, a_indirizzo, subject, testo, html, riservata, stato)
     VALUES (gen_random_uuid(), $1, gen_random_uuid()::text, 'prova', $2, 'Ambito', 'Persona di Prova', 'nessuno@prova.test', 'Un messaggio', '', '', false, 'rifiutata')`,
    [ambito.id, tavolo.id],
  );
}

async function verbali({ scenario, db }: World, { ambito, tavolo }: Base, membro: Persona): Promise<void> {
  await scenario.incontro(ambito, tavolo, { stato: 'svolto', tra: -24 * 40, titolo: 'Senza verbale' });
  await scenario.verbale(ambito, tavolo, 'bozza');
  const finito = await scenario.verbale(ambito, tavolo, 'in_revisione');
  await db.query(`UPDATE verbale SET revisione_fino_at = now() - interval '1 day' WHERE id = $1`, [finito.id]);
  const aperto = await scenario.verbale(ambito, tavolo, 'in_revisione');
  await db.query(
    `INSERT INTO verbale_correzione (ambito_id, id, verbale_id, sezione_id, passaggio, proposta, motivo, autore, autore_nome, stato)
     VALUES ($1, gen_random_uuid(), $2, $3, 'p', 'q', 'm', $4, 'Prova', 'proposta')`,
    [ambito.id, aperto.id, aperto.sezioneId, membro.id],
  );
  const approvato = await scenario.verbale(ambito, tavolo, 'approvato');
  await db.query(
    `INSERT INTO impegno (ambito_id, id, verbale_id, sezione_id, ordine, testo, chi, entro, stato) VALUES ($1, gen_random_uuid(), $2, $3, 0, 'Preparare i dati', 'Ufficio', current_date - 3, 'aperto')`,
    [ambito.id, approvato.id, approvato.sezioneId],
  );
}

async function contributi({ scenario, db }: World, { ambito, tavolo }: Base, account: Persona): Promise<void> {
  await scenario.contributo(ambito, tavolo, { scade: -1 });
  await scenario.contributo(ambito, tavolo);
  await scenario.contributo(ambito, tavolo, { stato: 'pubblicato' });
  const riesame = await scenario.contributo(ambito, tavolo, { stato: 'non_accolto' });
  await db.query(`UPDATE contributo SET riesame_chiesto_at = now(), riesame_motivo = 'Perché.' WHERE id = $1`, [riesame.id]);
  const tardi = await scenario.contributo(ambito, tavolo, { stato: 'non_accolto' });
  await db.query(
    `UPDATE contributo SET riesame_chiesto_at = now() - interval '31 days', riesame_entro_at = now() - interval '1 day', riesame_motivo = 'Perché.' WHERE id = $1`,
    [tardi.id],
  );
  for (const stato of ['da_confermare', 'da_modificare', 'accolto'] as const) await scenario.contributo(ambito, tavolo, { stato, account });
  await db.query(
    `UPDATE contributo SET inviato_at = now() - interval '9 days', risposto_at = now() WHERE account_id = $1 AND stato = 'accolto'`,
    [account.id],
  );
}

async function piano({ db }: World, { ambito, ente, ufficio }: Base): Promise<void> {
  const fase = await unaFase(db, ambito, 'in_corso');
  await db.query(
    `UPDATE fase SET prevista_al = current_date - 3, chiave = 'accordo', attesi = '[{"direzione":"uscita","tipo":"verbale"}]' WHERE id = $1`,
    [fase.id],
  );
  await unFirmatario(db, ambito, 'da_raccogliere');
  await unAdesione(db, ambito, ente, 'inviata');
  await unOsservazione(db, ambito, 'ricevuta');
  await unaSegnalazione(db, ambito);
  await db.query(`UPDATE incarico SET atto_numero = '1', atto_data = '2026-01-10', scade_il = current_date + 20 WHERE account_id = $1`, [
    ufficio.id,
  ]);
}
