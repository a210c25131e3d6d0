import type { DirettiCreatiView } from '@tavoli/shared';

/** What is said once seats were offered: how many, and where nothing had to be done. */
export function esitiInParole({ esiti }: DirettiCreatiView): string {
  const quanti = (esito: DirettiCreatiView['esiti'][number]['esito']) => esiti.filter(e => e.esito === esito).length;
  const [nuovi, gia, seduti] = [quanti('invitato'), quanti('gia_invitato'), quanti('siede_gia')];
  return [
    nuovi === 0 ? 'Nessun invito da mandare.' : nuovi === 1 ? 'Un posto offerto.' : `${nuovi} posti offerti.`,
    gia === 0 ? '' : gia === 1 ? 'Uno aspettava già risposta.' : `${gia} aspettavano già risposta.`,
    seduti === 0 ? '' : seduti === 1 ? 'Un ente siede già a quel tavolo.' : `In ${seduti} casi l’ente siede già a quel tavolo.`,
  ]
    .filter(frase => frase !== '')
    .join(' ');
}
