import { REGOLE_PREDEFINITE, RegoleTavoloInput, type ChiApprova, type RegolaQuorum, type RegoleTavolo } from '@tavoli/shared';
import * as z from 'zod';

/** A rule as the form holds it: the number is kept while another kind is looked at. */
export interface QuorumModel {
  readonly tipo: RegolaQuorum['tipo'];
  readonly numero: number | null;
}
export interface RegoleModel {
  readonly preavvisoGiorni: number | null;
  readonly preavvisoUrgenza: number | null;
  readonly assenzeDecadenza: number | null;
  readonly giorniContraddittorio: number | null;
  readonly giorniIntegrazione: number | null;
  readonly giorniSostituzione: number | null;
  readonly quorum: QuorumModel;
  readonly quorumSeconda: QuorumModel;
  readonly mandatiColPiano: boolean;
  readonly ammetteOsservatori: boolean;
  readonly promemoriaSettimana: boolean;
  readonly promemoriaVigilia: boolean;
  readonly giorniRevisione: number | null;
  readonly approvaVerbale: ChiApprova;
  readonly duePersone: boolean;
}

const quorumModel = (regola: RegolaQuorum): QuorumModel => ({ tipo: regola.tipo, numero: regola.tipo === 'fisso' ? regola.numero : null });
const quorumInput = ({ tipo, numero }: QuorumModel) => (tipo === 'fisso' ? { tipo, numero } : { tipo });

/** The rules alone: what the page read says of the tavolo besides is not sent back. */
const soloRegole = (letto: RegoleTavolo): RegoleTavolo =>
  Object.fromEntries(Object.keys(REGOLE_PREDEFINITE).map(nome => [nome, letto[nome as keyof RegoleTavolo]])) as unknown as RegoleTavolo;

export function regoleModel(letto: RegoleTavolo): RegoleModel {
  const { quorum, quorumSeconda, ...uguali } = soloRegole(letto);
  return { ...uguali, quorum: quorumModel(quorum), quorumSeconda: quorumModel(quorumSeconda) };
}

/** What is sent; only valid once `RegoleFormSchema` has nothing to say. */
export const regoleInput = (model: RegoleModel): RegoleTavolo =>
  ({ ...model, quorum: quorumInput(model.quorum), quorumSeconda: quorumInput(model.quorumSeconda) }) as RegoleTavolo;

/** The rules of the API on the fields of the form. */
export const RegoleFormSchema = z.custom<RegoleModel>().superRefine((model, ctx) => {
  const found: { readonly path: readonly PropertyKey[]; readonly message: string }[] =
    RegoleTavoloInput.safeParse(regoleInput(model)).error?.issues ?? [];
  // A rule between two fields is told by the schema only once each field is right: the form tells all at once.
  const alone =
    RegoleTavoloInput.safeParse({ ...REGOLE_PREDEFINITE, preavvisoGiorni: model.preavvisoGiorni, preavvisoUrgenza: model.preavvisoUrgenza })
      .error?.issues ?? [];
  const told = new Set(found.map(issue => issue.path.join('/')));
  for (const { path, message } of [...found, ...alone.filter(issue => !told.has(issue.path.join('/')))])
    ctx.addIssue({ code: 'custom', path: [...path], message, input: model });
});

/** `almeno 5 posti occupati` for a rule, in words. */
export function quorumInParole(regola: RegolaQuorum): string {
  switch (regola.tipo) {
    case 'nessuno':
      return 'non richiesto';
    case 'meta_piu_uno':
      return 'la metà più uno dei posti assegnati';
    case 'un_terzo':
      return 'un terzo dei posti assegnati';
    case 'fisso':
      return regola.numero === 1 ? 'almeno 1 posto occupato' : `almeno ${regola.numero} posti occupati`;
  }
}
