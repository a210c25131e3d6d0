import type { Permission, VisibleKind } from '@tavoli/shared';

/**
 * Every text of the schema, by what it is. A column of text or JSON that is not here fails the tests: whoever adds one says whose words it holds, and the canaries go through it from then on.
 *
 * - `MACCHINA`: codes, states, digests, paths: no words of anybody.
 * - `PERSONA`: names and addresses of people and enti, followed by the tests of privacy (G-1 … G-3).
 * - `ALTRUI`: words of other things, as they were sent to one person, answered or collected for the offices: looked at as answers, and never read by everybody.
 * - `parole(…)`: words of the thing it belongs to, and who reads them. A new kind of text is one line here, with `valore` where it is JSON.
 * - `documento(…)`: words fixed for good in what was published, together with their fingerprint; they leave only with the document.
 * There is no entry for words of *another* thing: steps, links and sources keep its id, and `platform/access/nomi.ts` finds the words when somebody reads.
 */
export type Testo = 'macchina' | 'persona' | 'altrui' | Parole;

export interface Parole {
  /** The kind of the thing, as `Places` finds it, and SQL of its id; `x` is the row. */
  readonly di: VisibleKind | 'ambito' | 'tavolo';
  readonly id: string;
  /** `vede`: whoever may know that the thing exists. Else one of these permissions at its place is needed too; none: nobody reads it in an answer. */
  readonly chi: 'vede' | readonly Permission[];
  /** SQL of the new value; `$1` is the canary, as text. */
  readonly valore: string;
  /** Rows that can hold it. */
  readonly dove: string;
  readonly documento: boolean;
  /** States of the thing in which whoever sees it reads them, whatever `chi` says. */
  readonly apertoIn: readonly string[];
}

const MACCHINA = 'macchina';
const PERSONA = 'persona';
const ALTRUI = 'altrui';

type Opzioni = Partial<Pick<Parole, 'chi' | 'valore' | 'dove' | 'documento' | 'apertoIn'>>;
const parole = (
  di: Parole['di'],
  id: string,
  { chi = 'vede', valore = '$1', dove = 'true', documento = false, apertoIn = [] }: Opzioni = {},
): Parole => ({
  di,
  id,
  chi,
  valore,
  dove,
  documento,
  apertoIn,
});

const DOC = `jsonb_build_object('type', 'doc', 'content', jsonb_build_array(jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', $1::text)))))`;
const json = (colonna: string, ...chiavi: string[]): string =>
  chiavi.reduce((sql, k) => `jsonb_set(${sql}, '{${k}}', to_jsonb($1::text))`, `x.${colonna}`);

const DEL_VERBALE = `(SELECT s.verbale_id FROM verbale_sezione s WHERE s.ambito_id = x.ambito_id AND s.id = x.sezione_id)`;
const DELL_ELABORATO = `(SELECT s.elaborato_id FROM elaborato_sezione s WHERE s.ambito_id = x.ambito_id AND s.id = x.sezione_id)`;
const DELL_ELENCO = `(SELECT k.avviso_id FROM elenco_ammessi k WHERE k.ambito_id = x.ambito_id AND k.id = x.elenco_id)`;
const LEGGE_VERBALE: Opzioni = { chi: ['verbale.leggi'] };
const LEGGE_ELABORATO: Opzioni = { chi: ['elaborato.leggi'] };
const GESTISCE: Opzioni = { chi: ['contributo.gestisci'] };
const DATE: Opzioni = { chi: ['disponibilita.vedi', 'disponibile.vedi'] };
const UFFICI: Opzioni = { chi: ['piano.prepara'] };

