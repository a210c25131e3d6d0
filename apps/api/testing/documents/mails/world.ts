import type { DecadenzaPerEmail } from '../../../src/decadenze/decadenze.emails.data.js';
import type { CambioPerEmail } from '../../../src/ambiti/ambiti.emails.js';
import type { AvvisoPerEmail } from '../../../src/avvisi/avvisi.emails.js';
import type { ContributoPerEmail } from '../../../src/contributi/contributo/contributi.emails.data.js';
import type { ElencoPerEmail } from '../../../src/elenchi/elenchi.emails.js';
import type { DesignazionePerEmail } from '../../../src/designazioni/designazioni.emails.data.js';
import type { ElaboratoPerEmail } from '../../../src/elaborati/elaborato/elaborati.emails.js';
import type { EntePerEmail } from '../../../src/enti/enti.emails.data.js';
import type { ImpegnoInScadenza } from '../../../src/impegni/impegni.emails.js';
import type { DisponibilitaPerEmail } from '../../../src/incontri/disponibilita/disponibilita.emails.js';
import type { PropostaPerEmail } from '../../../src/incontri/proposte/proposte.emails.js';
import type { OsservatorePerEmail } from '../../../src/osservatori/osservatori.emails.js';
import type { SottogruppoPerEmail } from '../../../src/sottogruppi/sottogruppi.emails.js';
import type { FineDeiMandati } from '../../../src/chiusure/mandati.emails.js';
import type { AmbitoPerEmail } from '../../../src/incarichi/incarichi.emails.js';
import type { Atto } from '../../../src/incontri/inviti/incontri.emails.js';
import type { Mano } from '../../../src/incontri/inviti/passaggi.emails.js';
import type { DatiIncontro } from '../../../src/incontri/incontro/incontri.data.js';
import type { Casella, Invitato } from '../../../src/incontri/incontro/invitati.js';
import type { AdesionePerEmail } from '../../../src/iter/adesioni/adesioni.emails.js';
import type { InRevisione } from '../../../src/verbali/verbale/verbali.emails.js';

/** Invented people and things at fixed hours: what the mails of `docs/MAILS.md` tell of. */
export const ORA = new Date('2027-03-15T09:00:00Z');
export const POI = new Date('2027-03-22T15:30:00Z');
export const ID = '00000000-0000-4000-8000-000000000001';
export const SEGRETO = 'SEGRETO';
export const SLUG = 'esempio';
export const ORIGINE = 'https://tavoli.example.org';

export const ADA = { nome: 'Ada', cognome: 'Neri', email: 'ada@example.org' };
export const CHI = { name: 'Bruno Galli', address: 'bruno@example.org' };
const ALTRA = { name: 'Carla Rossi', address: 'carla@example.org' };
export const TAVOLO = { id: ID, slug: 'anziani', nome: 'Anziani' };
export const DOVE = { ambitoId: ID, ambitoSlug: SLUG, id: ID };
export const CAMBIO: CambioPerEmail = {
  ambitoId: ID,
  ambitoSlug: SLUG,
  version: 2,
  nome: 'Comune di Borgo Alto',
  giorno: '2027-03-08',
  atto: 'Convenzione n. 3 del 1º marzo 2027',
  motivazione: 'lo prevede la nuova convenzione.',
  per: [CHI],
};
export const MANDATI: FineDeiMandati = { ambitoId: ID, ambitoSlug: SLUG, fino: '2027-12-31', tavoli: ['Anziani', 'Famiglie'] };
export const OSSERVATORE: OsservatorePerEmail = {
  id: ID,
  version: 1,
  ambitoId: ID,
  ambitoSlug: SLUG,
  tavoloId: ID,
  tavoloSlug: TAVOLO.slug,
  tavolo: TAVOLO.nome,
  persona: { name: 'Ada Neri', address: ADA.email },
  gruppo: 'Comitato Piana Aperta',
  perche: 'seguiamo da anni i servizi per gli anziani.',
  chiestoAt: ORA,
  guidano: [CHI],
};
export const DISPONIBILITA: DisponibilitaPerEmail = {
  id: ID,
  ambitoId: ID,
  tavoloId: ID,
  tavolo: TAVOLO.nome,
  titolo: 'Incontro sul trasporto sociale',
  messaggio: 'dura due ore, e vorremmo esserci tutti.',
  entroAt: ORA,
  date: [ORA, new Date(ORA.getTime() + 86_400_000)],
};
export const PROPOSTA: PropostaPerEmail = {
  id: ID,
  version: 1,
  ambitoId: ID,
  ambitoSlug: SLUG,
  tavoloId: ID,
  tavoloSlug: TAVOLO.slug,
  tavolo: TAVOLO.nome,
  titolo: 'Trasporto sociale nelle frazioni',
  perche: 'chi vive in montagna non arriva agli ambulatori.',
  minuti: 20,
  persona: { name: 'Ada Neri', address: ADA.email },
  propostaAt: ORA,
  preparano: [CHI],
};
export const SOTTOGRUPPO: SottogruppoPerEmail = {
  id: ID,
  version: 1,
  ambitoId: ID,
  ambitoSlug: SLUG,
  slug: 'caregiver-a-1',
  nome: 'Caregiver',
  scopo: 'preparare una proposta per chi assiste una persona cara.',
  iniziaIl: '2027-04-08',
  finisceIl: '2027-09-30',
  padre: TAVOLO.nome,
  guidano: [CHI],
};
export const MEMBRO = { id: ID, nome: 'Ada Neri', email: ADA.email, enteId: ID };
export const ENTE_DEL_MEMBRO = { id: ID, nome: 'Il Faro', email: 'faro@example.org', operatori: [] };
export const AMBITO: AmbitoPerEmail = { id: ID, slug: SLUG, nome: 'Esempio' };

