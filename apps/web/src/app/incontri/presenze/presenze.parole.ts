import { quorum, type PresenzeView, type Quorum, type StatoPresenza } from '@tavoli/shared';
import type { StatoInvio } from './invio-presenze';

const persone = (n: number, uno: string, tanti: string) => (n === 1 ? `1 ${uno}` : `${n} ${tanti}`);

/** `Presenti 7 posti su 12: numero legale raggiunto (ne servono 7)` */
export function numeroLegale({ presenti, posti, richiesti, raggiunto }: Quorum): string {
  const quanti = `${presenti === 1 ? 'Presente' : 'Presenti'} ${persone(presenti, 'posto', 'posti')} su ${posti}`;
  if (richiesti === 0) return `${quanti}: numero legale non richiesto`;
  return `${quanti}: numero legale ${raggiunto ? 'raggiunto' : 'non raggiunto'} (${richiesti === 1 ? 'ne serve 1' : `ne servono ${richiesti}`})`;
}

/**
 * The quorum with the taps that the API has not yet seen, by the same rule. How many seats it takes depends on the seats and not on who
 * sits there, so the number that the API gave holds.
 */
export const quorumLocale = (
  { quorum: saved, posti }: Pick<PresenzeView, 'quorum' | 'posti'>,
  stato: (posto: PresenzeView['posti'][number]) => StatoPresenza | null,
): Quorum =>
  quorum(
    { tipo: 'fisso', numero: saved.richiesti },
    posti.map(posto => ({ veste: posto.veste, stato: stato(posto), convocato: posto.convocato })),
  );

const PERCHE: Readonly<Record<StatoInvio, string>> = {
  fermo: '',
  in_invio: 'invio in corso',
  senza_rete: 'manca la connessione',
  irraggiungibile: 'il portale non risponde, riproviamo tra poco',
  sessione: 'la sessione è scaduta, accedi di nuovo',
  rifiutato: 'il portale non le ha accettate',
};

/** `3 rilevazioni e 1 cambio di punto da inviare: manca la connessione`; `daInviare` holds the `cambi` too. */
export function codaInParole(daInviare: number, daDecidere: number, stato: StatoInvio, cambi = 0): string {
  const perche = PERCHE[stato];
  const cose = [
    ...(daInviare > cambi ? [persone(daInviare - cambi, 'rilevazione', 'rilevazioni')] : []),
    ...(cambi > 0 ? [persone(cambi, 'cambio di punto', 'cambi di punto')] : []),
  ].join(' e ');
  const invio = cose === '' ? '' : `${cose} da inviare${perche ? `: ${perche}` : ''}`;
  const decidi =
    daDecidere === 0
      ? ''
      : `${persone(daDecidere, 'posto', 'posti')} da decidere, ${daDecidere === 1 ? 'cambiato' : 'cambiati'} anche da altri`;
  return [invio, decidi].filter(parte => parte !== '').join('; ') || 'Tutto salvato';
}