export const TESTI: Readonly<Record<string, Testo>> = {
  ...tutte(MACCHINA, {
    account: ['password_hash'],
    allegato: ['file', 'numero'],
    ambito: ['slug'],
    atto: ['albo', 'file', 'tipo'],
    avviso: ['nature_ammesse', 'nature_istituzionali', 'nature_osservatrici', 'determina_numero'],
    avviso_file: ['sha256'],
    elenco_ammessi: ['determina_numero'],
    elenco_ammessi_riga: ['veste'],
    // Of a field the key that the code has for it, never the heading; ids of what was made.
    caricamento: ['colonne', 'conteggi', 'nuove'],
    caricamento_mappa: ['tipo'],
    comune: ['belfiore', 'istat'],
    contributi_tempi: ['tempi'],
    contributo: ['codice', 'comune', 'motivo', 'tipo', 'omissis'],
    contributo_file: ['media_type', 'sha256'],
    contributo_passo: ['tipo'],
    convocazione: ['sha256'],
    disponibilita_persona: ['risposte'],
    dossier: ['errore', 'passo', 'pdf_sha256', 'zip_sha256'],
    dossier_file: ['percorso', 'sha256'],
    elaborato: ['approvazione'],
    elaborato_accoglimento: ['pdf_sha256', 'sha256'],
    elaborato_fonte: ['tipo'],
    elaborato_sezione: ['chiave'],
    email: ['anche', 'chiave', 'tipo', 'oggetto_tipo', 'errore', 'files', 'rinuncia'],
    email_file: ['sha256'],
    email_rinuncia: ['tipo'],
    email_rinuncia_segreto: ['tipo'],
    ente: ['aree', 'codice_fiscale', 'codice_ipa', 'comune_istat', 'natura_giuridica', 'partita_iva', 'runts'],
    fase: ['chiave', 'organo'],
    file_archivio: ['oggetto_tipo', 'sha256'],
    file_custodito: ['firmatari', 'sha256'],
    idempotenza: ['chiave', 'rotta'],
    incontro: ['quorum'],
    incarico: ['atto_numero'],
    incarico_rinnovo: ['atto_numero'],
    invito_diretto: ['atto_numero'],
    incontro_file: ['sha256'],
    incontro_punto: ['quorum'],
    iter: ['modello'],
    mandato: ['veste'],
    migrations: ['name'],
    piano_firmato: ['sha256'],
    presenza: ['veste'],
    // Of a number of an office: who gave it, and under which title.
    protocollo_esterno: ['amministrazione', 'aoo', 'registro', 'numero'],
    oscuramento_impronta: ['vecchia', 'nuova', 'percorso'],
    oscuramento_originale: ['media_type', 'sha256'],
    oscuramento_segno: ['percorso'],
    oscuramento_sostituto: ['media_type', 'sha256'],
    posta: ['host', 'errore'],
    registro: ['azione', 'oggetto_tipo'],
    ricerca_voce: ['percorso', 'tavoli', 'tipo'],
    sigillo: ['chiave', 'dichiarazione', 'firma'],
    sigillo_documento: ['sha256'],
    sollecito: ['tipo'],
    tavolo: ['chiuso_atto_numero', 'codice', 'slug', 'regole'],
    tentativo: ['chiave'],
    verbale_pubblicazione: ['sha256'],
    verbale_sezione: ['quorum'],
  }),
  ...tutte(PERSONA, {
    account: ['cognome', 'email', 'nome'],
    account_segreto: ['email'],
    ambito: ['contatti'],
    contributo: ['autore_email', 'autore_nome', 'provenienza_nome', 'raccolto_da'],
    dossier: ['richiesto_nome'],
    disponibilita_persona: ['email', 'enti', 'nome'],
    segnalazione: ['email'],
    elaborato_commento: ['autore_nome'],
    elaborato_sezione: ['aggiornata_da', 'tenuta_nome'],
    elaborato_versione: ['nome'],
    email: ['a_indirizzo', 'a_nome', 'da_nome', 'rispondi_a'],
    email_rinuncia: ['indirizzo'],
    email_rinuncia_segreto: ['indirizzo'],
    avviso: ['responsabile_nome', 'responsabile_ufficio', 'responsabile_telefono', 'responsabile_email'],
    ente: [
      'denominazione',
      'email',
      'email_verificata',
      'legale_rappresentante',
      'pec',
      'sede_legale',
      'sede_operativa',
      'telefono',
      'statuto',
    ],
    fase: ['organo_nome', 'responsabile'],
    firmatario: ['email', 'persona'],
    impegno: ['chi', 'chiuso_da'],
    incontro_ospite: ['email', 'nome', 'per'],
    incontro_punto: ['relatore'],
    invitato: ['email', 'nome'],
    incarico: ['comune_di', 'invitato_email'],
    incarico_rinnovo: ['verifica'],
    invito_diretto: ['invitato_da'],
    operatore_invito: ['email'],
    presenza: ['rilevata_da', 'supplente', 'titolare'],
    rappresentante: ['cognome', 'email', 'nome', 'qualifica', 'telefono'],
    seguito: ['indirizzo'],
    sessione: ['dispositivo'],
    verbale_correzione: ['autore_nome'],
    verbale_sezione: ['aggiornata_da', 'tenuta_nome'],
    verbale_versione: ['nome'],
  }),

  'ambito.nome': parole('ambito', 'x.id'),
  'ambito.capofila': parole('ambito', 'x.id'),
  'ambito.regione': parole('ambito', 'x.id'),
  // How it calls itself and its organs; the name in full is made of it.
  'ambito.parole': parole('ambito', 'x.id', {
    valore: `coalesce(x.parole, '{}') || jsonb_build_object('nomeEsteso', jsonb_build_object('testo', $1::text, 'plurale', '', 'articolo', 'l’', 'genere', 'm'),
      'organoPolitico', jsonb_build_object('testo', $1::text, 'plurale', $1::text, 'articolo', 'il', 'genere', 'm'))`,
  }),
  // All of it is for everybody but who works in the office and did not want to be named: their place holds the canary.
  'ambito.impostazioni': parole('ambito', 'x.id', {
    chi: ['ambito.modifica'],
    valore: `jsonb_set(x.impostazioni, '{ufficio}', jsonb_build_object('sede', 'Via di Prova 1', 'orari', '', 'telefono', NULL, 'email', NULL,
      'persone', jsonb_build_array(jsonb_build_object('nome', $1::text, 'ruolo', $1::text, 'ente', $1::text, 'pubblica', false))))`,
  }),
  'capofila.nome': parole('ambito', 'x.ambito_id'),
  'capofila.atto': parole('ambito', 'x.ambito_id'),
  'capofila.motivo': parole('ambito', 'x.ambito_id', { chi: ['ambito.modifica'] }),
  'comune_periodo.istat': MACCHINA,
  'comune_periodo.atto': parole('ambito', 'x.ambito_id'),
  'comune_periodo.motivo': parole('ambito', 'x.ambito_id', { chi: ['ambito.modifica'] }),
  'area_tematica.nome': parole('ambito', 'x.ambito_id'),
  'comune.nome': parole('ambito', 'x.ambito_id'),
  'pagina_legale.documento': parole('ambito', 'x.ambito_id', { valore: DOC }),
  'tavolo.nome': parole('tavolo', 'x.id'),
  'tavolo.chiuso_motivo': parole('tavolo', 'x.id', { chi: [], dove: 'x.chiuso_motivo IS NOT NULL' }),
  'tavolo.chiuso_atto_tipo': parole('tavolo', 'x.id', { dove: 'x.chiuso_atto_tipo IS NOT NULL' }),
  'tavolo.scopo': parole('tavolo', 'x.id'),
  // Questions to who writes a contributo: kept with the answers as they were asked.
  'tavolo.contributi': parole('tavolo', 'x.id', {
    valore: `jsonb_build_object('apertura', jsonb_build_object('tipo', 'sempre'), 'domande', jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'testo', $1::text)))`,
  }),
  'piano_di_zona.titolo': parole('piano', 'x.id'),
  'piano_di_zona.motivazione': parole('piano', 'x.id', UFFICI),
  'piano_di_zona.consegna': parole('piano', 'x.id', {
    dove: 'x.consegna IS NOT NULL',
    valore: `jsonb_build_object('inviatoIl', '2031-01-01', 'protocollo', $1::text, 'protocolloRegione', $1::text)`,
  }),
  'piano_di_zona.programmi': parole('piano', 'x.id', {
    valore: `jsonb_build_array(jsonb_build_object('anno', 2031, 'titolo', $1::text, 'atti', jsonb_build_array(jsonb_build_object('titolo', $1::text, 'numero', $1::text, 'data', NULL))))`,
  }),
  'piano_firmato.nome': parole('piano', 'x.piano_id'),
  // What the coordinatore wrote; null: the thing itself says how it is called.
  'allegato.titolo': parole('piano', 'x.piano_id', { ...UFFICI, apertoIn: ['pubblicato'] }),
  'dossier_file.titolo': parole('piano', '(SELECT d.piano_id FROM dossier d WHERE d.id = x.dossier_id)', { documento: true }),

  'ente.presentazione': parole('ente', 'x.id'),
  'ente.motivazione': parole('ente', 'x.id'),
  'operatore_richiesta.messaggio': parole('ente', 'x.ente_id'),
  'avviso.titolo': parole('avviso', 'x.id'),
  'avviso.testo': parole('avviso', 'x.id'),
  'avviso.motivazione': parole('avviso', 'x.id'),
  'avviso.requisiti': parole('avviso', 'x.id', {
    valore: `jsonb_build_array(jsonb_build_object('testo', $1::text, 'verifica', 'ufficio'))`,
  }),
  'avviso.dichiarazioni': parole('avviso', 'x.id', {
    valore: `jsonb_build_array(jsonb_build_object('testo', $1::text, 'obbligatoria', false))`,
  }),
  'designazione.dichiarazioni': parole('designazione', 'x.id', {
    valore: `jsonb_build_array(jsonb_build_object('testo', $1::text, 'obbligatoria', false, 'resa', true))`,
  }),
  'elenco_ammessi_riga.denominazione': parole('avviso', DELL_ELENCO),
  'elenco_ammessi_riga.tavolo_nome': parole('avviso', DELL_ELENCO),
  'avviso_file.nome': parole('avviso', 'x.avviso_id'),
  'avviso_chiarimento.domanda': parole('avviso', 'x.avviso_id'),
  'avviso_chiarimento.risposta': parole('avviso', 'x.avviso_id'),
  'avviso_rettifica.cambi': parole('avviso', 'x.avviso_id', {
    valore: `jsonb_build_array(jsonb_build_object('campo', 'testo', 'prima', $1::text, 'dopo', $1::text))`,
  }),
  'avviso_rettifica.motivazione': parole('avviso', 'x.avviso_id'),
  'avviso_proroga.motivazione': parole('avviso', 'x.avviso_id'),
  'designazione.motivazione': parole('designazione', 'x.id'),
  'rappresentante.dimissioni_testo': parole('designazione', 'x.designazione_id', { dove: `x.consenso = 'dimesso'` }),
  'decadenza.ragioni': parole('decadenza', 'x.id'),
  'decadenza.ufficio': parole('decadenza', 'x.id'),
  'decadenza.responsabile': parole('decadenza', 'x.id'),
  'decadenza.dove_atti': parole('decadenza', 'x.id'),
  'decadenza.motivazione': parole('decadenza', 'x.id'),
  'decadenza_proposta.ragioni': parole('designazione', 'x.designazione_id'),
  'decadenza_proposta.risposta': parole('designazione', 'x.designazione_id', { dove: `x.stato = 'declinata'` }),
  'decadenza_proposta.proposta_da': parole('designazione', 'x.designazione_id'),
  'decadenza_memoria.testo': parole('decadenza', 'x.decadenza_id'),
  'posto_diretto.motivazione': parole('diretto', 'x.id'),
  'disponibilita.titolo': parole('disponibilita', 'x.id', DATE),
  'disponibilita.messaggio': parole('disponibilita', 'x.id', DATE),
  'disponibilita.sede': parole('disponibilita', 'x.id', {
    ...DATE,
    valore: `jsonb_build_object('nome', $1::text, 'indirizzo', 'Via di Prova 1', 'accessibile', true)`,
  }),
  'disponibilita.link_video': parole('disponibilita', 'x.id', { ...DATE, valore: `'https://video.prova.test/' || $1` }),
  'proposta.titolo': parole('proposta', 'x.id', { chi: ['proposta.elenca'] }),
  'proposta.perche': parole('proposta', 'x.id', { chi: ['proposta.elenca'] }),
  'proposta.motivazione': parole('proposta', 'x.id', { chi: ['proposta.elenca'] }),
  'segnalazione.pagina': parole('segnalazione', 'x.id', { chi: ['segnalazione.elenca'] }),
  'segnalazione.testo': parole('segnalazione', 'x.id', { chi: ['segnalazione.elenca'] }),
  'segnalazione.motivazione': parole('segnalazione', 'x.id', { chi: ['segnalazione.elenca'] }),
  'osservatore.gruppo': parole('osservatore', 'x.id', { chi: ['osservatore.elenca'] }),
  'osservatore.perche': parole('osservatore', 'x.id', { chi: ['osservatore.elenca'] }),
  'osservatore.motivazione': parole('osservatore', 'x.id', { chi: ['osservatore.elenca'] }),

  'incontro.titolo': parole('incontro', 'x.id'),
  'incontro.motivazione': parole('incontro', 'x.id'),
  'incontro.sede': parole('incontro', 'x.id', {
    valore: `jsonb_build_object('nome', $1::text, 'indirizzo', 'Via di Prova 1', 'accessibile', true)`,
  }),
  'incontro.link_video': parole('incontro', 'x.id', { chi: ['incontro.segui'], valore: `'https://video.prova.test/' || $1` }),
  'incontro_tavolo.consenso_motivo': parole('incontro', 'x.incontro_id', { chi: ['incontro.segui'] }),
  'incontro_punto.titolo': parole('incontro', 'x.incontro_id'),
  'incontro_file.nome': parole('incontro', 'x.incontro_id'),
  'convocazione.contenuto': ALTRUI,
  'convocazione.motivazione': parole('incontro', 'x.incontro_id'),
  'convocazione.urgenza': parole('incontro', 'x.incontro_id'),

  'modello_odg.nome': parole('tavolo', 'x.tavolo_id', { chi: ['incontro.crea'], dove: 'x.tavolo_id IS NOT NULL' }),
  'modello_odg.punti': parole('tavolo', 'x.tavolo_id', {
    chi: ['incontro.crea'],
    dove: 'x.tavolo_id IS NOT NULL',
    valore: `jsonb_build_array(jsonb_build_object('titolo', $1::text, 'minuti', NULL))`,
  }),

  'verbale.motivazione': parole('verbale', 'x.id', LEGGE_VERBALE),
  'verbale.anticipo_motivo': parole('verbale', 'x.id', { documento: true }),
  'verbale.rettifica_motivo': parole('verbale', 'x.id', { dove: 'x.rettifica_di IS NOT NULL' }),
  'verbale_sezione.titolo': parole('verbale', 'x.verbale_id', LEGGE_VERBALE),
  'verbale_sezione.documento': parole('verbale', 'x.verbale_id', { ...LEGGE_VERBALE, valore: DOC }),
  'verbale_sezione.decisioni': parole('verbale', 'x.verbale_id', {
    ...LEGGE_VERBALE,
    valore: `jsonb_build_array(jsonb_build_object('testo', $1::text, 'modo', 'unanimita', 'favorevoli', NULL, 'contrari', NULL, 'astenuti', NULL))`,
  }),
  'verbale_sezione.impegni': parole('verbale', 'x.verbale_id', {
    ...LEGGE_VERBALE,
    valore: `jsonb_build_array(jsonb_build_object('testo', $1::text, 'chi', 'Chi Prova', 'entro', NULL))`,
  }),
  'verbale_versione.documento': parole('verbale', DEL_VERBALE, { ...LEGGE_VERBALE, valore: DOC }),
  'verbale_correzione.motivo': parole('verbale', 'x.verbale_id', LEGGE_VERBALE),
  'verbale_correzione.passaggio': parole('verbale', 'x.verbale_id', LEGGE_VERBALE),
  'verbale_correzione.proposta': parole('verbale', 'x.verbale_id', LEGGE_VERBALE),
  'verbale_correzione.risposta': parole('verbale', 'x.verbale_id', LEGGE_VERBALE),
  'verbale_pubblicazione.contenuto': parole('verbale', 'x.verbale_id', {
    documento: true,
    valore: `jsonb_build_object('presenti', '[]'::jsonb, 'sezioni', (SELECT jsonb_agg(s || jsonb_build_object('titolo', $1::text)) FROM jsonb_array_elements(x.contenuto->'sezioni') s))`,
  }),
  'verbale_pubblicazione.stampato': parole('verbale', 'x.verbale_id', {
    documento: true,
    valore: `jsonb_set(x.stampato, '{incontro,titolo}', to_jsonb($1::text))`,
  }),
  // Born from an approved verbale, it lives on its own: read by those who read the verbale whole.
  'impegno.testo': parole('verbale', 'x.verbale_id', LEGGE_VERBALE),
  'impegno.motivazione': parole('verbale', 'x.verbale_id', LEGGE_VERBALE),

  'contributo.testi': parole('contributo', 'x.id', { ...GESTISCE, valore: json('testi', 'titolo', 'testo') }),
  'contributo.pubblico': parole('contributo', 'x.id', {
    dove: 'x.pubblico IS NOT NULL',
    valore: `jsonb_set(${json('pubblico', 'titolo', 'testo')}, '{risposte}', jsonb_build_array(jsonb_build_object('domanda', $1::text, 'testo', $1::text)))`,
  }),
  'contributo.motivazione': parole('contributo', 'x.id'),
  'contributo.motivo_omissis': parole('contributo', 'x.id'),
  'contributo.riesame_motivo': parole('contributo', 'x.id', GESTISCE),
  'contributo.riesame_risposta': parole('contributo', 'x.id', GESTISCE),
  'contributo.zona': parole('contributo', 'x.id'),
  'contributo_precedente.testi': parole('contributo', 'x.contributo_id', { ...GESTISCE, valore: json('testi', 'titolo', 'testo') }),
  'contributo_passo.motivazione': parole('contributo', 'x.contributo_id'),
  'contributo_file.nome': parole('contributo', 'x.contributo_id', { dove: 'x.contributo_id IS NOT NULL' }),

  'elaborato.titolo': parole('elaborato', 'x.id'),
  'elaborato.motivazione': parole('elaborato', 'x.id', LEGGE_ELABORATO),
  'elaborato.anticipo_motivo': parole('elaborato', 'x.id', { ...LEGGE_ELABORATO, dove: 'x.anticipo_motivo IS NOT NULL' }),
  'elaborato.file': MACCHINA,
  'elaborato_sezione.titolo': parole('elaborato', 'x.elaborato_id', LEGGE_ELABORATO),
  'elaborato_sezione.contenuto': parole('elaborato', 'x.elaborato_id', {
    ...LEGGE_ELABORATO,
    dove: `x.contenuto ? 'documento'`,
    valore: `jsonb_set(x.contenuto, '{documento}', ${DOC})`,
  }),
  'elaborato_versione.contenuto': parole('elaborato', DELL_ELABORATO, {
    ...LEGGE_ELABORATO,
    dove: `x.contenuto ? 'documento'`,
    valore: `jsonb_set(x.contenuto, '{documento}', ${DOC})`,
  }),
  'elaborato_commento.testo': parole('elaborato', 'x.elaborato_id', LEGGE_ELABORATO),
  'elaborato_commento.risposta': parole('elaborato', 'x.elaborato_id', LEGGE_ELABORATO),
  'elaborato_commento.passaggio': parole('elaborato', 'x.elaborato_id', LEGGE_ELABORATO),
  'elaborato_accoglimento.foto': parole('elaborato', 'x.elaborato_id', { documento: true, valore: json('foto', 'titolo') }),

  'fase.titolo': parole('fase', 'x.id'),
  'fase.descrizione': parole('fase', 'x.id'),
  'fase.attesi': parole('fase', 'x.id', {
    valore: `jsonb_build_array(jsonb_build_object('direzione', 'uscita', 'tipo', 'verbale', 'titolo', $1::text))`,
  }),
  'fase.note': parole('fase', 'x.id', { chi: ['iter.segui'] }),
  'fase.motivazione': parole('fase', 'x.id'),
  'atto.titolo': parole('atto', 'x.id'),
  'atto.numero': parole('atto', 'x.id'),
  'atto.organo': parole('atto', 'x.id'),
  'atto.ufficio': parole('atto', 'x.id'),
  'atto.firmatario': parole('atto', 'x.id'),
  'atto.impegni': parole('atto', 'x.id'),
  'atto.parti': parole('atto', 'x.id', { valore: `jsonb_build_array($1::text)` }),
  'firmatario.ente': parole('firmatario', 'x.id'),
  'firmatario.carica': parole('firmatario', 'x.id'),
  'firmatario.atto': parole('firmatario', 'x.id', { dove: `x.stato = 'raccolta'` }),
  'firmatario.motivazione': parole('firmatario', 'x.id', { chi: ['iter.segui'] }),
  // What all may read of the accepted ones is the page of the iter.
  'adesione.impegno': parole('adesione', 'x.id', { dove: `x.stato <> 'accolta'` }),
  'adesione.motivazione': parole('adesione', 'x.id'),
  'adesione_risorsa.descrizione': parole('adesione', 'x.adesione_id', {
    dove: `(SELECT d.stato FROM adesione d WHERE d.id = x.adesione_id) <> 'accolta'`,
  }),
  'osservazione.da': parole('osservazione', 'x.id', { dove: `x.stato NOT IN ('accolta', 'accolta_in_parte')` }),
  'osservazione.testo': parole('osservazione', 'x.id', { dove: `x.stato NOT IN ('accolta', 'accolta_in_parte')` }),
  'osservazione.motivazione': parole('osservazione', 'x.id', { dove: `x.stato = 'non_accolta'` }),
  'osservazione.file': MACCHINA,
  // Of a file that the office sent: its name, its cells, what is said of its rows.
  'caricamento.file': parole('caricamento', 'x.id', {
    chi: ['caricamento.vedi'],
    valore: json('file', 'nome'),
  }),
  'caricamento.righe': parole('caricamento', 'x.id', {
    chi: ['caricamento.vedi'],
    dove: 'x.righe IS NOT NULL',
    valore: json('righe', '0,celle,0'),
  }),
  'caricamento.piano': parole('caricamento', 'x.id', {
    chi: ['caricamento.vedi'],
    dove: 'x.piano IS NOT NULL',
    valore: json('piano', '0,titolo'),
  }),
  // What stood before, to be put back: no answer says it.
  'caricamento.effetti': parole('caricamento', 'x.id', {
    chi: [],
    dove: 'x.effetti IS NOT NULL',
    valore: `jsonb_set(x.effetti, '{aggiornate}', jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'traccia', $1::text, 'prima', jsonb_build_object('nome', $1::text))))`,
  }),
  // Headings of files of before, to know them again: no answer says them.
  'caricamento_mappa.mappa': parole('ambito', 'x.ambito_id', { chi: [], valore: `jsonb_build_object($1::text, 'nome')` }),
  'caricamento.motivazione': parole('caricamento', 'x.id', { chi: ['caricamento.vedi'] }),

  // Words sent, or answered, to one person: they are looked at as answers to that person.
  'email.calendario': ALTRUI,
  'email.subject': ALTRUI,
  'email.testo': ALTRUI,
  'email.html': ALTRUI,
  'idempotenza.corpo': ALTRUI,
  'sollecito.oggetto': parole('ambito', 'x.ambito_id', UFFICI),
  'sollecito.testo': parole('ambito', 'x.ambito_id', UFFICI),
  // Why a text was blacked out stands in the register; what it was stays in the archive of the office.
  'oscuramento.motivazione': parole('ambito', 'x.ambito_id'),
  'oscuramento_originale.testo': parole('ambito', 'x.ambito_id', { chi: ['oscuramento.originale'], valore: 'to_jsonb($1::text)' }),
  'oscuramento_originale.nome': parole('ambito', 'x.ambito_id', { chi: ['oscuramento.originale'] }),
  'oscuramento_sostituto.nome': parole('ambito', 'x.ambito_id'),
  // Made by the database from the public views: looked at as an answer to everybody.
  'ricerca_voce.testo': ALTRUI,
  'ricerca_voce.titolo': ALTRUI,
  'ricerca_parola.parola': ALTRUI,
  // Reasons of acts, read by the offices; the story of a thing shows the reasons to who reads the thing whole.
  'registro_dettaglio.contenuto': ALTRUI,
};

function tutte(testo: Testo, colonne: Readonly<Record<string, readonly string[]>>): Record<string, Testo> {
  return Object.fromEntries(Object.entries(colonne).flatMap(([tabella, nomi]) => nomi.map(nome => [`${tabella}.${nome}`, testo])));
}

/** All that hold words, by `table.column`. */
export const PAROLE: readonly (readonly [colonna: string, parole: Parole])[] = Object.entries(TESTI).flatMap(([colonna, t]) =>
  typeof t === 'string' ? [] : [[colonna, t] as const],
);
