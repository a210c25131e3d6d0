import { randomInt, randomUUID } from 'node:crypto';
import {
  conOrigine,
  DESIGNAZIONI_COL_POSTO,
  DESIGNAZIONI_TOLTE,
  tra,
  VOCI_CONSUETE,
  type ChiScrive,
  type NaturaGiuridica,
  type RuoloIncarico,
  type StatoConsenso,
  type StatoDecadenza,
  type StatoDesignazione,
  type StatoDiretto,
  type StatoElaborato,
  type StatoEnte,
  type StatoIncontro,
  type StatoVerbale,
  type TipoElaborato,
  type Veste,
} from '@tavoli/shared';
import type { DataSource } from 'typeorm';
import { custodisci } from './files/custoditi.js';
import { inserisciContributo, type CampiContributo, type ContributoWorld } from './scenario/scenario-contributo.js';
import { hashSecret, newSecret } from '../src/platform/tokens/secret.js';

export interface Persona {
  readonly id: string;
  readonly email: string;
  readonly nome: string;
  readonly cognome: string;
  /** Of an open session. */
  readonly token: string;
  readonly sessioneId: string;
}
export interface AmbitoWorld {
  readonly id: string;
  readonly slug: string;
  readonly area: string;
  readonly piano: string;
}
export interface TavoloWorld {
  readonly id: string;
  readonly slug: string;
  readonly nome: string;
}
export interface DesignazioneWorld {
  readonly id: string;
  readonly version: number;
  readonly persone: readonly { id: string; segreto: string; email: string }[];
}

const HOUR = 3_600_000;
let counter = 0;
const next = (): number => ++counter;

/** Builds worlds straight in the database: each test says only what matters to it, and names nobody real. */
export class Scenario {
  constructor(private readonly db: DataSource) {}

  async persona(fields: { email?: string; amministratore?: boolean; nome?: string; cognome?: string } = {}): Promise<Persona> {
    const n = next();
    const persona = {
      id: randomUUID(),
      email: fields.email ?? `persona${n}@prova.test`,
      nome: fields.nome ?? 'Prova',
      cognome: fields.cognome ?? `Numero${n}`,
      token: newSecret(),
      sessioneId: randomUUID(),
    };
    await this.db.query(
      'INSERT INTO account (id, email, nome, cognome, amministratore, email_confermata_at) VALUES ($1, $2, $3, $4, $5, now())',
      [persona.id, persona.email, persona.nome, persona.cognome, fields.amministratore ?? false],
    );
    await this.db.query(
      `INSERT INTO sessione (id, token_hash, account_id, dispositivo, scade_at) VALUES ($1, $2, $3, 'Prova', now() + interval '1 day')`,
      [persona.sessioneId, hashSecret(persona.token), persona.id],
    );
    return persona;
  }

  async ambito(slug = `ambito-${next()}`): Promise<AmbitoWorld> {
    const ambito = { id: randomUUID(), slug, area: randomUUID(), piano: randomUUID() };
    const contatti = { indirizzo: 'Piazza di Prova 1', email: 'ambito@prova.test', pec: 'ambito@pec.test', telefono: '0983 000000' };
    await this.db.query(
      `INSERT INTO ambito (id, slug, nome, regione, capofila, contatti, impostazioni) VALUES ($1, $2, $3, 'Calabria', 'Comune di Prova', $4, $5)`,
      [ambito.id, slug, `Ambito di ${slug}`, JSON.stringify(contatti), JSON.stringify({ elenchi: VOCI_CONSUETE })],
    );
    await this.db.query(`INSERT INTO area_tematica (ambito_id, id, nome, ordine) VALUES ($1, $2, 'Anziani', 1)`, [ambito.id, ambito.area]);
    await this.db.query(
      `INSERT INTO piano_di_zona (ambito_id, id, titolo, dal, al) VALUES ($1, $2, 'Piano di Zona di prova', 2027, 2029)`,
      [ambito.id, ambito.piano],
    );
    return ambito;
  }

  async tavolo(ambito: AmbitoWorld, nome = `Tavolo ${next()}`): Promise<TavoloWorld> {
    const n = next();
    const tavolo = { id: randomUUID(), slug: `tavolo-${n}`, nome };
    await this.db.query(
      `INSERT INTO tavolo (ambito_id, id, piano_id, slug, codice, nome, scopo) VALUES ($1, $2, $3, $4, $5, $6, 'Scopo di prova')`,
      [ambito.id, tavolo.id, ambito.piano, tavolo.slug, `T${n}`, nome],
    );
    await this.db.query('INSERT INTO tavolo_area (ambito_id, tavolo_id, area_id) VALUES ($1, $2, $3)', [ambito.id, tavolo.id, ambito.area]);
    return tavolo;
  }

