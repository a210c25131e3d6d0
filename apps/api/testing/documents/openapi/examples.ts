/** What is sent and answered in the operations that one begins with; the documents' spec holds each against its schema. */
export const EXAMPLES: Readonly<Record<string, { readonly request?: unknown; readonly answer?: unknown }>> = {};
