import { conta, formatDataOra, type PrimaDiChiudereView } from '@tavoli/shared';

const incontro = (n: { titolo: string; inizioAt: string }): string => `«${n.titolo}», ${formatDataOra(new Date(n.inizioAt))}`;

/** What stands in the way. */
export const cheFerma = (p: PrimaDiChiudereView): string[] => [
  ...p.inCorso.map(n => `chiudi l’incontro in corso ${incontro(n)};`),
  ...(p.daDecidere > 0
    ? [`decidi ${conta(p.daDecidere, 'designazione non decisa', 'designazioni non decise')}: accettale o respingile.`]
    : []),
];

/** What follows at once; `verso`: the tavolo that goes on. */
export const cheSuccede = (p: PrimaDiChiudereView, verso: string | null): string[] => [
  ...p.daAnnullare.map(n => `l’incontro ${incontro(n)} è annullato: chi era convocato riceve la disdetta;`),
  ...(p.bozze > 0 ? [`${conta(p.bozze, 'bozza di incontro è cancellata', 'bozze di incontro sono cancellate')};`] : []),
  ...(p.inviti > 0 ? [`${conta(p.inviti, 'invito in attesa è ritirato', 'inviti in attesa sono ritirati')}, con un messaggio;`] : []),
  ...sottogruppi(p, verso),
  posti(p, verso),
  ...osservatori(p),
  ...(verso !== null && p.contributi > 0
    ? [`${conta(p.contributi, 'contributo senza risposta passa', 'contributi senza risposta passano')} a «${verso}».`]
    : []),
];

function sottogruppi({ sottogruppi: nomi }: PrimaDiChiudereView, verso: string | null): string[] {
  if (nomi.length === 0) return [];
  const quali = `${conta(nomi.length, 'sottogruppo', 'sottogruppi')} (${nomi.join(', ')})`;
  return verso === null
    ? [
        nomi.length === 1
          ? `si chiude anche ${quali}, e i suoi incontri sono annullati;`
          : `si chiudono anche ${quali}, e i loro incontri sono annullati;`,
      ]
    : [`${quali} ${nomi.length === 1 ? 'passa' : 'passano'} a «${verso}» con chi ne fa parte e con gli incontri già convocati;`];
}

function posti({ posti: enti }: PrimaDiChiudereView, verso: string | null): string {
  if (enti.length === 0) return 'nessun ente perde il posto: al tavolo non ne siede nessuno;';
  const chi = enti.join(', ');
  return verso === null
    ? `${conta(enti.length, 'posto finisce', 'posti finiscono')} (${chi}): enti e persone ricevono un messaggio;`
    : `${conta(enti.length, 'posto passa', 'posti passano')} a «${verso}» con le stesse persone e la stessa qualità (${chi}); se un ente siede già lì, resta quel posto;`;
}

function osservatori({ osservatori: quanti }: PrimaDiChiudereView): string[] {
  if (quanti === 0) return [];
  const uno = 'persona che segue il tavolo senza un posto, o ha chiesto di seguirlo, riceve un messaggio: non lo segue più;';
  const molti = 'persone che seguono il tavolo senza un posto, o hanno chiesto di seguirlo, ricevono un messaggio: non lo seguono più;';
  return [conta(quanti, uno, molti)];
}

/** What goes on until somebody ends it. */
export const cheResta = (p: PrimaDiChiudereView, confluisce: boolean): string[] => [
  ...(!confluisce && p.contributi > 0
    ? [
        conta(
          p.contributi,
          'contributo senza risposta: a chi l’ha scritto si risponde come sempre',
          'contributi senza risposta: a chi li ha scritti si risponde come sempre',
        ),
      ]
    : []),
  ...(p.elaborati > 0 ? [conta(p.elaborati, 'elaborato non ancora approvato', 'elaborati non ancora approvati')] : []),
  ...(p.decadenze > 0 ? [conta(p.decadenze, 'procedimento di decadenza aperto', 'procedimenti di decadenza aperti')] : []),
];
