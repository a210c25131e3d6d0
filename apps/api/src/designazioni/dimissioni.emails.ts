import { conGiorno } from '@tavoli/shared';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails } from '../platform/email/mails.js';
import type { DesignazionePerEmail } from './designazioni.emails.data.js';
import { aPersona, mailDi, nomeDi, pagina, type Persona } from './designazioni.emails.js';

export const MAILS = mails(
  'dimissioni',
  {
    ricevute: { to: 'l’ente, i suoi operatori e i referenti del tavolo', when: 'una persona che rappresenta l’ente si dimette' },
    registrate: { to: 'la persona che si è dimessa', when: 'l’ufficio registra le sue dimissioni' },
    subentro: { to: 'i supplenti dell’ente', when: 'il titolare si dimette' },
  },
  { garantite: true },
);

interface Quando {
  readonly giorno: string;
  /** By when the ente is asked for another. */
  readonly entro: string;
  readonly daUfficio: boolean;
}

/** What all of them say of it; the same person may resign again from another seat, so that keys name the person and not the version. */
interface Fatto extends Quando {
  readonly d: DesignazionePerEmail;
  readonly chi: Persona;
  readonly detto: string;
  readonly supplenti: readonly Persona[];
}

type Parti = Pick<EmailDraft, 'subject' | 'paragraphs' | 'action'>;
const mail = ({ d, chi }: Fatto, cosa: keyof typeof MAILS, to: EmailDraft['to'], rest: Parti): EmailDraft =>
  mailDi(d, MAILS[cosa], to, { ...rest, chiave: `${MAILS[cosa].tipo}:${chi.id}:${to.address}` });

/** Who named them is asked for another; who decides at the tavolo knows; who substitutes takes part from now on. */
export function emailDimissioni(d: DesignazionePerEmail, chi: Persona, quando: Quando): EmailDraft[] {
  const detto = `${nomeDi(chi)}, ${chi.ruolo} di ${d.ente} al tavolo «${d.tavolo}», ha dato le dimissioni ${conGiorno('dal', quando.giorno)}.`;
  const supplenti = chi.ruolo === 'titolare' ? d.persone.filter(p => p.ruolo === 'supplente' && p.consenso === 'dato') : [];
  const fatto = { ...quando, d, chi, detto, supplenti };
  return [...aChiNomina(fatto), ...aChiSiDimette(fatto), ...aChiSubentra(fatto)];
}

function aChiNomina(f: Fatto): EmailDraft[] {
  const { d, chi, detto } = f;
  const intanto = f.supplenti.length > 0 ? 'Intanto partecipa il supplente.' : 'Il posto resta assegnato all’ente.';
  const entro = conGiorno('entro il', f.entro);
  const subject = `Dimissioni: ${nomeDi(chi)}, ${d.tavolo}`;
  const come = `Indica un’altra persona ${entro}: nella pagina della designazione premi «Sostituisci le persone». ${intanto}`;
  const chiesto = `Abbiamo chiesto all’ente di indicare un’altra persona ${entro}. ${intanto}`;
  return [
    ...d.perEnte.map(to =>
      mail(f, 'ricevute', to, { subject, paragraphs: [detto, come], action: { label: 'Vai alla designazione', path: pagina(d) } }),
    ),
    ...d.perReferenti.map(to =>
      mail(f, 'ricevute', to, { subject, paragraphs: [detto, chiesto], action: { label: 'Vedi la designazione', path: pagina(d) } }),
    ),
  ];
}

/** By their own link they know already. */
function aChiSiDimette(f: Fatto): EmailDraft[] {
  const { d, chi } = f;
  if (!f.daUfficio) return [];
  return [
    mail(f, 'registrate', aPersona(chi), {
      subject: `Dimissioni registrate: ${d.tavolo}`,
      paragraphs: [
        `l’ufficio ha registrato le tue dimissioni da ${chi.ruolo} di ${d.ente} al tavolo «${d.tavolo}», ${conGiorno('dal', f.giorno)}.`,
        'Non devi fare altro: non sarai più convocato. Se c’è un errore, scrivi al referente del tavolo.',
      ],
    }),
  ];
}

function aChiSubentra(f: Fatto): EmailDraft[] {
  const { d, chi } = f;
  return f.supplenti.map(p =>
    mail(f, 'subentro', aPersona(p), {
      subject: `Adesso partecipi tu: ${d.tavolo}`,
      paragraphs: [
        `${nomeDi(chi)} ha dato le dimissioni. Finché ${d.ente} non indica un altro titolare partecipi tu al tavolo «${d.tavolo}», da supplente.`,
      ],
      action: { label: 'Vedi la pagina del tavolo', path: `/${d.ambitoSlug}/tavoli/${d.tavoloSlug}` },
    }),
  );
}
