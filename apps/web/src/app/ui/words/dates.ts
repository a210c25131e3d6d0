import { Pipe, type PipeTransform } from '@angular/core';
import { conData, conDataOra, formatData, formatDataOra, type Legame } from '@tavoli/shared';

/** `{{ avviso.apreAt | data }}`: `23 ottobre 2026`, the day in Italy of an RFC 3339 instant; `{{ … | data: 'entro il' }}`: `entro l’8 ottobre 2026`. */
@Pipe({ name: 'data' })
export class DataPipe implements PipeTransform {
  transform(instant: string | null | undefined, legame?: Legame): string {
    if (!instant) return '';
    return legame ? conData(legame, new Date(instant)) : formatData(new Date(instant));
  }
}

/** `{{ avviso.chiudeAt | dataOra }}`: `venerdì 23 ottobre 2026, ore 12:00`, on Italy's clock wherever the reader is. */
@Pipe({ name: 'dataOra' })
export class DataOraPipe implements PipeTransform {
  transform(instant: string | null | undefined, legame?: Legame): string {
    if (!instant) return '';
    return legame ? conDataOra(legame, new Date(instant)) : formatDataOra(new Date(instant));
  }
}
