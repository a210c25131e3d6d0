export const P7M = 'application/pkcs7-mime';
const ENDING = '.p7m';

/** The name of a PDF without its endings, those of its envelopes too: `delibera` of `delibera.pdf.p7m`, and of `delibera.p7m` as well. */
export function withoutEnvelope(name: string): string {
  let stem = name;
  while (stem.toLowerCase().endsWith(ENDING)) stem = stem.slice(0, -ENDING.length);
  return stem.toLowerCase().endsWith('.pdf') ? stem.slice(0, -'.pdf'.length) : stem;
}

/** The media type of a file that was taken as a PDF, signed or not: its name ends as its content says. */
export const mediaTypeOf = (name: string): string => (name.toLowerCase().endsWith(ENDING) ? P7M : 'application/pdf');

/** The same in SQL. */
export const mediaTypeSql = (name: string): string => `CASE WHEN lower(${name}) LIKE '%${ENDING}' THEN '${P7M}' ELSE 'application/pdf' END`;

/** Who signed the file with this fingerprint, for a view: null where it came in no envelope. */
export const firmatariSql = (sha256: string): string =>
  `(SELECT to_jsonb(fc.firmatari) FROM file_custodito fc WHERE fc.sha256 = ${sha256})`;

/** A JSON document of a file with who signed it; null where there is none. */
export const conFirmatari = (file: string): string => `${file} || jsonb_build_object('firmatari', ${firmatariSql(`${file}->>'sha256'`)})`;
