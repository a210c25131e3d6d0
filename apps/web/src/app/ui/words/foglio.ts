import { Pipe, type PipeTransform } from '@angular/core';

/** The address of a list as a workbook, from that of the same list as CSV: codes keep their zeros there. */
@Pipe({ name: 'foglio' })
export class FoglioPipe implements PipeTransform {
  transform(csv: string): string {
    return csv.replace(/\.csv(?=\?|$)/, '.xlsx');
  }
}