  /** Gives a role; creates the person unless one is given. */
  async incarico(ambito: AmbitoWorld, ruolo: RuoloIncarico, tavolo: TavoloWorld | null = null, persona?: Persona): Promise<Persona> {
    const who = persona ?? (await this.persona());
    await this.db.query('INSERT INTO incarico (ambito_id, id, account_id, ruolo, tavolo_id, origine) VALUES ($1, $2, $3, $4, $5, $6)', [
      ambito.id,
      randomUUID(),
      who.id,
      ruolo,
      tavolo?.id ?? null,
      conOrigine(ruolo) ? 'atto' : null,
    ]);
    return who;
  }

  /** Who writes the verbale of one incontro, and of no other. */
  async verbalizzante(ambito: AmbitoWorld, incontro: { id: string }, persona?: Persona): Promise<Persona> {
    const who = persona ?? (await this.persona());
    await this.db.query(
      `INSERT INTO incarico (ambito_id, id, account_id, ruolo, incontro_id) VALUES ($1, gen_random_uuid(), $2, 'verbalizzante', $3)`,
      [ambito.id, who.id, incontro.id],
    );
    return who;
  }

  async ente(
    ambito: AmbitoWorld,
    fields: { stato?: StatoEnte; natura?: NaturaGiuridica; denominazione?: string; codiceFiscale?: string } = {},
  ): Promise<{ id: string; denominazione: string; email: string }> {
    const n = next();
    const ente = { id: randomUUID(), denominazione: fields.denominazione ?? `Associazione Prova ${n}`, email: `ente${n}@prova.test` };
    const sede = JSON.stringify({ indirizzo: 'Via di Prova 1', cap: '87064', comune: 'Corigliano-Rossano', provincia: 'CS' });
    const legale = JSON.stringify({ nome: 'Prova', cognome: 'Legale', codiceFiscale: 'RSSMRA85T10A562S' });
    await this.db.query(
      `INSERT INTO ente (ambito_id, id, stato, denominazione, natura_giuridica, codice_fiscale, sede_legale, email, telefono, legale_rappresentante, aree, presentazione, email_verificata)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '0983 111111', $9, '{}', '', CASE WHEN $3 IN ('verificato', 'sospeso') THEN $8 END)`,
      [
        ambito.id,
        ente.id,
        fields.stato ?? 'verificato',
        ente.denominazione,
        fields.natura ?? 'odv',
        fields.codiceFiscale ?? `9${String(randomInt(1e10)).padStart(10, '0')}`,
        sede,
        ente.email,
        legale,
      ],
    );
    return ente;
  }

  async operatore(ambito: AmbitoWorld, ente: { id: string }, persona?: Persona): Promise<Persona> {
    const who = persona ?? (await this.persona());
    await this.db.query('INSERT INTO operatore (ambito_id, id, ente_id, account_id) VALUES ($1, $2, $3, $4)', [
      ambito.id,
      randomUUID(),
      ente.id,
      who.id,
    ]);
    return who;
  }

  /** A published avviso, open from an hour ago to an hour from now unless told otherwise (hours from now). */
  async avviso(
    ambito: AmbitoWorld,
    tavoli: readonly TavoloWorld[],
    fields: {
      stato?: 'bozza' | 'pubblicato' | 'annullato';
      apre?: number;
      chiude?: number;
      nature?: NaturaGiuridica[];
      tardive?: boolean;
      titolari?: number;
      supplenti?: number;
    } = {},
  ): Promise<{ id: string }> {
    const id = randomUUID();
    const at = (hours: number) => new Date(Date.now() + hours * HOUR);
    await this.db.query(
      `INSERT INTO avviso (ambito_id, id, stato, titolo, testo, apre_at, chiude_at, posti_titolari, posti_supplenti, nature_ammesse, ammette_tardive, pubblicato_at)
       VALUES ($1, $2, $3, 'Avviso di prova', 'Testo di prova', $4, $5, $6, $7, $8, $9, CASE WHEN $3 <> 'bozza' THEN now() END)`,
      [
        ambito.id,
        id,
        fields.stato ?? 'pubblicato',
        at(fields.apre ?? -1),
        at(fields.chiude ?? 1),
        fields.titolari ?? 1,
        fields.supplenti ?? 1,
        fields.nature ?? [],
        fields.tardive ?? true,
      ],
    );
    for (const tavolo of tavoli)
      await this.db.query('INSERT INTO avviso_tavolo (ambito_id, avviso_id, tavolo_id) VALUES ($1, $2, $3)', [ambito.id, id, tavolo.id]);
    return { id };
  }

