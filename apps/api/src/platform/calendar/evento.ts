/** One event as calendars keep it. Instants are emitted in UTC: the zone of the server cannot matter. */
export interface EventoCalendario {
  /** For the whole life of the event, in every calendar. */
  readonly uid: string;
  /** Only grows; the higher wins. */
  readonly sequence: number;
  /** When this version was made (DTSTAMP, LAST-MODIFIED). */
  readonly stamp: Date;
  readonly createdAt?: Date;
  readonly inizio: Date;
  readonly fine: Date;
  readonly titolo: string;
  readonly luogo: string | null;
  readonly descrizione: string;
  readonly url: string | null;
  readonly stato: 'CONFIRMED' | 'CANCELLED';
  /** Whoever has it in their calendar is free at that time: something falls due. */
  readonly libero?: true;
}

/** An event somebody is called to: answers go to its organiser. */
export interface EventoConvocato extends EventoCalendario {
  readonly organizer: { readonly name: string; readonly email: string };
}
