import { conGiorno } from '@tavoli/shared';
import type { EntityManager } from 'typeorm';
import { chiAlTavolo, chiPerLEnte } from '../incarichi/chi.sql.js';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails, type Mail } from '../platform/email/mails.js';
import type { Membro } from './membri.js';

const A_TUTTI = 'la persona, e l’ente con i suoi operatori';
export const MAILS = mails(
  'sottogruppo',
  {
    composto: { to: A_TUTTI, when: 'qualcuno che siede a un tavolo è messo in un suo sottogruppo' },
    tolto: { to: A_TUTTI, when: 'qualcuno non è più in un sottogruppo' },
    lasciato: { to: 'chi guida il tavolo', when: 'una persona lascia un sottogruppo' },
    chiuso: { to: 'le persone del sottogruppo e i loro enti', when: 'chi guida il tavolo chiude un sottogruppo' },
  },
  { garantite: true },
);

type Chi = EmailDraft['to'];

/** What mails about a sottogruppo say. */
export interface SottogruppoPerEmail {
  readonly id: string;
  readonly version: number;
  readonly ambitoId: string;
  readonly ambitoSlug: string;
  readonly slug: string;
  readonly nome: string;
  readonly scopo: string;
  readonly iniziaIl: string;
  readonly finisceIl: string | null;
  readonly padre: string;
  readonly guidano: readonly Chi[];
}
interface EntePerEmail {
  readonly id: string;
  readonly nome: string;
  readonly email: string;
  readonly operatori: readonly Chi[];
}

const SQL = (): string => `
  SELECT g.id, g.version, a.id AS "ambitoId", a.slug AS "ambitoSlug", g.slug, g.nome, g.scopo, g.inizia_il::text AS "iniziaIl", g.finisce_il::text AS "finisceIl", t.nome AS padre,
    ${chiAlTavolo('sottogruppo.componi', 'g.ambito_id', 'g.id')} AS guidano
  FROM tavolo g JOIN ambito a ON a.id = g.ambito_id JOIN tavolo t ON t.ambito_id = g.ambito_id AND t.id = g.padre_id WHERE g.ambito_id = $1 AND g.id = $2`;
const ENTI = (): string =>
  `SELECT e.id, e.denominazione AS nome, e.email, ${chiPerLEnte('e.ambito_id', 'e.id')} AS operatori FROM ente e WHERE e.ambito_id = $1 AND e.id = ANY($2::uuid[]) ORDER BY e.id`;

export async function leggiPerEmail(db: EntityManager, ambitoId: string, id: string): Promise<SottogruppoPerEmail> {
  const [row] = await db.query<SottogruppoPerEmail[]>(SQL(), [ambitoId, id]);
  if (!row) throw new Error('The sottogruppo of this mail is gone.');
  return row;
}
export const leggiEnti = (db: EntityManager, ambitoId: string, persone: readonly Membro[]): Promise<EntePerEmail[]> =>
  db.query<EntePerEmail[]>(ENTI(), [ambitoId, [...new Set(persone.map(p => p.enteId))]]);

type Rest = Pick<EmailDraft, 'subject' | 'paragraphs'>;

const mail = (g: SottogruppoPerEmail, { tipo }: Mail, to: Chi, rest: Rest): EmailDraft => ({
  chiave: `${tipo}:${g.id}:${to.address}:${g.version}`,
  tipo,
  to,
  about: { ambitoId: g.ambitoId, tipo: 'tavolo', id: g.id, tavoloId: g.id },
  facts: [
    ['Sottogruppo', g.nome],
    ['Tavolo', g.padre],
  ],
  action: { label: 'Vedi il sottogruppo', path: `/${g.ambitoSlug}/tavoli/${g.slug}` },
  ...rest,
});

const elenco = new Intl.ListFormat('it');
const motivoDi = (motivo: string | null): string[] => (motivo === null ? [] : [`Motivo: ${motivo}`]);

interface Parole {
  readonly subject: string;
  readonly persona: readonly string[];
  /** Names of its people, in one. */
  readonly ente: (nomi: string, molti: boolean) => readonly string[];
}

