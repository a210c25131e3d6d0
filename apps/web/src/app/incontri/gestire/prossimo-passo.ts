import { instantToRomeWall, type IncontroRigaView, type StatoIncontro } from '@tavoli/shared';

export type Gruppo = 'in_corso' | 'da_sistemare' | 'bozze' | 'in_arrivo' | 'passati';

export const GRUPPI: readonly { readonly gruppo: Gruppo; readonly titolo: string }[] = [
  { gruppo: 'in_corso', titolo: 'In corso' },
  { gruppo: 'da_sistemare', titolo: 'Da sistemare' },
  { gruppo: 'in_arrivo', titolo: 'In arrivo' },
  { gruppo: 'bozze', titolo: 'Bozze da convocare' },
  { gruppo: 'passati', titolo: 'Passati e annullati' },
];

type Incontro = Pick<IncontroRigaView, 'stato' | 'inizioAt' | 'fineAt'>;
const day = (instant: Date) => instantToRomeWall(instant).slice(0, 10);
const passato = (incontro: Incontro, now: Date) => new Date(incontro.fineAt) < now;

/** Where an incontro stands in the list of who leads it. What has gone past without its act comes before all that is still to come. */
export function gruppoDi(incontro: Incontro, now: Date): Gruppo {
  if (incontro.stato === 'in_corso') return 'in_corso';
  if (incontro.stato === 'svolto' || incontro.stato === 'annullato') return 'passati';
  if (incontro.stato === 'bozza') return new Date(incontro.inizioAt) <= now ? 'da_sistemare' : 'bozze';
  return passato(incontro, now) ? 'da_sistemare' : 'in_arrivo';
}

/** The next thing to do, in words; empty: nothing. */
export function prossimoPasso(incontro: Incontro, now: Date): string {
  const passi: Readonly<Record<StatoIncontro, () => string>> = {
    bozza: () => (new Date(incontro.inizioAt) <= now ? 'La data è passata: cambiala o elimina la bozza.' : 'Controlla e convoca.'),
    convocato: () =>
      passato(incontro, now)
        ? 'Non risulta aperto: aprilo e rileva le presenze, o annullalo.'
        : day(new Date(incontro.inizioAt)) === day(now)
          ? 'È oggi: apri l’incontro e rileva le presenze.'
          : 'Segui le risposte degli invitati.',
    in_corso: () => (passato(incontro, now) ? 'L’ora della fine è passata: completa le presenze e chiudi.' : 'Rileva le presenze.'),
    svolto: () => 'Scarica il registro delle presenze.',
    annullato: () => '',
  };
  return passi[incontro.stato]();
}
