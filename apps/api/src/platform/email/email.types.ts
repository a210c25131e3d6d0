/** One mail to one person, as a feature writes it. The layout and the sending belong to the platform. */
export interface EmailDraft {
  /** Idempotency: the same `chiave` is never stored twice. By convention `<tipo>:<object id>:<recipient>:<occasion>`. */
  readonly chiave: string;
  /** Kind of mail, such as `designazione.inviata`. */
  readonly tipo: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  /** Paragraphs in plain Italian; no markup: the layout makes text and HTML from them. */
  readonly paragraphs: readonly string[];
  /** The one thing to do, as a button. `path` is relative to the portal's origin and may carry a #secret. */
  readonly action?: { readonly label: string; readonly path: string };
  /** Name/value lines shown as a table (ente, tavolo, protocollo…). */
  readonly facts?: readonly (readonly [label: string, value: string])[];
  /** Carries a secret: its words are blanked once delivered (but in the demo). */
  readonly secret?: boolean;
  readonly files?: readonly { readonly name: string; readonly sha256: string; readonly mediaType: string }[];
  /** What it is about, so that staff see its delivery state there. */
  readonly about?: { readonly ambitoId: string; readonly tipo: string; readonly id: string; readonly tavoloId?: string | null };
}