  /** A designazione in any state, as its life would have left it; people with the consent given. */
  async designazione(
    ambito: AmbitoWorld,
    {
      avviso,
      tavolo,
      ente,
      stato = 'bozza',
      consenso = 'in_attesa',
      veste = 'componente',
    }: {
      avviso: { id: string };
      tavolo: TavoloWorld;
      ente: { id: string };
      stato?: StatoDesignazione;
      consenso?: StatoConsenso;
      veste?: Veste;
    },
  ): Promise<DesignazioneWorld> {
    const id = randomUUID();
    const sent = stato !== 'bozza';
    await this.db.query(
      `INSERT INTO designazione (ambito_id, id, avviso_id, tavolo_id, ente_id, stato, veste, protocollo_anno, protocollo_numero, inviata_at, accettata_at, causa_fine, finita_at, integrare_entro)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, CASE WHEN $6 = 'da_integrare' THEN current_date + 10 END)`,
      [
        ambito.id,
        id,
        avviso.id,
        tavolo.id,
        ente.id,
        stato,
        sent ? veste : null,
        sent ? 1990 : null,
        sent ? next() : null,
        sent ? new Date() : null,
        ['accettata', 'sospesa', 'decaduta', 'cessata'].includes(stato) ? new Date() : null,
        stato === 'cessata' ? 'fine_mandato' : null,
        tra(DESIGNAZIONI_TOLTE, stato) ? new Date() : null,
      ],
    );
    const persone = [];
    for (const [ordine, ruolo] of (['titolare', 'supplente'] as const).entries()) {
      const persona = { id: randomUUID(), segreto: newSecret(), email: `designato${next()}@prova.test` };
      await this.db.query(
        `INSERT INTO rappresentante (ambito_id, id, designazione_id, ordine, ruolo, nome, cognome, email, consenso, segreto_hash, dimesso_il) VALUES ($1, $2, $3, $4, $5, 'Designata', $6, $7, $8, $9, $10)`,
        [
          ambito.id,
          persona.id,
          id,
          ordine,
          ruolo,
          `Persona${next()}`,
          persona.email,
          consenso,
          sent ? hashSecret(persona.segreto) : null,
          consenso === 'dimesso' ? '2026-01-10' : null,
        ],
      );
      if (tra(DESIGNAZIONI_COL_POSTO, stato) && consenso === 'dato') {
        await this.db.query(
          'INSERT INTO mandato (ambito_id, id, tavolo_id, ente_id, rappresentante_id, ruolo, veste) VALUES ($1, $2, $3, $4, $5, $6, $7)',
          [ambito.id, randomUUID(), tavolo.id, ente.id, persona.id, ruolo, veste],
        );
      }
      persone.push(persona);
    }
    return { id, version: 1, persone };
  }

  /** A procedimento di decadenza in any state, on a seat of its own. */
  async decadenza(
    ambito: AmbitoWorld,
    { avviso, tavolo, stato = 'aperto' }: { avviso: { id: string }; tavolo: TavoloWorld; stato?: StatoDecadenza },
    operatore?: Persona,
  ): Promise<{ id: string; enteId: string }> {
    const ente = await this.ente(ambito);
    if (operatore) await this.operatore(ambito, ente, operatore);
    const finita = stato === 'concluso' ? 'decaduta' : 'accettata';
    await this.designazione(ambito, { avviso, tavolo, ente, stato: finita, consenso: 'dato' });
    const id = randomUUID();
    await this.db.query(
      `INSERT INTO decadenza (ambito_id, id, tavolo_id, ente_id, stato, motivo, ragioni, ufficio, responsabile, dove_atti, termine, chiuso_at)
       VALUES ($1, $2, $3, $4, $5, 'altro', 'Ragioni di prova.', 'Ufficio di Piano', 'Responsabile di Prova', 'Via di Prova 1', current_date + 10, $6)`,
      [ambito.id, id, tavolo.id, ente.id, stato, stato === 'aperto' ? null : new Date()],
    );
    return { id, enteId: ente.id };
  }

