import { frase, NUMERO_DI_REGISTRO } from '@tavoli/shared';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails, type Mail } from '../platform/email/mails.js';
import { secretOf } from '../platform/tokens/secret.js';
import type { DesignazionePerEmail } from './designazioni.emails.data.js';

const ALL_ENTE = 'l’ente e i suoi operatori';
export const MAILS = mails(
  'designazione',
  {
    inviata: { to: ALL_ENTE, when: 'l’ente invia la designazione' },
    da_esaminare: { to: 'i referenti del tavolo', when: 'un ente invia la designazione' },
    consenso: { to: 'la persona indicata', when: 'un ente la indica: serve il suo consenso' },
    accettata: { to: 'l’ente, i suoi operatori e le persone indicate', when: 'la designazione è accettata' },
    respinta: { to: ALL_ENTE, when: 'la designazione non è accettata' },
    revocata: { to: 'i referenti del tavolo e le persone indicate', when: 'l’ente revoca la designazione' },
    consenso_negato: { to: ALL_ENTE, when: 'una persona indicata non dà il consenso' },
    consenso_ritirato: { to: ALL_ENTE, when: 'una persona indicata ritira il consenso' },
  },
  { garantite: true },
);

export type Persona = DesignazionePerEmail['persone'][number];
type Recipient = EmailDraft['to'];

const RUOLO = { titolare: 'titolare', supplente: 'supplente' } as const;
export const nomeDi = (p: Persona): string => `${p.nome} ${p.cognome}`;

/** What every mail about a designazione has in common; `occasione` keeps the key unique for each step and version. */
const mail = (d: DesignazionePerEmail, quale: keyof typeof MAILS, to: Recipient, rest: Parti): EmailDraft =>
  mailDi(d, MAILS[quale], to, rest);

type Parti = Pick<EmailDraft, 'subject' | 'paragraphs'> & Partial<EmailDraft>;

/** The same of whatever mail is about a designazione. */
export function mailDi(d: DesignazionePerEmail, { tipo }: Mail, to: Recipient, rest: Parti): EmailDraft {
  return {
    chiave: `${tipo}:${d.id}:${to.address}:${d.version}`,
    tipo,
    to,
    about: { ambitoId: d.ambitoId, tipo: 'designazione', id: d.id, tavoloId: d.tavoloId },
    facts: [
      ['Ente', d.ente],
      ['Tavolo', d.tavolo],
      [NUMERO_DI_REGISTRO, d.numeroDiRegistro],
      ...(d.protocollo === '' ? [] : [['Protocollo del comune', d.protocollo] as const]),
    ],
    ...rest,
  };
}

export const pagina = (d: DesignazionePerEmail): string => `/${d.ambitoSlug}/area/designazioni/${d.id}`;

/** Receipt to the ente, notice to the referenti. */
export function emailInviata(d: DesignazionePerEmail): EmailDraft[] {
  const tardiva =
    d.veste === 'consultivo'
      ? ['È arrivata dopo la scadenza dell’avviso: se verrà accettata, i rappresentanti parteciperanno al tavolo come consultivi.']
      : [];
  const ricevuta = d.perEnte.map(to =>
    mail(d, 'inviata', to, {
      subject: `Designazione inviata: ${d.tavolo} (${NUMERO_DI_REGISTRO} ${d.numeroDiRegistro})`,
      paragraphs: [
        `il portale ha ricevuto la designazione di ${d.ente} per il tavolo «${d.tavolo}» ${d.ricevuta}. Il numero di protocollo lo assegna il comune: lo troverai nella pagina della designazione.`,
        ...tardiva,
        'Abbiamo scritto alle persone indicate per chiedere il loro consenso; chi siede già al tavolo per voi non riceve nulla e resta al suo posto. Chi è referente del tavolo esaminerà la designazione e ti faremo sapere l’esito.',
      ],
      action: { label: 'Vedi la designazione e la ricevuta', path: pagina(d) },
    }),
  );
  const avviso = d.perReferenti.map(to =>
    mail(d, 'da_esaminare', to, {
      subject: `Nuova designazione da esaminare: ${d.ente}`,
      paragraphs: [`${d.ente} ha designato i suoi rappresentanti per il tavolo «${d.tavolo}».`, ...tardiva],
      action: { label: 'Esamina la designazione', path: pagina(d) },
    }),
  );
  return [...ricevuta, ...avviso];
}

/** To each person who has a secret: what is asked, how data are used, and the link that needs no account. */
export function emailConsenso(d: DesignazionePerEmail, segreti: ReadonlyMap<string, string>): EmailDraft[] {
  return d.persone
    .filter(({ id }) => segreti.has(id))
    .map(persona =>
      mail(
        d,
        'consenso',
        { name: nomeDi(persona), address: persona.email },
        {
          subject: `${d.ente} ti ha indicato per il tavolo «${d.tavolo}»: serve il tuo consenso`,
          paragraphs: [
            frase`${d.ente} ti ha indicato come ${RUOLO[persona.ruolo]}, in sua rappresentanza, [al tavolo] «${d.tavolo}» [del nomeEsteso].`,
            'Puoi accettare o rifiutare: non serve un account. Finché non rispondi, il tuo nome non viene pubblicato.',
            'Nella pagina trovi che cosa ti viene chiesto e come usiamo i tuoi dati. Puoi ritirare il consenso in qualunque momento dallo stesso collegamento: conserva questo messaggio.',
          ],
          action: { label: 'Rispondi', path: `/consenso#${secretOf(segreti, persona.id)}` },
          secret: true,
        },
      ),
    );
}