export const ENTE: EntePerEmail = {
  id: ID,
  version: 1,
  ambitoId: ID,
  ambitoSlug: SLUG,
  ambito: 'Esempio',
  denominazione: 'Associazione Esempio',
  operatori: [ALTRA],
  perEnte: [{ name: 'Associazione Esempio', address: 'ente@example.org' }, ALTRA],
  perUffici: [{ name: 'Dario Bruni', address: 'dario@example.org' }],
};
export const ADESIONE: AdesionePerEmail = { ...ENTE, adesioneId: ID, adesioneVersion: 1, numeroDiRegistro: '12/2027', totale: 12_500 };
export const AVVISO: AvvisoPerEmail = {
  id: ID,
  ambitoId: ID,
  titolo: 'Avviso per il tavolo Anziani',
  chiudeAt: POI,
  version: 1,
  ambitoSlug: SLUG,
  enti: ENTE.perEnte,
};

export const ELENCO: ElencoPerEmail = {
  id: ID,
  ambitoId: ID,
  ambitoSlug: SLUG,
  avvisoId: ID,
  avviso: AVVISO.titolo,
  determinaNumero: '152',
  determinaData: '2027-03-01',
  enti: [{ id: ID, to: ENTE.perEnte, posti: [{ tavolo: TAVOLO.nome, veste: 'componente' }] }],
  persone: [{ id: ID, to: CHI, ente: ENTE.denominazione, tavolo: TAVOLO.nome, tavoloSlug: TAVOLO.slug }],
};

export const DESIGNATA = { id: ID, ruolo: 'titolare', ...ADA, consenso: 'dato', seduta: true } as const;
export const DESIGNAZIONE: DesignazionePerEmail = {
  id: ID,
  version: 1,
  ambitoId: ID,
  ambitoSlug: SLUG,
  ambito: 'Esempio',
  tavoloId: ID,
  tavoloSlug: TAVOLO.slug,
  tavolo: TAVOLO.nome,
  ente: ENTE.denominazione,
  veste: null,
  attendeElenco: false,
  numeroDiRegistro: '7/2027',
  protocollo: '',
  ricevuta: 'lunedì 1º marzo 2027, ore 10:15',
  persone: [DESIGNATA],
  perEnte: ENTE.perEnte,
  perReferenti: [CHI],
};

export const DECADENZA: DecadenzaPerEmail = {
  id: ID,
  version: 1,
  ambitoId: ID,
  ambitoSlug: SLUG,
  ambito: 'Esempio',
  tavoloId: ID,
  tavolo: TAVOLO.nome,
  ente: ENTE.denominazione,
  motivo: 'assenze',
  ragioni: 'l’ente non è venuto a tre incontri di fila e non ha detto perché.',
  ufficio: 'Servizi sociali del Comune di Esempio',
  responsabile: 'Bruno Galli, coordinatore',
  doveAtti: 'Servizi sociali, via Roma 1, martedì dalle 9 alle 12',
  termine: '2027-04-08',
  fatti: [{ inizioAt: ORA.toISOString(), titolo: 'Incontro di febbraio' }],
  perEnte: ENTE.perEnte,
  persone: [CHI],
  perChiDecide: [CHI],
};

