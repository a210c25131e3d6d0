/** What is deleted by itself, after how long: the jobs read it, and the privacy page says it, so that the two cannot part. */
export const CONSERVAZIONE = {
  registrazioni: { giorni: 7, cosa: 'Le registrazioni e le richieste di notizie mai confermate' },
  sessioni: { giorni: 30, cosa: 'Gli accessi rimasti aperti senza essere usati' },
  contributiDaConfermare: { giorni: 7, cosa: 'I contributi mai confermati' },
  contributiRespinti: { giorni: 183, cosa: 'Il testo e il nome dei contributi respinti o ritirati' },
  messaggi: {
    giorni: 365,
    cosa: 'Le parole dei messaggi mandati dal portale (restano destinatario, data ed esito, per la prova di consegna)',
  },
  caricamenti: { giorni: 7, cosa: 'Il contenuto dei file importati e mai eseguiti (quello dei file eseguiti si cancella subito)' },
  recapiti: { giorni: 365, cosa: 'I recapiti di chi non siede più a un tavolo, dalla fine dell’incarico' },
  osservatori: {
    giorni: 365,
    cosa: 'Il motivo e il gruppo di chi ha chiesto di seguire un tavolo e non lo segue, dalla risposta o dal ritiro',
  },
  segnalazioni: { giorni: 365, cosa: 'Le parole e l’indirizzo di chi ha segnalato un problema del portale, da quando è risolto' },
  disponibilita: { giorni: 365, cosa: 'Chi ha detto quando poteva per un incontro, e che cosa ha risposto, dal termine per rispondere' },
  inviti: { giorni: 365, cosa: 'L’indirizzo di chi è stato invitato a un incontro, dopo che si è tenuto' },
} as const satisfies Readonly<Record<string, { readonly giorni: number; readonly cosa: string }>>;

/** «7 giorni», «6 mesi», «un anno». */
export function durataInParole(giorni: number): string {
  if (giorni % 365 === 0) return giorni === 365 ? 'un anno' : `${giorni / 365} anni`;
  return giorni >= 60 ? `${Math.round(giorni / 30.5)} mesi` : `${giorni} giorni`;
}