/** Those whom the designazione concerns still: they said yes, or nothing yet. */
export const attese = ({ persone }: DesignazionePerEmail): Persona[] =>
  persone.filter(p => p.consenso === 'dato' || p.consenso === 'in_attesa');

export const aPersona = (p: Persona): Recipient => ({ name: nomeDi(p), address: p.email });

const ATTENDE = 'Si siede al tavolo dal giorno in cui è pubblicato l’elenco degli ammessi: ti scriviamo appena succede.';

export function emailAccettata(d: DesignazionePerEmail): EmailDraft[] {
  const action = { label: 'Vedi la pagina del tavolo', path: `/${d.ambitoSlug}/tavoli/${d.tavoloSlug}` };
  const fatto = `la designazione di ${d.ente} per il tavolo «${d.tavolo}» è stata accettata.`;
  const ente = d.perEnte.map(to =>
    mail(d, 'accettata', to, {
      subject: `Designazione accettata: ${d.tavolo}`,
      paragraphs: [
        fatto,
        d.attendeElenco ? ATTENDE : 'I rappresentanti che hanno dato il consenso compaiono ora nella pagina pubblica del tavolo.',
      ],
      action,
    }),
  );
  const persone = attese(d).map(p =>
    mail(d, 'accettata', aPersona(p), {
      subject: `La tua designazione al tavolo «${d.tavolo}» è stata accettata`,
      paragraphs: [
        fatto,
        p.consenso === 'dato'
          ? d.attendeElenco
            ? ATTENDE
            : `Da oggi siedi al tavolo come ${RUOLO[p.ruolo]}.`
          : 'Per sedere al tavolo manca solo il tuo consenso: lo puoi dare dal messaggio che ti abbiamo già mandato.',
      ],
      action,
    }),
  );
  return [...ente, ...persone];
}

export function emailRespinta(d: DesignazionePerEmail, motivazione: string): EmailDraft[] {
  return d.perEnte.map(to =>
    mail(d, 'respinta', to, {
      subject: `Designazione non accettata: ${d.tavolo}`,
      paragraphs: [
        `la designazione di ${d.ente} per il tavolo «${d.tavolo}» non è stata accettata.`,
        `Motivo: ${motivazione}`,
        'Se l’avviso è ancora aperto puoi inviarne una nuova.',
      ],
      action: { label: 'Vedi la designazione', path: pagina(d) },
    }),
  );
}

export function emailRevocata(d: DesignazionePerEmail, motivazione: string): EmailDraft[] {
  const referenti = d.perReferenti.map(to =>
    mail(d, 'revocata', to, {
      subject: `Designazione revocata: ${d.ente}`,
      paragraphs: [`${d.ente} ha revocato la designazione per il tavolo «${d.tavolo}».`, `Motivo: ${motivazione}`],
      action: { label: 'Vedi la designazione', path: pagina(d) },
    }),
  );
  return [...referenti, ...attese(d).map(p => mail(d, 'revocata', aPersona(p), p.seduta ? nonPiu(d) : nonServe(d)))];
}

/** To who sat there. */
const nonPiu = (d: DesignazionePerEmail): Pick<EmailDraft, 'subject' | 'paragraphs'> => ({
  subject: `Non rappresenti più ${d.ente} al tavolo «${d.tavolo}»`,
  paragraphs: [
    `${d.ente} ha revocato la designazione con cui ti aveva indicato per il tavolo «${d.tavolo}».`,
    'Non devi fare nulla: il tuo nome non compare più nella pagina del tavolo.',
  ],
});

/** To who was named and never sat: nothing of theirs ends. */
const nonServe = (d: DesignazionePerEmail): Pick<EmailDraft, 'subject' | 'paragraphs'> => ({
  subject: `${d.ente} ha ritirato la tua indicazione per il tavolo «${d.tavolo}»`,
  paragraphs: [
    `${d.ente} ti aveva indicato per il tavolo «${d.tavolo}» e ha ritirato l’indicazione prima che tu sedessi al tavolo.`,
    'Non devi fare nulla: il consenso che ti avevamo chiesto non serve più.',
  ],
});

/** To the ente when one of its people declines or withdraws: it may want to name somebody else. */
export function emailConsensoMancato(d: DesignazionePerEmail, persona: Persona): EmailDraft[] {
  const [quale, fatto] =
    persona.consenso === 'negato'
      ? (['consenso_negato', 'non ha dato il consenso'] as const)
      : (['consenso_ritirato', 'ha ritirato il consenso'] as const);
  return d.perEnte.map(to =>
    mail(d, quale, to, {
      chiave: `designazione.${quale}:${persona.id}:${d.id}:${to.address}:${d.version}`,
      subject: `${nomeDi(persona)} ${fatto}: ${d.tavolo}`,
      paragraphs: [
        `${nomeDi(persona)}, che avevi indicato come ${RUOLO[persona.ruolo]} per il tavolo «${d.tavolo}», ${fatto}.`,
        'Puoi indicare un’altra persona dalla pagina della designazione.',
      ],
      action: { label: 'Vai alla designazione', path: pagina(d) },
    }),
  );
}
