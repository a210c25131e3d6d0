export type PdfStandard = 'ua-1' | 'a-2a';

/** One document to compile: absolute path of the template, data as JSON text. */
export interface PdfJob {
  readonly template: string;
  readonly dati: string;
  readonly standard: PdfStandard;
}

export type PdfReply =
  | { readonly kind: 'pdf'; readonly pdf: Uint8Array; readonly peakBytes: number }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'unavailable'; readonly message: string };
