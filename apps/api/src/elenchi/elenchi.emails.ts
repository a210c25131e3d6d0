import { conGiorno, ETICHETTE_VESTE, type Veste } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails } from '../platform/email/mails.js';
import { chiPerLEnte } from '../incarichi/chi.sql.js';
import { siede } from '../posti/siede.sql.js';

export const MAILS = mails(
  'elenco',
  {
    pubblicato: { to: 'ogni ente ammesso e i suoi operatori', when: 'è pubblicato l’elenco degli ammessi' },
    siede: {
      to: 'le persone che siedono al tavolo dal giorno dell’elenco',
      when: 'è pubblicato l’elenco degli ammessi che il loro posto attendeva',
    },
  },
  { garantite: true },
);

type Indirizzo = EmailDraft['to'];
export interface ElencoPerEmail {
  readonly id: string;
  readonly ambitoId: string;
  readonly ambitoSlug: string;
  readonly avvisoId: string;
  readonly avviso: string;
  readonly determinaNumero: string;
  readonly determinaData: string;
  readonly enti: readonly {
    readonly id: string;
    readonly to: readonly Indirizzo[];
    readonly posti: readonly { readonly tavolo: string; readonly veste: Veste }[];
  }[];
  readonly persone: readonly {
    readonly id: string;
    readonly to: Indirizzo;
    readonly ente: string;
    readonly tavolo: string;
    readonly tavoloSlug: string;
  }[];
}

/** Who begins to sit by this elenco: their mandato began in this very transaction. */
const SQL = `SELECT k.id, k.ambito_id AS "ambitoId", a.slug AS "ambitoSlug", k.avviso_id AS "avvisoId", v.titolo AS avviso, k.determina_numero AS "determinaNumero", to_char(k.determina_data, 'YYYY-MM-DD') AS "determinaData",
    (SELECT coalesce(jsonb_agg(x.ente ORDER BY x.id), '[]') FROM (SELECT e.id, jsonb_build_object('id', e.id, 'to', jsonb_build_array(jsonb_build_object('name', e.denominazione, 'address', e.email)) || ${chiPerLEnte('e.ambito_id', 'e.id')},
        'posti', jsonb_agg(jsonb_build_object('tavolo', r.tavolo_nome, 'veste', r.veste) ORDER BY r.tavolo_nome)) AS ente
      FROM elenco_ammessi_riga r JOIN designazione d ON d.ambito_id = r.ambito_id AND d.id = r.designazione_id JOIN ente e ON e.ambito_id = d.ambito_id AND e.id = d.ente_id
      WHERE r.ambito_id = k.ambito_id AND r.elenco_id = k.id AND r.ammessa GROUP BY e.ambito_id, e.id, e.denominazione, e.email) x) AS enti,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'to', jsonb_build_object('name', p.nome || ' ' || p.cognome, 'address', p.email), 'ente', r.denominazione, 'tavolo', t.nome, 'tavoloSlug', t.slug) ORDER BY m.id), '[]')
      FROM elenco_ammessi_riga r JOIN rappresentante p ON p.ambito_id = r.ambito_id AND p.designazione_id = r.designazione_id
      JOIN mandato m ON m.ambito_id = p.ambito_id AND m.rappresentante_id = p.id AND m.dal = now() AND ${siede('m')}
      JOIN tavolo t ON t.ambito_id = m.ambito_id AND t.id = m.tavolo_id
      WHERE r.ambito_id = k.ambito_id AND r.elenco_id = k.id AND r.ammessa) AS persone
  FROM elenco_ammessi k JOIN avviso v ON v.ambito_id = k.ambito_id AND v.id = k.avviso_id JOIN ambito a ON a.id = k.ambito_id WHERE k.ambito_id = $1 AND k.id = $2`;

/** Read in the transaction that publishes it: who sits from now on is known by the instant. */
export async function leggiElencoPerEmail(db: EntityManager, ambitoId: string, id: string): Promise<ElencoPerEmail> {
  const [row] = await db.query<ElencoPerEmail[]>(SQL, [ambitoId, id]);
  if (!row) throw new Error('The elenco of this mail is gone.');
  return row;
}

/** One mail an ente and address, however many tavoli; one to each person who sits from now on. */
export const emailElenco = (k: ElencoPerEmail): EmailDraft[] => [...agliEnti(k), ...allePersone(k)];

const atto = (k: ElencoPerEmail): string => `determina n. ${k.determinaNumero} ${conGiorno('del', k.determinaData)}`;
const about = (k: ElencoPerEmail): EmailDraft['about'] => ({ ambitoId: k.ambitoId, tipo: 'avviso', id: k.avvisoId });

const agliEnti = (k: ElencoPerEmail): EmailDraft[] =>
  k.enti.flatMap(({ id, to, posti }) =>
    [...new Map(to.map(t => [t.address, t])).values()].map(a => ({
      chiave: `elenco.pubblicato:${k.id}:${id}:${a.address}`,
      tipo: MAILS.pubblicato.tipo,
      to: a,
      subject: `Elenco degli ammessi: ${k.avviso}`,
      paragraphs: [
        `è pubblicato l’elenco degli ammessi dell’avviso «${k.avviso}» (${atto(k)}). Il tuo ente è ammesso:`,
        ...posti.map(p => `Tavolo «${p.tavolo}»: ${ETICHETTE_VESTE[p.veste].toLowerCase()}.`),
      ],
      action: { label: 'Vedi l’elenco', path: `/${k.ambitoSlug}/avvisi/${k.avvisoId}` },
      about: about(k),
    })),
  );

const allePersone = (k: ElencoPerEmail): EmailDraft[] =>
  k.persone.map(p => ({
    chiave: `elenco.siede:${k.id}:${p.id}`,
    tipo: MAILS.siede.tipo,
    to: p.to,
    subject: `Da oggi siedi al tavolo «${p.tavolo}»`,
    paragraphs: [
      `è pubblicato l’elenco degli ammessi (${atto(k)}): da oggi siedi al tavolo «${p.tavolo}» per ${p.ente}.`,
      'Riceverai le convocazioni degli incontri a questo indirizzo.',
    ],
    action: { label: 'Vedi la pagina del tavolo', path: `/${k.ambitoSlug}/tavoli/${p.tavoloSlug}` },
    about: about(k),
  }));
