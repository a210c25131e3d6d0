import type { IterPubblicoView } from '@tavoli/shared';
import { type Forma, ScalaTempo, segno, type Tacca } from '../ui/grafici/geometria';
import type { RigaGrafico } from '../ui/grafici/grafico';
import { quandoFase, STATI_ITER } from './iter.labels';

type Fase = IterPubblicoView['fasi'][number];

/**
 * The phases along the months: when each was foreseen, when it was, today and the day by which the Piano is due. Null while no phase has a day.
 * @param oggi `YYYY-MM-DD`
 */
export function iterNelTempo(
  { fasi, scadenza }: Pick<IterPubblicoView, 'fasi' | 'scadenza'>,
  oggi: string,
): { righe: RigaGrafico[]; tacche: Tacca[] } | null {
  const giorni = fasi.flatMap(f => [f.previstaDal, f.previstaAl, f.iniziataIl, f.conclusaIl]);
  const scala = giorni.some(g => g !== null) ? ScalaTempo.di([...giorni, scadenza]) : null;
  if (scala === null) return null;
  const segnati = [oggi, ...(scadenza === null ? [] : [scadenza])].filter(g => scala.contiene(g)).map(g => segno(scala.x(g)));
  return {
    tacche: scala.tacche,
    righe: fasi.map((fase, n) => ({
      nome: `${n + 1}. ${fase.titolo}`,
      celle: [[STATI_ITER[fase.stato][0], quandoFase(fase)].filter(Boolean).join(': ')],
      forme: [...tratti(fase, scala, oggi), ...segnati],
    })),
  };
}

function tratti({ previstaDal, previstaAl, iniziataIl, conclusaIl, stato }: Fase, scala: ScalaTempo, oggi: string): Forma[] {
  const [dal, al] = [previstaDal ?? previstaAl, previstaAl ?? previstaDal];
  const previsto = dal === null || al === null ? [] : [scala.tratto('previsto', dal, al)];
  // What goes on has come as far as today.
  const fino = conclusaIl ?? (stato === 'in_corso' ? oggi : null);
  if (iniziataIl === null || fino === null || fino < iniziataIl) return previsto;
  return [...previsto, scala.tratto('pieno', iniziataIl, fino)];
}
