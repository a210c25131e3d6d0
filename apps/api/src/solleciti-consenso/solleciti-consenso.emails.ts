import { formatData } from '@tavoli/shared';
import type { EmailDraft } from '../platform/email/email.types.js';
import { mails } from '../platform/email/mails.js';
import type { DesignazionePerEmail } from '../designazioni/designazioni.emails.data.js';
import { mailDi, nomeDi, pagina } from '../designazioni/designazioni.emails.js';

export const MAILS = mails('sollecito_consenso', {
  inviato: {
    to: 'l’ente e i suoi operatori',
    when: 'chi convoca un incontro sollecita il consenso delle persone indicate, senza le quali l’ente non è convocato',
  },
});

const elenco = new Intl.ListFormat('it');

/** Once a day for each designazione, whoever asks and however often. @param incontro what it is called, and when */
export function emailSollecitoConsenso(d: DesignazionePerEmail, incontro: string, oggi: Date): EmailDraft[] {
  const mancano = d.persone.filter(p => p.consenso === 'in_attesa').map(nomeDi);
  const molti = mancano.length > 1;
  return d.perEnte.map(to => {
    const draft = mailDi(d, MAILS.inviato, to, {
      subject: `Manca un consenso per il tavolo ${d.tavolo}`,
      paragraphs: [
        `il tavolo «${d.tavolo}» si riunisce: ${incontro}. ${d.ente} ha un posto, ma ${elenco.format(mancano)} non ${molti ? 'hanno' : 'ha'} ancora risposto alla richiesta di consenso: finché manca la risposta non possiamo convocare nessuno per l’ente.`,
        `Il collegamento per rispondere è nel messaggio che ${molti ? 'hanno' : 'ha'} già ricevuto. Se l’indirizzo è sbagliato lo puoi correggere nella pagina della designazione; se la persona non può, puoi indicarne un’altra.`,
      ],
      action: { label: 'Apri la designazione', path: pagina(d) },
    });
    return { ...draft, chiave: `${MAILS.inviato.tipo}:${d.id}:${to.address}:${formatData(oggi)}` };
  });
}
