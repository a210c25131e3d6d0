/** What both forms of a mail say, already cleaned of what nobody typed. HTML is not escaped yet. */
export interface EmailContent {
  readonly title: string;
  readonly sender: string;
  readonly motto: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly action: { readonly label: string; readonly url: string } | null;
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** Sentences that say who sends it, why one receives it, and what to do with it. */
  readonly footer: readonly string[];
  readonly origin: string;
}
