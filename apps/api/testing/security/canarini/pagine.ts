import { builtSite } from '../../../src/platform/ssr/site.js';
import type { Lettore, Letture, Risposta } from './letture.js';

/** What a segment of an address names, by the word before it; `''` is the first. */
const NOMI: Readonly<Record<string, string>> = {
  '': 'ambito',
  tavoli: 'tavolo',
  avvisi: 'avviso',
  incontri: 'incontro',
  verbali: 'verbale',
  contributi: 'contributo',
  elaborati: 'elaborato',
  enti: 'componente',
};

/** Every page that is rendered for the public, with all the things of the ambito that its address can name. @throws Error naming what nobody says how to fill */
export async function indirizziDiPagine(letture: Letture): Promise<string[]> {
  const routes = await builtSite()?.routes();
  if (!routes) throw new Error('The site is not built.');
  return routes.rendered().flatMap(pattern => {
    const segmenti = pattern.split('/').filter(s => s !== '');
    if (segmenti.includes('**')) return [];
    const rotta = segmenti.map((s, i) => {
      if (s !== '*') return s;
      const nome = NOMI[i === 0 ? '' : (segmenti[i - 1] ?? '')];
      if (nome === undefined) throw new Error(`Nobody says what is named in ${pattern} (see NOMI).`);
      return `:${nome}`;
    });
    return rotta[0] === ':ambito' ? letture.riempi(`/${rotta.join('/')}`) : [];
  });
}

/** Of pages of one form so many are rendered: what they show comes by the answers of the API, which are all read. */
const DI_OGNUNA = 3;

/** The pages as the public gets them: text, and what is handed to the browser with it. The world must be listening, since pages ask the API. */
export async function pagine(letture: Letture, quali: (url: string) => boolean = () => true): Promise<Risposta[]> {
  const chiunque: Lettore = { nome: 'chiunque', persona: null };
  const lette: Risposta[] = [];
  const quante = new Map<string, number>();
  for (const url of (await indirizziDiPagine(letture)).filter(quali)) {
    const forma = url.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id');
    if ((quante.get(forma) ?? 0) >= DI_OGNUNA) continue;
    const letta = await letture.una(chiunque, url);
    lette.push(letta);
    if (letta.status === 200) quante.set(forma, (quante.get(forma) ?? 0) + 1);
  }
  if (!lette.some(l => l.status === 200 && l.testo.includes('<app-root'))) throw new Error('No page was rendered.');
  return lette;
}
