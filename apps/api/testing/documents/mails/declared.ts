import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mail } from '../../../src/platform/email/mails.js';
import { filesOf, ROOT } from '../../house/sources.js';

const programs = filesOf('apps/api/src').filter(file => file.endsWith('.ts') && !file.endsWith('.spec.ts'));

/** Every mail that a feature declares, feature by feature, as the tree has them. */
export async function declaredMails(): Promise<Mail[]> {
  const found: Mail[] = [];
  for (const file of programs.filter(name => name.endsWith('.emails.ts'))) {
    const { MAILS = {} } = (await import(join(ROOT, file))) as { MAILS?: Readonly<Record<string, Mail>> };
    found.push(...Object.values(MAILS));
  }
  return found.sort((a, b) => (a.tipo < b.tipo ? -1 : 1));
}

/** Where mails are declared so that `declaredMails` would not find them. */
export const hiddenMails = (): string[] =>
  programs.filter(file => {
    const calls = readFileSync(join(ROOT, file), 'utf8').match(/(?<!function )\bmails\('|as TipoEmail\b|\{\} as Mail\b/g)?.length ?? 0;
    const declares = file.endsWith('.emails.ts') && /^export const MAILS = mails\('/m.test(readFileSync(join(ROOT, file), 'utf8')) ? 1 : 0;
    return file !== 'apps/api/src/platform/email/mails.ts' && calls !== declares;
  });
