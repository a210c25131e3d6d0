import {
  conDataOra,
  formatDataBreve,
  formatDataOra,
  formatNumeroDiRegistro,
  protocolliInParole,
  type EmailStatoView,
  type TipoConvocazione,
} from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { PdfRenderer } from '../../platform/pdf/pdf-renderer.js';
import type { DatiIncontro } from '../incontro/incontri.data.js';
import { luogoDi, odgInRighe, quandoDi } from '../incontro/incontro.parole.js';

interface Contenuto {
  readonly titolo: string;
  readonly inizioAt: string;
  readonly fineAt: string;
  readonly sede: DatiIncontro['sede'];
  readonly linkVideo: string | null;
  readonly punti: DatiIncontro['punti'];
  /** Of an integrazione: what it changed. */
  readonly differenze?: readonly string[];
}

interface AttoDiChiamata {
  readonly tipo: TipoConvocazione;
  readonly at: Date;
  readonly anno: number;
  readonly numero: number;
  readonly urgenza: string | null;
  readonly motivazione: string | null;
  readonly contenuto: Contenuto;
  readonly sha256: string;
}

interface Consegna {
  readonly tipo: string;
  readonly nome: string;
  /** Null where the reader does not work for their tavolo. */
  readonly email: string | null;
  readonly stato: EmailStatoView['stato'];
  readonly creataAt: Date;
  readonly inviataAt: Date | null;
  readonly errore: string | null;
}

export interface Prova {
  readonly atti: readonly AttoDiChiamata[];
  readonly consegne: readonly Consegna[];
}

/** The acts of calling, and what became of the mails that carried them (reminders are none of them). @param suoi the tavoli whose people's addresses the reader may have; null: all */
export async function leggiProva(db: EntityManager, ambitoId: string, incontroId: string, suoi: readonly string[] | null): Promise<Prova> {
  const atti = await db.query<AttoDiChiamata[]>(
    `SELECT tipo, at, protocollo_anno AS anno, protocollo_numero AS numero, urgenza, motivazione, contenuto, sha256
     FROM convocazione WHERE ambito_id = $1 AND incontro_id = $2 ORDER BY sequence, parte`,
    [ambitoId, incontroId],
  );
  const consegne = await db.query<Consegna[]>(
    `SELECT tipo, a_nome AS nome, CASE WHEN $3::uuid[] IS NULL OR tavolo_id = ANY($3::uuid[]) THEN a_indirizzo END AS email, stato, creata_at AS "creataAt", inviata_at AS "inviataAt", errore FROM email
     WHERE ambito_id = $1 AND oggetto_id = $2 AND tipo NOT LIKE 'incontro.promemoria%' AND tipo NOT LIKE 'incontro.%congiunto' ORDER BY creata_at, a_nome, id`,
    [ambitoId, incontroId, suoi],
  );
  return { atti, consegne };
}

const TITOLI = {
  convocazione: 'Convocazione',
  estensione: 'Convocazione di chi si è aggiunto',
  integrazione: 'Integrazione della convocazione',
  spostamento: 'Spostamento',
  annullamento: 'Annullamento',
} as const;
const MESSAGGI: Readonly<Record<string, string>> = {
  'incontro.convocazione': 'convocazione',
  'incontro.integrazione': 'integrazione',
  'incontro.spostamento': 'spostamento',
  'incontro.annullamento': 'annullamento',
  'incontro.uscita': 'non più atteso',
  'incontro.passaggio': 'posto passato',
  'incontro.subentro': 'subentro',
  'incontro.ripresa': 'posto ripreso',
};

/** Who was called, when, with which text: PDF/A-2a for the file. @throws ProblemError `pdf.non_disponibile` */
export function renderProva(pdf: PdfRenderer, d: DatiIncontro, { atti, consegne }: Prova): Promise<Buffer> {
  const emesso = [...atti.map(a => a.at), ...consegne.flatMap(c => c.inviataAt ?? c.creataAt)].reduce(
    (a, b) => (a > b ? a : b),
    d.creatoAt,
  );
  return pdf.render('incontri/documenti/prova.typ', {
    titolo: 'Prova di convocazione',
    ambito: d.ambito.nomeEsteso,
    sottotitolo: d.tavoli.map(t => t.nome).join(', '),
    riferimento: d.titolo,
    piede: `Recapiti noti fino a ${formatDataOra(emesso)}`,
    emessoAt: emesso.toISOString(),
    incontro: d.titolo,
    protocollo: protocolliInParole(d.protocolliNoti),
    atti: atti.map(atto),
    consegne: consegne.map(c => [c.nome, c.email ?? 'riservato al suo tavolo', MESSAGGI[c.tipo] ?? c.tipo, esito(c)]),
  });
}

function atto(a: AttoDiChiamata) {
  const quando = quandoDi({ inizioAt: new Date(a.contenuto.inizioAt), fineAt: new Date(a.contenuto.fineAt) });
  return {
    titolo: `${TITOLI[a.tipo]} (${formatNumeroDiRegistro(a)} del ${formatDataBreve(a.at)})`,
    fatti: [
      ['Fatta', formatDataOra(a.at)],
      ['Quando', quando],
      ['Dove', luogoDi(a.contenuto)],
      ...(a.contenuto.differenze === undefined ? [] : [['Che cosa cambia', a.contenuto.differenze.join('\n')]]),
      ...(a.urgenza === null ? [] : [['Urgenza', a.urgenza]]),
      ...(a.motivazione === null ? [] : [['Motivo', a.motivazione]]),
    ],
    odg: odgInRighe(a.contenuto),
    impronta: a.sha256,
  };
}

function esito(c: Consegna): string {
  if (c.stato === 'inviata') return `consegnato al server ${conDataOra('il', c.inviataAt ?? c.creataAt)}`;
  const words = c.errore === null || c.email === null ? '' : `: ${c.errore}`;
  return c.stato === 'in_coda'
    ? `in attesa di invio${words}`
    : `${c.stato === 'rifiutata' ? 'rifiutato dal destinatario' : 'non consegnato'}${words}`;
}
