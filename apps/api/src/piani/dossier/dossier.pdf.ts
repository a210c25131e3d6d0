import { conDataOra, formatData, type VoceManifesto } from '@tavoli/shared';
import type { PdfRenderer } from '../../platform/pdf/pdf-renderer.js';
import type { AllegatoLetto, DossierLetto } from './dossier.lettura.js';

/** The originals of each allegato, where they stand in the ZIP. */
export type FilePerAllegato = ReadonlyMap<string, readonly VoceManifesto[]>;

/** A dossier of 250 full pages and more, in the time of a background job. */
export const DOSSIER_BOUNDS = { values: 200_000, chars: 4_000_000 };
export const DOSSIER_TIMEOUT_MS = 180_000;

const SPIEGA =
  'Ogni documento originale è nello ZIP che accompagna questo dossier, con lo stesso percorso scritto qui. L’impronta (SHA-256) è una stringa che dipende dal contenuto del file: se il file cambia anche di poco, l’impronta è un’altra. Nella pagina «Verifica» del portale puoi controllare se un file che hai ricevuto è quello pubblicato.';

/** The whole dossier as PDF/UA-1, dated by when it was asked for: the same content gives the same bytes. @throws ProblemError `pdf.non_disponibile` */
export function renderDossier(pdf: PdfRenderer, d: DossierLetto, file: FilePerAllegato): Promise<Buffer> {
  const { lavoro, ambito, piano } = d;
  const bozza = !lavoro.finale;
  const di = (id: string) => file.get(id) ?? [];
  return pdf.render(
    'piani/dossier/dossier.typ',
    {
      titolo: piano.titolo,
      ambito: ambito.nome,
      sottotitolo: `${ambito.capofila}, ente capofila`,
      riferimento: piano.titolo,
      piede: `${bozza ? 'BOZZA non definitiva · ' : ''}Versione ${lavoro.versione} ${conDataOra('del', lavoro.at)}`,
      emessoAt: lavoro.at.toISOString(),
      bozza,
      periodo: piano.dal === piano.al ? `Anno ${piano.dal}` : `Anni ${piano.dal}-${piano.al}`,
      copertina: copertina(d),
      allegati: d.allegati.map(a => allegato(a, di(a.id))),
      registri: d.registri.map(r => ({ titolo: r.titolo, introduzione: r.contenuto.introduzione, parti: r.contenuto.parti })),
      spiegaImpronte: SPIEGA,
      impronte: d.allegati.flatMap(a =>
        di(a.id).map(f => ({ titolo: `Allegato ${a.numero}: ${f.titolo}`, percorso: f.percorso, sha256: f.sha256 })),
      ),
    },
    { standard: 'ua-1' },
  );
}

const copertina = ({ lavoro, ambito, allegati }: DossierLetto): string[][] => [
  ['Stato', lavoro.finale ? 'Versione definitiva' : 'Bozza: può ancora cambiare'],
  ['Versione', `${lavoro.versione}, ${formatData(lavoro.at)}`],
  ...(lavoro.rifatto ? [['Perché una nuova versione', 'Alcune parti sono state oscurate: contenevano dati personali']] : []),
  ['Allegati', String(allegati.length)],
  ...(ambito.comuni.length === 0 ? [] : [['Comuni', ambito.comuni.join(', ')]]),
];

const allegato = (a: AllegatoLetto, originali: readonly VoceManifesto[]) => ({
  segno: `Allegato ${a.numero}`,
  tipo: a.etichetta,
  titolo: a.titolo,
  introduzione: a.contenuto.introduzione,
  parti: a.contenuto.parti,
  originali: originali.map(f => ({ percorso: f.percorso, dimensione: dimensione(f.bytes) })),
});

/** The parts of one allegato as a PDF of its own, for kinds that have no other original. @throws ProblemError `pdf.non_disponibile` */
export function renderAllegato(pdf: PdfRenderer, d: DossierLetto, a: AllegatoLetto): Promise<Buffer> {
  return pdf.render(
    'piani/dossier/allegato.typ',
    {
      titolo: a.titolo,
      ambito: d.ambito.nome,
      sottotitolo: `${d.ambito.capofila}, ente capofila`,
      riferimento: a.titolo,
      piede: `${d.piano.titolo} · ${conDataOra('al', d.lavoro.at)}`,
      emessoAt: d.lavoro.at.toISOString(),
      introduzione: a.contenuto.introduzione,
      parti: a.contenuto.parti,
    },
    { standard: 'ua-1' },
  );
}

function dimensione(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}
