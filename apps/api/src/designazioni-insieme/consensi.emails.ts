import { frase } from '@tavoli/shared';
import type { DaChiedere } from '../designazioni/designazione.procedura.js';
import { aPersona, emailConsenso, mailDi, type Persona } from '../designazioni/designazioni.emails.js';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails } from '../platform/email/mails.js';
import { secretOf } from '../platform/tokens/secret.js';

export const MAILS = mails(
  'designazione',
  { consensi: { to: 'la persona indicata', when: 'un ente la indica insieme per più tavoli: serve il suo consenso a ciascuno' } },
  { garantite: true },
);

interface Richiesta extends DaChiedere {
  readonly persona: Persona;
}

/**
 * One request a person, whatever number of tavoli they are named to: the link carries a secret for each, so that each is answered, and may be
 * withdrawn, for itself. Who is asked for one alone gets the mail of one.
 */
export function emailConsensi(designazioni: readonly DaChiedere[]): EmailDraft[] {
  const richieste = designazioni.flatMap(d =>
    d.designazione.persone.filter(p => d.segreti.has(p.id)).map((persona): Richiesta => ({ ...d, persona })),
  );
  return [...Map.groupBy(richieste, r => r.persona.email).values()].flatMap(sue => {
    const [prima, ...altre] = sue;
    if (prima === undefined) return [];
    return altre.length === 0 ? emailConsenso(prima.designazione, soloDi(prima)) : [insieme(prima, sue)];
  });
}

const soloDi = ({ persona, segreti }: Richiesta): ReadonlyMap<string, string> => new Map([[persona.id, secretOf(segreti, persona.id)]]);

function insieme({ designazione: d, persona }: Richiesta, tutte: readonly Richiesta[]): EmailDraft {
  const segreti = tutte.map(r => secretOf(r.segreti, r.persona.id)).join('.');
  const tavoli = new Intl.ListFormat('it').format(tutte.map(r => `«${r.designazione.tavolo}»`));
  const altre = tutte.flatMap(r => (r.designazione.id === d.id ? [] : r.designazione.id));
  return {
    ...mailDi(d, MAILS.consensi, aPersona(persona), {
      subject: `${d.ente} ti ha indicato per ${tutte.length} tavoli: serve il tuo consenso`,
      paragraphs: [
        frase`${d.ente} ti ha indicato come ${persona.ruolo}, in sua rappresentanza, per ${tutte.length} tavoli [del nomeEsteso]: ${tavoli}.`,
        'Puoi accettare o rifiutare, tavolo per tavolo, da un’unica pagina: non serve un account. Finché non rispondi, il tuo nome non viene pubblicato.',
        'Nella pagina trovi che cosa ti viene chiesto e come usiamo i tuoi dati. Puoi ritirare il consenso in qualunque momento dallo stesso collegamento: conserva questo messaggio.',
      ],
      facts: [['Ente', d.ente], ...tutte.map(r => ['Tavolo', r.designazione.tavolo] as const)],
      action: { label: 'Rispondi', path: `/consenso#${segreti}` },
      secret: true,
    }),
    about: { ambitoId: d.ambitoId, tipo: 'designazione', id: d.id, tavoloId: d.tavoloId, anche: altre },
  };
}
