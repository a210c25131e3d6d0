import type { Blocco, Documento } from '../verbali/documento/documento.tipi.js';
import type { ParoleAmbito } from '../ambiti/ambito.words.js';
import { conArticolo } from '../kernel/italiano.js';
import { CONSERVAZIONE, durataInParole } from './conservazione.js';
import type { PaginaLegale } from './legale.schema.js';

const p = (text: string): Blocco => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const h = (text: string): Blocco => ({ type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text }] });
const ul = (...voci: string[]): Blocco => ({
  type: 'bulletList',
  content: voci.map(text => ({ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })),
});

export const TITOLI_LEGALI: Readonly<Record<PaginaLegale, string>> = {
  privacy: 'Informativa sulla privacy',
  accessibilita: 'Dichiarazione di accessibilità',
  'note-legali': 'Note legali',
  sicurezza: 'Sicurezza',
};

/** What an ambito has said of itself for these pages, in its settings. */
export interface AltroLegale {
  /** Responsabile della protezione dei dati. */
  readonly dpo: { readonly nome: string; readonly email: string } | null;
  /** Address of the declaration made with the form of AgID (L. 4/2004, art. 3-quater). */
  readonly dichiarazioneAccessibilita: string | null;
}
const SENZA: AltroLegale = { dpo: null, dichiarazioneAccessibilita: null };

const dpoInParole = (dpo: AltroLegale['dpo']): string =>
  dpo === null
    ? 'Puoi scrivere agli stessi recapiti per contattare chi è responsabile della protezione dei dati.'
    : `Responsabile della protezione dei dati: ${dpo.nome}, e-mail ${dpo.email}.`;

const dichiarazioneInParole = (indirizzo: string | null): string =>
  indirizzo === null
    ? 'L’ente non ha ancora indicato qui la dichiarazione che si compila con il modulo dell’Agenzia per l’Italia Digitale: chiedila all’ufficio.'
    : `La dichiarazione dell’ente, compilata con il modulo dell’Agenzia per l’Italia Digitale, è a questo indirizzo: ${indirizzo}`;

/** Art. 13, 1, a-b, and what is collected of whom. */
const CHI_E_PERCHE = (contatti: string, altro: AltroLegale): Blocco[] => [
  p('Quali dati personali usa questo portale, perché, e che cosa puoi chiedere. Articoli 13 e 14 del Regolamento (UE) 2016/679.'),
  h('Chi tratta i dati'),
  p(`Il titolare del trattamento è: ${contatti}. ${dpoInParole(altro.dpo)}`),
  h('Quali dati, e perché'),
  ul(
    'Chi si registra: nome, cognome, indirizzo e-mail. Servono a riconoscerti quando accedi e a scriverti.',
    'Chi rappresenta un ente: i dati dell’ente e del suo legale rappresentante. Servono a verificare che l’ente possa partecipare.',
    'Chi è designato in un tavolo: nome, cognome, e-mail, telefono e ruolo nell’ente. Li fornisce l’ente che ti designa. Ti scriviamo subito, e decidi tu se acconsentire.',
    'Chi chiede di seguire un tavolo come osservatore: nome, e-mail, il gruppo se c’è, e il motivo. Li legge chi guida il tavolo; nella pagina del tavolo compare solo quanti sono gli osservatori.',
    'Chi segnala un problema del portale: che cosa scrive, e l’e-mail solo se vuole una risposta. Li legge l’ufficio.',
    'Chi manda un contributo: nome e indirizzo e-mail. Servono a risponderti. Il nome si mostra solo se lo chiedi.',
  ),
  p(
    'Il trattamento serve a un compito di interesse pubblico: la programmazione partecipata dei servizi sociali (legge 328/2000, articolo 19). Non chiediamo, e non devi scrivere, notizie sulla salute o sulla vita privata tue o di altre persone.',
  ),
];

/** Whom data go to, and what of them everybody reads. */
const A_CHI_VANNO: readonly Blocco[] = [
  h('Che cosa è pubblico'),
  p(
    'Nelle pagine dei tavoli compaiono gli enti che ne fanno parte e, solo dopo il tuo consenso, il tuo nome e cognome. Indirizzi e-mail e numeri di telefono non sono mai pubblicati. Puoi ritirare il consenso in ogni momento, dallo stesso collegamento che hai ricevuto.',
  ),
  h('Chi riceve i dati'),
  p(
    'I dati restano all’ente titolare. Li tratta per suo conto, come responsabile nominato con un atto (articolo 28 del Regolamento), chi ospita e mantiene il portale. Chi lavora nell’ufficio dell’ambito e chi è referente di un tavolo vede solo quello che serve al suo compito. I documenti si comunicano ad altre amministrazioni solo quando una norma lo prevede.',
  ),
  p('I dati non si trasferiscono fuori dall’Unione europea, e nessuna decisione viene presa in modo automatico.'),
];

