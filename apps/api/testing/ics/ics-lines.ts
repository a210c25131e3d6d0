/** One property of an iCalendar file, unfolded. */
export interface IcsLine {
  readonly name: string;
  readonly params: Readonly<Record<string, string>>;
  readonly value: string;
  /** The components it stands in, outermost first. */
  readonly within: readonly string[];
}

const CONTENT = /^([A-Z][A-Z0-9-]*)((?:;[A-Z][A-Z0-9-]*=(?:"[^"\u0000-\u001f\u007f]*"|[^"\u0000-\u001f\u007f;:,]*))*):(.*)$/su;
const PARAM = /;([A-Z][A-Z0-9-]*)=("[^"]*"|[^;:]*)/gu;

/** The lines as they travel, folded, without their ends. */
export const physicalLines = (ics: string): string[] => ics.replace(/\r\n$/, '').split('\r\n');

/** The lines as they are meant (RFC 5545 §3.1). */
export const logicalLines = (ics: string): string[] =>
  ics
    .replace(/\r\n$/, '')
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n');

/** Reads one line by the grammar of content lines; null when it is none. */
export function contentLine(line: string): Omit<IcsLine, 'within'> | null {
  const [, name, params, value] = CONTENT.exec(line) ?? [];
  if (name === undefined || params === undefined || value === undefined) return null;
  return { name, params: Object.fromEntries([...params.matchAll(PARAM)].map(([, key, text]) => [key, text])), value };
}

/** All lines that can be read, each with where it stands. */
export function icsLines(ics: string): IcsLine[] {
  const within: string[] = [];
  const lines: IcsLine[] = [];
  for (const line of logicalLines(ics)) {
    const read = contentLine(line);
    if (read === null) continue;
    if (read.name === 'END') within.pop();
    lines.push({ ...read, within: [...within] });
    if (read.name === 'BEGIN') within.push(read.value);
  }
  return lines;
}