/** To each person, and to each ente with the names of its own. An address that is both is written to once. */
function aTutti(
  g: SottogruppoPerEmail,
  quale: Mail,
  persone: readonly Membro[],
  enti: readonly EntePerEmail[],
  parole: Parole,
): EmailDraft[] {
  const { subject } = parole;
  const bozze = persone.map(p => mail(g, quale, { name: p.nome, address: p.email }, { subject, paragraphs: parole.persona }));
  for (const ente of enti) {
    const sue = persone.filter(p => p.enteId === ente.id).map(p => p.nome);
    const paragraphs = parole.ente(elenco.format(sue), sue.length > 1);
    const a = [{ name: ente.nome, address: ente.email }, ...ente.operatori];
    bozze.push(...a.map(to => mail(g, quale, to, { subject, paragraphs })));
  }
  return bozze.filter((b, n) => bozze.findIndex(x => x.to.address === b.to.address) === n);
}

const lavora = (g: SottogruppoPerEmail): string =>
  `Il sottogruppo lavora ${conGiorno('dal', g.iniziaIl)}${g.finisceIl === null ? '' : ` ${conGiorno('al', g.finisceIl)}`}: ${g.scopo}`;

export function emailComposto(
  g: SottogruppoPerEmail,
  persone: readonly Membro[],
  enti: readonly EntePerEmail[],
  motivo: string | null,
): EmailDraft[] {
  const resta = 'Il posto al tavolo resta com’è. Gli incontri del sottogruppo hanno inviti propri, che arrivano a questo indirizzo.';
  return aTutti(g, MAILS.composto, persone, enti, {
    subject: `Sottogruppo «${g.nome}» del tavolo ${g.padre}`,
    persona: [
      `chi guida il tavolo «${g.padre}», a cui siedi, ti ha messo nel sottogruppo «${g.nome}».`,
      ...motivoDi(motivo),
      lavora(g),
      `${resta} Se non puoi farne parte, scrivi a chi guida il tavolo; se hai un account puoi lasciarlo da te, dalla sua pagina.`,
    ],
    ente: (nomi, molti) => [
      `chi guida il tavolo «${g.padre}» ha messo ${nomi}, che ${molti ? 'vi rappresentano' : 'vi rappresenta'}, nel sottogruppo «${g.nome}».`,
      ...motivoDi(motivo),
      lavora(g),
      'Il vostro posto al tavolo resta com’è: non dovete fare nulla.',
    ],
  });
}

export function emailTolto(
  g: SottogruppoPerEmail,
  persone: readonly Membro[],
  enti: readonly EntePerEmail[],
  motivo: string | null,
): EmailDraft[] {
  const fine = 'Chi era già convocato a un incontro del sottogruppo riceve la disdetta per il calendario.';
  return aTutti(g, MAILS.tolto, persone, enti, {
    subject: `Cambia chi è nel sottogruppo «${g.nome}»`,
    persona: [`non sei più nel sottogruppo «${g.nome}» del tavolo «${g.padre}». Continui a sedere al tavolo.`, ...motivoDi(motivo), fine],
    ente: (nomi, molti) => [
      `${nomi} non ${molti ? 'sono' : 'è'} più nel sottogruppo «${g.nome}» del tavolo «${g.padre}». Il vostro posto al tavolo resta com’è.`,
      ...motivoDi(motivo),
      fine,
    ],
  });
}

export const emailLasciato = (g: SottogruppoPerEmail, persone: readonly Membro[]): EmailDraft[] =>
  g.guidano.map(to =>
    mail(g, MAILS.lasciato, to, {
      subject: `Una persona lascia il sottogruppo «${g.nome}»`,
      paragraphs: [
        `${elenco.format(persone.map(p => p.nome))} ha lasciato il sottogruppo «${g.nome}» del tavolo «${g.padre}», e continua a sedere al tavolo.`,
        'Se serve puoi mettere un’altra persona nel sottogruppo, tra chi siede al tavolo.',
      ],
    }),
  );

export function emailChiuso(
  g: SottogruppoPerEmail,
  persone: readonly Membro[],
  enti: readonly EntePerEmail[],
  motivo: string,
): EmailDraft[] {
  const fatto = `il sottogruppo «${g.nome}» del tavolo «${g.padre}» è chiuso.`;
  const resta = 'I suoi verbali e i suoi elaborati restano sul portale.';
  return aTutti(g, MAILS.chiuso, persone, enti, {
    subject: `Chiuso il sottogruppo «${g.nome}»`,
    persona: [fatto, `Motivo: ${motivo}`, `${resta} Continui a sedere al tavolo: grazie per il lavoro fatto.`],
    ente: () => [fatto, `Motivo: ${motivo}`, `${resta} Il vostro posto al tavolo resta com’è.`],
  });
}
