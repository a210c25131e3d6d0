/** One field that is wrong: JSON pointer into the body, stable code, words in Italian. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** RFC 9457 problem details, as every non-2xx answer of the API carries them. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail?: string;
  /** Request id, to quote when asking for help. */
  readonly instance?: string;
  readonly errors?: readonly FieldProblem[];
  /** For `versione.superata`: the version now stored. */
  readonly version?: number;
}

const define = <const T extends Record<string, readonly [status: number, title: string]>>(table: T): T => table;

/** Every refusal the API can give: its HTTP status and its words. */
export const PROBLEMS = define({
  'richiesta.non_valida': [400, 'Alcuni dati non sono validi: controlla i campi segnalati.'],
  'richiesta.illeggibile': [400, 'La richiesta non è leggibile.'],
  'richiesta.tipo_non_ammesso': [415, 'Il tipo di contenuto inviato non è ammesso.'],
  'richiesta.troppo_grande': [413, 'Il contenuto inviato è troppo grande.'],
  'richiesta.metodo_non_ammesso': [405, 'Questo indirizzo non accetta il metodo usato.'],
  'richiesta.origine_estranea': [403, 'La richiesta arriva da un altro sito e non è stata eseguita.'],
  'richiesta.host_sconosciuto': [421, 'Questo indirizzo non appartiene al portale.'],
  'accesso.richiesto': [401, 'Per continuare devi accedere.'],
  'accesso.negato': [403, 'Non hai il permesso per questa operazione.'],
  'accesso.credenziali': [401, 'Indirizzo o password non corretti.'],
  'accesso.da_confermare': [403, 'Prima di accedere conferma il tuo indirizzo dal messaggio che ti abbiamo mandato.'],
  'accesso.troppi_tentativi': [429, 'Troppi tentativi. Aspetta prima di riprovare.'],
  'risorsa.non_trovata': [404, 'Quello che cerchi non c’è, o non puoi vederlo.'],
  'collegamento.non_valido': [404, 'Questo collegamento non è valido o è già stato usato.'],
  'collegamento.scaduto': [410, 'Questo collegamento è scaduto: chiedine uno nuovo.'],
  'versione.mancante': [428, 'Manca la versione su cui stai lavorando: ricarica la pagina.'],
  'versione.superata': [412, 'Qualcuno ha cambiato questi dati mentre li guardavi. Ricarica per vedere la versione attuale.'],
  'idempotenza.mancante': [400, 'Manca la chiave che evita i doppi invii.'],
  'idempotenza.in_corso': [409, 'Stiamo già eseguendo questa stessa richiesta.'],
  'idempotenza.altra_richiesta': [422, 'Questa chiave è già stata usata per un’altra richiesta.'],
  'password.debole': [422, 'Scegli una password più sicura.'],
  'account.esiste': [409, 'Esiste già un account con questo indirizzo.'],
  'ente.stato': [409, 'L’ente è cambiato nel frattempo: questa operazione non è più possibile.'],
  'ente.duplicato': [409, 'Questo codice fiscale è già registrato. Puoi chiedere di entrare tra gli operatori dell’ente.'],
  'ente.non_verificato': [409, 'L’ente deve essere verificato dall’ufficio di piano prima di designare.'],
  'ente.identita_bloccata': [409, 'Dopo la verifica denominazione, natura giuridica e codice fiscale non si cambiano più: scrivi all’ufficio di piano.'],
  'operatore.gia_presente': [409, 'Questa persona è già tra gli operatori dell’ente.'],
  'operatore.ultimo': [409, 'Un ente non può restare senza operatori: prima invitane un altro.'],
  'operatore.troppi_inviti': [409, 'Ci sono già troppi inviti in attesa di risposta: annullane qualcuno prima di mandarne altri.'],
  'operatore.richiesta_decisa': [409, 'A questa richiesta è già stata data una risposta.'],
  'operatore.troppe_richieste': [429, 'Hai già mandato molte richieste oggi. Riprova domani.'],
  'avviso.stato': [409, 'L’avviso è cambiato nel frattempo: questa operazione non è più possibile.'],
  'avviso.non_aperto': [409, 'L’avviso non è ancora aperto.'],
  'avviso.chiuso': [409, 'L’avviso è chiuso e non ammette risposte tardive.'],
  'avviso.annullato': [409, 'L’avviso è stato annullato.'],
  'avviso.natura_non_ammessa': [409, 'L’avviso non è rivolto a enti di questa natura giuridica.'],
  'avviso.tavolo_non_compreso': [409, 'Questo tavolo non è compreso nell’avviso.'],
  'avviso.chiusura_passata': [422, 'La chiusura deve essere nel futuro.'],
  'avviso.proroga_indietro': [422, 'La nuova chiusura deve venire dopo quella attuale.'],
  'incontro.stato': [409, 'L’incontro è cambiato nel frattempo: questa operazione non è più possibile.'],
  'incontro.ordine_del_giorno_vuoto': [422, 'Per convocare serve almeno un punto all’ordine del giorno.'],
  'incontro.preavviso': [422, 'Mancano troppo pochi giorni: l’incontro non può più essere convocato per questa data.'],
  'incontro.serve_urgenza': [422, 'Il preavviso ordinario non basta: per convocare d’urgenza scrivi il motivo.'],
  'incontro.inizio_passato': [422, 'L’inizio deve essere nel futuro.'],
  'incontro.nessun_destinatario': [422, 'Nessuno siede ancora al tavolo: non c’è a chi mandare la convocazione.'],
  'incontro.non_ancora': [409, 'L’incontro si apre dal giorno fissato.'],
  'incontro.serie_vuota': [422, 'La serie finisce prima di cominciare: controlla la data finale.'],
  'verbale.stato': [409, 'Il verbale è cambiato nel frattempo: questa operazione non è più possibile.'],
  'verbale.incontro_non_aperto': [409, 'Il verbale si scrive da quando l’incontro è aperto.'],
  'verbale.incontro_non_chiuso': [409, 'Prima chiudi l’incontro: presenze e numero legale devono essere fissati.'],
  'verbale.sezione_tenuta': [409, 'Un’altra persona sta scrivendo questa parte. Aspetta che finisca: il tuo testo resta qui.'],
  'verbale.revisione_chiusa': [409, 'Il tempo per proporre correzioni è finito.'],
  'verbale.correzioni_aperte': [409, 'Ci sono ancora correzioni proposte senza risposta.'],
  'verbale.passaggio_non_trovato': [422, 'Il passaggio non si trova, o si trova più volte: copialo di nuovo dal testo, con qualche parola in più.'],
  'verbale.avvisi_da_vedere': [422, 'Nel testo ci sono dati che sembrano personali: guardali uno per uno prima di pubblicare.'],
  'verbale.vuoto': [422, 'Il verbale è ancora vuoto.'],
  'contributo.stato': [409, 'Il contributo è cambiato nel frattempo: questa operazione non è più possibile.'],
  'contributo.chiuso': [409, 'Questo tavolo non riceve contributi in questo momento.'],
  'contributo.non_inviato': [422, 'Non siamo riusciti a inviare il contributo. Quello che hai scritto è ancora qui: aspetta qualche secondo e invia di nuovo.'],
  'contributo.troppi': [429, 'Da questa rete sono arrivati molti contributi in poco tempo. Quello che hai scritto è ancora qui: riprova più tardi.'],
  'contributo.allegato_mancante': [422, 'Un file non è più disponibile: toglilo e caricalo di nuovo.'],
  'contributo.comune_estraneo': [422, 'Scegli un comune dell’ambito.'],
  'contributo.principale_non_valido': [422, 'Scegli un altro contributo dello stesso ambito, che non sia a sua volta unito.'],
  'contributo.riesame_gia_chiesto': [409, 'Il riesame si può chiedere una volta sola.'],
  'contributo.riesame_non_possibile': [409, 'Di questo contributo non si può chiedere il riesame.'],
  'contributo.riesame_deciso': [409, 'Su questo riesame c’è già una decisione.'],
  'contributo.legame_non_valido': [422, 'Questa voce non si può collegare: scegline una dello stesso tavolo.'],
  'contributo.codice_sconosciuto': [404, 'Non troviamo un contributo con questo codice: controllalo sulla ricevuta.'],
  'file.tipo_non_ammesso': [422, 'Puoi allegare file PDF, JPEG o PNG.'],
  'elaborato.stato': [409, 'L’elaborato è cambiato nel frattempo: questa operazione non è più possibile.'],
  'elaborato.non_scrivi': [403, 'In questo elaborato scrivono solo il referente e il coordinatore.'],
  'elaborato.sezione_tenuta': [409, 'Un’altra persona sta scrivendo questa parte. Aspetta che finisca: il tuo testo resta qui.'],
  'elaborato.si_sta_scrivendo': [409, 'Qualcuno sta ancora scrivendo. Aspetta che finisca, poi riprova.'],
  'elaborato.contenuto_estraneo': [422, 'Questo contenuto non è del tipo di questa parte.'],
  'elaborato.consultazione_chiusa': [409, 'Il tempo per i commenti è finito.'],
  'elaborato.commenti_aperti': [409, 'Ci sono ancora commenti senza risposta.'],
  'elaborato.passaggio_non_trovato': [422, 'Il passaggio non si trova nel testo: copialo di nuovo, così com’è scritto.'],
  'elaborato.vuoto': [422, 'L’elaborato è ancora vuoto: scrivi qualcosa prima di aprire la consultazione.'],
  'elaborato.serve_approvazione': [422, 'Indica il verbale in cui il tavolo ha approvato l’elaborato.'],
  'elaborato.verbale_non_valido': [422, 'Il verbale deve essere del tavolo e già approvato o pubblicato.'],
  'elaborato.decisione_non_trovata': [422, 'Questa decisione non è nel verbale indicato.'],
  'elaborato.incompleto': [422, 'Mancano alcune parti: completale prima di consegnare.'],
  'elaborato.fonte_non_trovata': [422, 'Quello che hai indicato come fonte non c’è, o non puoi vederlo.'],
  'elaborato.fonte_presente': [409, 'Questa fonte è già indicata.'],
  'elaborato.non_file': [409, 'In questo elaborato si scrive nelle sue parti: non si carica un file.'],
  'invito.chiuso': [409, 'A questo invito non si risponde più: l’incontro è cominciato, è finito o è stato annullato.'],
  'invito.revocato': [410, 'Questo invito non vale più, perché non siedi più al tavolo. Se pensi sia un errore scrivi al referente.'],
  'invito.senza_supplente': [409, 'Non c’è un supplente a cui passare il posto.'],
  'designazione.stato': [409, 'La designazione è cambiata nel frattempo: questa operazione non è più possibile.'],
  'designazione.esiste': [409, 'L’ente ha già una designazione per questo tavolo.'],
  'designazione.incompleta': [422, 'Mancano dei dati: completa i campi segnalati prima di inviare.'],
  'designazione.posti': [422, 'I posti indicati non corrispondono a quelli previsti dall’avviso.'],
  'consenso.stato': [409, 'Hai già risposto: questa operazione non è più possibile.'],
  'incarico.esiste': [409, 'Questa persona ha già questo incarico.'],
  'incarico.ultimo_coordinatore': [409, 'Un ambito non può restare senza coordinatore: prima nominane un altro.'],
  'incarico.account_assente': [422, 'Nessun account confermato ha questo indirizzo: chiedi alla persona di registrarsi.'],
  'email.stato': [409, 'Questo messaggio non può essere rispedito.'],
  'file.non_pdf': [422, 'Il file non è un PDF valido.'],
  'file.vuoto': [422, 'Il file è vuoto.'],
  'file.troppo_grande': [413, 'Il file supera la dimensione massima.'],
  'pdf.non_disponibile': [503, 'Su questo server i PDF non sono disponibili al momento.'],
  'tavolo.codice_in_uso': [409, 'Questo codice è già usato da un altro tavolo del Piano.'],
  'ambito.slug_in_uso': [409, 'Questo indirizzo è già usato da un altro ambito.'],
  'servizio.non_disponibile': [503, 'Il servizio non è disponibile in questo momento. Riprova tra poco.'],
  'errore.interno': [500, 'Qualcosa non ha funzionato. Riprova; se succede ancora, segnalacelo.'],
});
export type ProblemCode = keyof typeof PROBLEMS;
