/** Only in the demo: a person to enter as. */
export interface DemoPersonaView {
  readonly id: string;
  readonly nome: string;
  readonly cognome: string;
  readonly email: string;
  readonly chi: string;
}

export interface DemoMessaggioRigaView {
  readonly id: string;
  readonly nome: string;
  readonly indirizzo: string;
  readonly oggetto: string;
  readonly at: string;
}

/** Only in the demo: a mail as it would have left. */
export interface DemoMessaggioView extends DemoMessaggioRigaView {
  readonly testo: string;
  readonly html: string;
  readonly files: readonly { readonly name: string; readonly mediaType: string }[];
  readonly calendario: { readonly method: string; readonly ics: string } | null;
}
