import { Directive, inject, input, TemplateRef } from '@angular/core';
import type { VersoOrdine } from '@tavoli/shared';

/** A column of a table, as data. */
export interface Colonna<R> {
  readonly chiave: string;
  readonly titolo: string;
  /** The key by which the API orders rows for it; none: nobody can. */
  readonly ordina?: string;
  /** What stands in a cell that has no template of its own (`appCella`). */
  readonly testo: (riga: R) => string;
  /** What the row is called: one column. */
  readonly principale?: true;
  /** It is seen what it is, without its heading: on a phone it needs none. */
  readonly evidente?: true;
  /** Left out while a row is open beside the table. */
  readonly secondaria?: true;
}

export interface Ordinamento {
  readonly ordina: string;
  readonly verso: VersoOrdine;
}

/** What is shown in the cells of a column: `<ng-template appCella="ente" [appCellaDi]="righe()" let-ente>…</ng-template>`. */
@Directive({ selector: 'ng-template[appCella]' })
export class Cella<R> {
  readonly colonna = input.required<string>({ alias: 'appCella' });
  /** Only for the type of what the template is given. */
  readonly di = input.required<readonly R[]>({ alias: 'appCellaDi' });
  readonly template = inject<TemplateRef<{ $implicit: R }>>(TemplateRef);

  static ngTemplateContextGuard<R>(_: Cella<R>, _context: unknown): _context is { $implicit: R } {
    return true;
  }
}