  /** A seat offered without an avviso, with the secret that was mailed. @param giorni until its term */
  async postoDiretto(
    ambito: AmbitoWorld,
    tavolo: TavoloWorld,
    ente: { id: string },
    { stato = 'in_attesa', giorni = 30 }: { stato?: StatoDiretto; giorni?: number } = {},
  ): Promise<{ id: string; invitoId: string; segreto: string }> {
    const [id, invitoId, segreto] = [randomUUID(), randomUUID(), newSecret()];
    await this.db.query(
      `INSERT INTO invito_diretto (ambito_id, id, ente_id, invitato_da, atto_numero, atto_data) VALUES ($1, $2, $3, 'Chi invita', '1', '2026-01-08')`,
      [ambito.id, invitoId, ente.id],
    );
    await this.db.query(
      `INSERT INTO posto_diretto (ambito_id, id, invito_id, ente_id, tavolo_id, stato, veste, titolari, supplenti, scade_at) VALUES ($1, $2, $3, $4, $5, $6, 'istituzionale', 1, 1, now() + make_interval(days => $7))`,
      [ambito.id, id, invitoId, ente.id, tavolo.id, stato, giorni],
    );
    await this.db.query('INSERT INTO invito_diretto_segreto (segreto_hash, ambito_id, invito_id) VALUES ($1, $2, $3)', [
      hashSecret(segreto),
      ambito.id,
      invitoId,
    ]);
    return { id, invitoId, segreto };
  }

  /** An incontro of one tavolo in any state, beginning so many hours from now; with one punto, and nobody called. */
  async incontro(
    ambito: AmbitoWorld,
    tavolo: TavoloWorld,
    fields: { stato?: StatoIncontro; tra?: number; titolo?: string } = {},
  ): Promise<{ id: string }> {
    const id = randomUUID();
    const { stato = 'convocato', tra = 200 } = fields;
    await this.db.query(
      `INSERT INTO incontro (ambito_id, id, tavolo_id, tipo, stato, titolo, inizio_at, fine_at, link_video, convocato_at)
       VALUES ($1, $2, $3, 'tavolo', $4, $5, now() + make_interval(hours => $6), now() + make_interval(hours => $6 + 2), 'https://video.prova.test', CASE WHEN $4 <> 'bozza' THEN now() END)`,
      [ambito.id, id, tavolo.id, stato, fields.titolo ?? `Incontro ${next()}`, tra],
    );
    await this.db.query('INSERT INTO incontro_tavolo (ambito_id, incontro_id, tavolo_id) VALUES ($1, $2, $3)', [ambito.id, id, tavolo.id]);
    await this.db.query(
      `INSERT INTO incontro_punto (ambito_id, id, incontro_id, ordine, titolo) VALUES ($1, $2, $3, 0, 'Punto di prova')`,
      [ambito.id, randomUUID(), id],
    );
    return { id };
  }

  /** A verbale in any state, of an incontro that was held; with one section. */
  async verbale(ambito: AmbitoWorld, tavolo: TavoloWorld, stato: StatoVerbale): Promise<{ id: string; sezioneId: string }> {
    const incontro = await this.incontro(ambito, tavolo, { stato: 'svolto', tra: -200 });
    const [id, sezioneId] = [randomUUID(), randomUUID()];
    await this.db.query(
      `INSERT INTO verbale (ambito_id, id, incontro_id, tavolo_id, stato, revisione_fino_at, approvato_at)
       VALUES ($1, $2, $3, $4, $5, now() + interval '7 days', CASE WHEN $5 IN ('approvato', 'pubblicato') THEN now() END)`,
      [ambito.id, id, incontro.id, tavolo.id, stato],
    );
    await this.db.query(
      `INSERT INTO verbale_sezione (ambito_id, id, verbale_id, ordine, tipo, titolo, documento) VALUES ($1, $2, $3, 0, 'punto', 'Punto di prova', '{"type":"doc","content":[{"type":"paragraph"}]}')`,
      [ambito.id, sezioneId, id],
    );
    return { id, sezioneId };
  }