export const IMPEGNO: ImpegnoInScadenza = {
  id: ID,
  ambitoId: ID,
  ambitoSlug: SLUG,
  tavoloId: ID,
  tavoloSlug: TAVOLO.slug,
  tavolo: TAVOLO.nome,
  testo: 'Raccogliere gli orari dei centri diurni',
  chi: 'Associazione Esempio',
  entro: POI,
  per: [CHI],
};
export const ELABORATO: ElaboratoPerEmail = {
  id: ID,
  titolo: 'Un centro aperto il pomeriggio',
  tipo: 'scheda_progetto',
  version: 1,
  fino: POI,
  ambitoId: ID,
  ambitoSlug: SLUG,
  tavoloId: ID,
  tavolo: TAVOLO.nome,
  membri: [{ ...CHI, rappresentanteId: ID }],
  referenti: [CHI],
  coordinatori: [ALTRA],
};
export const VERBALE: InRevisione & { readonly ambitoSlug: string } = {
  ...DOVE,
  tavoloId: ID,
  incontroId: ID,
  titolo: 'Primo incontro del tavolo Anziani',
  fino: POI,
};

export const INCONTRO: DatiIncontro = {
  id: ID,
  tipo: 'tavolo',
  stato: 'convocato',
  titolo: 'Primo incontro del tavolo Anziani',
  inizioAt: POI,
  fineAt: new Date('2027-03-22T17:30:00Z'),
  sede: { nome: 'Sala comunale', indirizzo: 'Piazza del Municipio 1', accessibile: true },
  linkVideo: null,
  sequence: 1,
  version: 1,
  creatoAt: ORA,
  tavoloId: ID,
  tavoli: [{ ...TAVOLO, consenso: 'dato' }],
  protocolliNoti: [],
  punti: [{ titolo: 'I centri diurni', minuti: 40, relatore: null }],
  regole: [],
  ambito: {
    id: ID,
    slug: SLUG,
    nome: 'Esempio',
    nomeEsteso: 'Ambito Territoriale Sociale di Esempio',
    parole: null,
    email: 'ambito@example.org',
  },
  now: ORA,
};
const posto: Invitato = {
  id: ID,
  ruolo: 'titolare',
  nome: 'Ada Neri',
  email: ADA.email,
  ente: ENTE.denominazione,
  tavoloId: ID,
  enteId: ID,
  rappresentanteId: ID,
  passaggi: 0,
  risposta: 'in_attesa',
};
const altroPosto: Invitato = { ...posto, ruolo: 'supplente', nome: CHI.name, email: CHI.address };
export const TITOLARE: Casella = { ...posto, posti: [posto] };
export const SUPPLENTE: Casella = { ...altroPosto, posti: [altroPosto] };
export const INTEGRAZIONE = {
  cambia: [
    'Punto 2 aggiunto: Il bando per i centri diurni (20 minuti, si discute, non si decide).',
    'Documento aggiunto per il punto 2: bando.pdf.',
  ],
  calendario: true,
  aggiunge: true,
  soloDiscussione: true,
  urgenza: null,
};
export const MANO: Mano = { casella: TITOLARE, resta: false, atteso: false };
export const SEGRETI = new Map([[ID, SEGRETO]]);
export const ATTO: Atto = { dati: INCONTRO, origin: ORIGINE, segreti: SEGRETI, urgente: false, motivazione: 'la sala era occupata.' };
export const REFERENTE = { nome: CHI.name, email: CHI.address, tavolo_id: ID, tavolo: TAVOLO.nome };
export const RICHIESTA = { incontroId: ID, tavoloId: ID, titolo: 'Servizi per le famiglie', inizio: POI, version: 1 };

export const CONTRIBUTO: ContributoPerEmail = {
  id: ID,
  version: 1,
  codice: 'C-2027-0001',
  titolo: 'Centri diurni aperti il pomeriggio',
  stato: 'pubblicato',
  ambitoId: ID,
  ambitoSlug: SLUG,
  tavoloId: ID,
  tavolo: TAVOLO.nome,
  moderareEntroAt: null,
  rispondereEntroAt: POI,
  autori: [
    {
      contributoId: ID,
      codice: 'C-2027-0001',
      titolo: 'Centri diurni aperti il pomeriggio',
      segreto: SEGRETO,
      name: 'Ada Neri',
      address: ADA.email,
    },
  ],
  perReferenti: [CHI],
  perCoordinatori: [ALTRA],
};
