/** Text that calendars can carry: no controls but the line break, no lone surrogates, no separators that some readers take for the end of a line. */
export function cleanText(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffd]/g, ' ')
    .trim();
}

/** On one line. */
export const cleanLine = (value: string): string => cleanText(value).replace(/\s+/g, ' ');

/** A name as parameter of a property: the quote and what escapes it would show in readers that do not know RFC 6868. */
export const cleanName = (value: string): string => cleanLine(value).replace(/["^;:,\\]/g, ' ').replace(/\s+/g, ' ').trim();