  /** An elaborato in any state, as its life would have left it; with one part, and what was accepted where it was. */
  async elaborato(
    ambito: AmbitoWorld,
    tavolo: TavoloWorld,
    stato: StatoElaborato,
    fields: { tipo?: TipoElaborato; scrivono?: ChiScrive } = {},
  ): Promise<{ id: string; parteId: string }> {
    const [id, parteId] = [randomUUID(), randomUUID()];
    const verbale = ['approvato', 'consegnato', 'accolto'].includes(stato) ? await this.verbale(ambito, tavolo, 'approvato') : null;
    const approvazione = verbale === null ? null : { verbaleId: verbale.id, sezioneId: verbale.sezioneId, decisione: null };
    const titolo = `Elaborato ${next()}`;
    await this.db.query(
      `INSERT INTO elaborato (ambito_id, id, tavolo_id, tipo, titolo, stato, scrivono, consultato_at, consultazione_fino_at, approvato_verbale_id, approvazione)
       VALUES ($1, $2, $3, $4, $5, $6, $7, CASE WHEN $6 <> 'bozza' THEN now() END, CASE WHEN $6 = 'in_consultazione' THEN now() + interval '7 days' END, $8, $9)`,
      [
        ambito.id,
        id,
        tavolo.id,
        fields.tipo ?? 'documento_libero',
        titolo,
        stato,
        fields.scrivono ?? 'staff',
        verbale?.id ?? null,
        approvazione === null ? null : JSON.stringify({ ...approvazione, at: new Date().toISOString() }),
      ],
    );
    const contenuto = {
      tipo: 'testo',
      documento: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Testo di prova.' }] }] },
    };
    await this.db.query(
      `INSERT INTO elaborato_sezione (ambito_id, id, elaborato_id, ordine, chiave, titolo, contenuto) VALUES ($1, $2, $3, 0, 'testo', 'Testo', $4)`,
      [ambito.id, parteId, id, JSON.stringify(contenuto)],
    );
    if (stato === 'accolto') {
      const foto = {
        formato: 2,
        id,
        ambito: ambito.slug,
        tavolo: { id: tavolo.id, codice: 'T', nome: tavolo.nome },
        tipo: 'documento_libero',
        titolo,
        sezioni: [{ id: parteId, chiave: 'testo', titolo: 'Testo', contenuto }],
        file: null,
        comuni: [],
        obiettivo: null,
        fonti: [],
        approvazione: { ...approvazione, titolo: 'Verbale di prova' },
      };
      await custodisci(this.db, 'a'.repeat(64));
      await this.db.query(
        'INSERT INTO elaborato_accoglimento (ambito_id, elaborato_id, at, protocollo_anno, protocollo_numero, foto, sha256, pdf_sha256, bytes) VALUES ($1, $2, now(), 1990, $3, $4, $5, $5, 1)',
        [ambito.id, id, next(), JSON.stringify(foto), 'a'.repeat(64)],
      );
    }
    return { id, parteId };
  }

  /** Somebody called to an incontro, with the secret of their link. */
  async invitato(
    ambito: AmbitoWorld,
    incontro: { id: string },
    fields: { email?: string; nome?: string } = {},
  ): Promise<{ id: string; segreto: string; email: string }> {
    const n = next();
    const invitato = { id: randomUUID(), segreto: newSecret(), email: fields.email ?? `ospite${n}@prova.test` };
    await this.db.query(`INSERT INTO invitato (ambito_id, id, incontro_id, ruolo, nome, email) VALUES ($1, $2, $3, 'ospite', $4, $5)`, [
      ambito.id,
      invitato.id,
      incontro.id,
      fields.nome ?? `Ospite Numero${n}`,
      invitato.email,
    ]);
    await this.db.query('INSERT INTO invito_segreto (segreto_hash, ambito_id, invitato_id) VALUES ($1, $2, $3)', [
      hashSecret(invitato.segreto),
      ambito.id,
      invitato.id,
    ]);
    return invitato;
  }

  /** A contributo in any state, as its life would have left it, with the secrets of its author. */
  contributo(ambito: AmbitoWorld, tavolo: TavoloWorld, fields: CampiContributo = {}): Promise<ContributoWorld> {
    return inserisciContributo(this.db, ambito, tavolo, next(), fields);
  }

  /** The usual world: an ambito with one tavolo, its referente and coordinatore, a verified ente with its operatore, an open avviso. */
  async base() {
    const ambito = await this.ambito();
    const tavolo = await this.tavolo(ambito);
    const coordinatore = await this.incarico(ambito, 'coordinatore');
    const ufficio = await this.incarico(ambito, 'ufficio_di_piano');
    const referente = await this.incarico(ambito, 'referente', tavolo);
    const ente = await this.ente(ambito);
    const operatore = await this.operatore(ambito, ente);
    const avviso = await this.avviso(ambito, [tavolo]);
    return { ambito, tavolo, coordinatore, ufficio, referente, ente, operatore, avviso };
  }
}