/** For how long, and what one may ask. */
const DURATE_E_DIRITTI: readonly Blocco[] = [
  h('Per quanto tempo'),
  p(
    'Verbali, elenchi dei rappresentanti, elaborati e atti del Piano si conservano sempre: sono documenti della pubblica amministrazione. Il resto si cancella da solo:',
  ),
  ul(...Object.values(CONSERVAZIONE).map(({ cosa, giorni }) => `${cosa}: dopo ${durataInParole(giorni)}.`)),
  h('Cookie'),
  p(
    'Usiamo due cookie tecnici, uno che ti riconosce dopo l’accesso e uno che riconosce il tuo dispositivo per avvisarti degli accessi da altri, e la memoria del tuo browser per non perdere quello che scrivi nei moduli. Nessun altro sito riceve notizia della tua visita: non ci sono statistiche di terzi, pubblicità o contenuti esterni.',
  ),
  h('I tuoi diritti'),
  p(
    'Se hai un account, in «Il tuo account» scarichi tutti i tuoi dati e puoi chiudere l’account. Puoi anche chiedere di vedere, correggere o cancellare i tuoi dati, di limitarne l’uso o di opporti, scrivendo al titolare. Puoi rivolgerti al Garante per la protezione dei dati personali.',
  ),
];

/** The texts that come with the portal. `contatti`: whom to write to, in words. GDPR art. 13-14; L. 4/2004; CAD art. 52; RFC 9116. */
const TESTI: Readonly<Record<PaginaLegale, (contatti: string, altro: AltroLegale) => Blocco[]>> = {
  privacy: (contatti, altro) => [...CHI_E_PERCHE(contatti, altro), ...A_CHI_VANNO, ...DURATE_E_DIRITTI],
  accessibilita: (contatti, altro) => [
    p(
      'Questo portale è fatto perché chiunque possa usarlo, anche con la sola tastiera, con uno screen reader o con lo schermo ingrandito.',
    ),
    h('Stato di conformità'),
    p(
      'Il portale è progettato per rispettare la legge 4/2004 e la norma UNI CEI EN 301549, secondo le WCAG 2.2 al livello AA. Lo proviamo a ogni nuova versione con controlli automatici, con la sola tastiera e con lo schermo ingrandito; un esame fatto con persone con disabilità spetta all’ente che lo usa.',
    ),
    p(dichiarazioneInParole(altro.dichiarazioneAccessibilita)),
    h('Segnala un problema'),
    p(
      `Se una pagina non si lascia usare, scrivi a: ${contatti}. Indica la pagina, che cosa stavi facendo e, se vuoi, con quali strumenti. Ti rispondiamo entro 30 giorni.`,
    ),
    h('Se non ricevi risposta'),
    p(
      'Se la risposta non arriva, o non ti soddisfa, puoi rivolgerti al Difensore civico per il digitale presso l’Agenzia per l’Italia Digitale.',
    ),
  ],
  'note-legali': contatti => [
    h('Chi pubblica questo sito'),
    p(`Il sito è pubblicato da: ${contatti}.`),
    h('Uso dei contenuti'),
    p(
      'Salvo dove è indicato diversamente, i contenuti si possono riusare con licenza Creative Commons Attribuzione 4.0 (CC BY 4.0), citando la fonte, come prevede l’articolo 52 del Codice dell’amministrazione digitale.',
    ),
    h('Il programma'),
    p('Il portale è software libero, con licenza EUPL 1.2: ogni amministrazione può riusarlo.'),
    h('Valore delle informazioni'),
    p('Fanno fede gli atti ufficiali pubblicati all’albo dell’ente capofila. Se trovi un errore, segnalacelo: lo correggiamo.'),
  ],
  sicurezza: contatti => [
    p('Hai trovato un punto debole in questo portale? Dillo a noi prima che ad altri: lo correggiamo e ti ringraziamo.'),
    h('Come segnalare'),
    p(`Scrivi a: ${contatti}. Metti «Sicurezza» nell’oggetto, e spiega i passi per ritrovare il problema.`),
    h('Che cosa ti chiediamo'),
    ul(
      'Non leggere, copiare o cambiare dati di altre persone: per dimostrare il problema basta il minimo.',
      'Non rallentare o fermare il servizio.',
      'Dacci il tempo di correggere prima di parlarne in pubblico: di solito 90 giorni.',
    ),
    h('Che cosa facciamo noi'),
    ul(
      'Ti rispondiamo entro 5 giorni lavorativi.',
      'Ti diciamo quando il problema è corretto.',
      'Se agisci in buona fede e secondo queste regole non ti denunciamo.',
    ),
  ],
};

/** The text that comes with the portal for a page. */
export const testoLegale = (pagina: PaginaLegale, contatti: string, altro: AltroLegale = SENZA): Documento => ({
  type: 'doc',
  content: TESTI[pagina](contatti, altro),
});

/** Whom to write to, in words; null: on the pages of no ambito. */
export function contattiInParole(
  ambito: {
    readonly parole: ParoleAmbito;
    readonly capofila: string;
    readonly contatti: { readonly indirizzo: string; readonly email: string; readonly pec: string };
  } | null,
): string {
  if (ambito === null) return 'l’ente capofila dell’ambito a cui ti rivolgi: i suoi contatti sono in fondo alle pagine dell’ambito';
  const { indirizzo, email, pec } = ambito.contatti;
  return [
    `${ambito.capofila}, ente capofila ${conArticolo('di', ambito.parole.nomeEsteso.articolo, ambito.parole.nomeEsteso.testo)}`,
    indirizzo,
    email ? `e-mail ${email}` : '',
    pec ? `PEC ${pec}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
