import type { EmailContent } from './email-content.js';

/** The plain text twin. Addresses stand alone on their line, so that no program takes the full stop with them. */
export function layoutText(content: EmailContent): string {
  const facts = content.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
  const action = content.action === null ? '' : `${content.action.label}:\n${content.action.url}`;
  const links = content.links.map(({ label, url }) => `${label}:\n${url}`);
  const signature = ['-- ', content.sender, content.origin].join('\n'); // RFC 3676 §4.3: the space after the dashes belongs there
  return `${[content.greeting, ...content.paragraphs, facts, action, ...links, signature, ...content.footer].filter(part => part !== '').join('\n\n')}\n`;
}
