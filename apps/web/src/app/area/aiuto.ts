import type { ActivatedRouteSnapshot } from '@angular/router';
import type { NomeGuida } from '@tavoli/shared';

/** A page of the guide, or a heading of it. */
export type Aiuto = NomeGuida | `${NomeGuida}#${string}`;

/**
 * What the guide says of each working page, by the address of its route below the area. A page that is not here has that of the one above it; the
 * first page, only its own.
 */
export const AIUTO: Readonly<Record<string, Aiuto>> = {
  '': 'oggi',
  tutto: 'oggi#muoversi',
  enti: 'coordinatore#verificare-gli-enti',
  'enti/nuovo': 'ente#registrarlo',
  'enti/ingresso': 'ente#lente-è-già-registrato-da-qualcun-altro',
  'enti/:ente': 'ente',
  decadenze: 'posti#la-decadenza-coordinatore',
  designazioni: 'designare',
  'designazioni/nuova': 'designare#inviare-una-designazione',
  'designazioni/insieme': 'designare#rispondere-per-più-tavoli-con-le-stesse-persone',
  'designazioni/:designazione': 'designare#che-cosa-vuol-dire-lo-stato-della-designazione',
  'designazioni/:designazione/decadenza': 'posti#la-decadenza-coordinatore',
  'designazioni/:designazione/proposta-di-decadenza': 'posti#proporre-la-decadenza-referente',
  'posti-diretti': 'chi-partecipa#invitare-un-ente-senza-avviso-coordinatore',
  osservo: 'chi-partecipa#osservatori',
  proposte: 'chi-partecipa#proporre-un-punto',
  contributi: 'contributi#sapere-che-fine-ha-fatto',
  'contributi-ricevuti': 'contributi#rispondere-a-un-contributo',
  elaborati: 'elaborati',
  segnalazioni: 'coordinatore#leggere-le-segnalazioni',
  messaggi: 'coordinatore#sapere-se-i-messaggi-sono-arrivati',
  atti: 'atti',
  'da-protocollare': 'registro-e-protocollo#da-protocollare',
  importare: 'importare',
  registro: 'registro-e-protocollo#il-registro-degli-atti',
  incarichi: 'coordinatore#affidare-gli-incarichi-coordinatore',
  avvisi: 'coordinatore#pubblicare-un-avviso-coordinatore',
  'avvisi/:avviso': 'avvisi',
  'avvisi/:avviso/modifica': 'coordinatore#pubblicare-un-avviso-coordinatore',
  'avvisi/:avviso/rettifica': 'avvisi#correggere-un-avviso-aperto-la-rettifica',
  incontri: 'incontri',
  'incontri/:incontro/modifica': 'incontri#preparare',
  'incontri/:incontro/integra': 'incontri#integrare-o-correggere-una-convocazione-partita',
  'incontri/:incontro/serie': 'incontri#una-serie-di-incontri',
  'incontri/:incontro/presenze': 'incontri#il-giorno-dellincontro',
  'incontri/:incontro/conduci': 'condurre',
  'incontri/:incontro/in-corso': 'incontri#il-giorno-dellincontro',
  verbali: 'verbali',
  piano: 'dossier',
  oscuramenti: 'coordinatore#togliere-dati-personali-già-pubblicati-coordinatore',
  plenarie: 'incontri#più-tavoli-insieme',
  cruscotto: 'coordinatore#sapere-che-cosa-resta-da-fare',
  iter: 'iter',
  'iter/accordo': 'iter#laccordo-di-programma',
  'iter/fasi/:fase': 'iter#avviare-e-concludere-una-fase',
  adesioni: 'iter#aderire-con-il-proprio-ente',
  pagine: 'coordinatore#le-pagine-legali',
  impostazioni: 'ambito#le-impostazioni',
  'impostazioni/schede': 'ambito#le-impostazioni',
  'impostazioni/domande': 'ambito#le-domande-frequenti',
  'impostazioni/mandati': 'avvisi#decidere-da-quando-si-siede-al-tavolo',
  tavoli: 'coordinatore#i-tavoli-coordinatore',
  'tavoli/nuovo': 'tavoli#aprire-un-tavolo-coordinatore',
  'tavoli/:tavolo': 'referente#tenere-in-ordine-il-tavolo',
  'tavoli/:tavolo/incontri/nuovo': 'incontri#preparare',
  'tavoli/:tavolo/sottogruppi': 'tavoli#i-sottogruppi-referente-o-coordinatore',
  'tavoli/:tavolo/proposte': 'preparare-incontri#i-punti-proposti-da-chi-siede-al-tavolo',
  'tavoli/:tavolo/proposte/nuova': 'chi-partecipa#proporre-un-punto',
  'tavoli/:tavolo/date': 'preparare-incontri#trovare-una-data',
  'tavoli/:tavolo/osservatori': 'chi-partecipa#rispondere-a-una-richiesta-referente-o-coordinatore',
  'tavoli/:tavolo/osservatore': 'chi-partecipa#chiedere-di-seguire-un-tavolo',
  'tavoli/:tavolo/chiusura': 'tavoli#chiudere-un-tavolo-o-farlo-confluire-in-un-altro-coordinatore',
  'tavoli/:tavolo/contributi': 'contributi#rispondere-a-un-contributo',
  'tavoli/:tavolo/elaborati': 'elaborati',
  'tavoli/:tavolo/impegni': 'verbali#gli-impegni-presi',
};

/** The help of a page, by the address of its route below the area; null: nobody wrote any. */
export function aiutoDi(rotta: string): Aiuto | null {
  if (rotta === '') return AIUTO[''] ?? null;
  for (let sopra = rotta; sopra !== ''; sopra = sopra.slice(0, Math.max(0, sopra.lastIndexOf('/')))) {
    const aiuto = AIUTO[sopra];
    if (aiuto !== undefined) return aiuto;
  }
  return null;
}

/** The address of a route below the area, as its routes write it: `designazioni/:designazione`. */
export function rottaDi(chain: readonly ActivatedRouteSnapshot[]): string {
  const parti = chain.flatMap(route => (route.routeConfig?.path ?? '').split('/')).filter(parte => parte !== '');
  return parti.slice(parti.indexOf('area') + 1).join('/');
}
