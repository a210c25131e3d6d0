import type { TipoSeguito } from '@tavoli/shared';
import type { EmailDraft } from '../platform/email/email.types.js';
import { emailASconosciuto } from '../messaggi/fixed-words.js';
import { mails } from '../platform/email/mails.js';

export const MAILS = mails('seguito', {
  conferma: { to: 'l’indirizzo scritto', when: 'qualcuno chiede di seguire una pagina' },
  contributo: { to: 'chi segue il contributo', when: 'il contributo fa un passo pubblico' },
  tavolo: { to: 'chi segue il tavolo', when: 'un verbale del tavolo è pubblicato' },
});

/** News of something that is followed. `occasione` tells it from other news of the same thing: nobody hears it twice. */
export interface Notizia {
  readonly ambitoId: string;
  readonly tipo: TipoSeguito;
  readonly oggettoId: string;
  readonly occasione: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action: NonNullable<EmailDraft['action']>;
  /** Only to these addresses; absent: to all who follow it. */
  readonly solo?: readonly string[];
}

/** To who follows it, with their own way to stop. */
export function emailNotizia(notizia: Notizia, indirizzo: string, segreto: string): EmailDraft {
  const { ambitoId, tipo, oggettoId, occasione } = notizia;
  return {
    chiave: `seguito.${tipo}:${oggettoId}:${indirizzo}:${occasione}`,
    tipo: MAILS[tipo].tipo,
    to: { name: '', address: indirizzo },
    about: { ambitoId, tipo, id: oggettoId },
    subject: notizia.subject,
    paragraphs: notizia.paragraphs,
    action: notizia.action,
    links: [{ label: 'Non mandarmi più queste notizie', path: `/segui/ferma#${segreto}` }],
    rinuncia: `/s/${segreto}`,
    secret: true,
    why: 'Ricevi questo messaggio perché hai chiesto di seguire questa pagina.',
  };
}

type Seguito = Pick<Notizia, 'ambitoId' | 'tipo' | 'oggettoId'> & { readonly id: string };

/** To an address that has asked for news, to be confirmed. */
export const emailConferma = ({ ambitoId, tipo, oggettoId, id }: Seguito, address: string, segreto: string): EmailDraft =>
  emailASconosciuto({
    tipo: MAILS.conferma.tipo,
    chiave: `seguito.conferma:${id}:${address}:${segreto.slice(0, 12)}`,
    address,
    path: `/segui#${segreto}`,
    about: { ambitoId, tipo, id: oggettoId },
    secret: true,
  });
