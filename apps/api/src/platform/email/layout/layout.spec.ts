import { PAROLE } from '@tavoli/shared';
import { draft } from '../../../../testing/emails.js';
import type { EmailDraft } from '../email.types.js';
import { layoutEmail, PORTAL } from './layout.js';

const ORIGIN = 'https://tavoli.test';
const AMBITO = { name: 'Ambito Territoriale Sociale di Prova', parole: PAROLE, replyTo: 'ufficio@prova.test' };
const layout = (fields: Partial<EmailDraft> = {}, sender = AMBITO as Parameters<typeof layoutEmail>[1]) =>
  layoutEmail(draft(fields), sender, ORIGIN);

/** What a reader sees of the HTML: tags gone, entities read, one space between words. */
const seen = (html: string): string =>
  html
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name] ?? '')
    .replace(/\s+/g, ' ');

const FULL: Partial<EmailDraft> = {
  paragraphs: ['abbiamo ricevuto la designazione.', 'Primo rigo.\nSecondo rigo.'],
  facts: [
    ['Ente', 'Associazione Prova'],
    ['Protocollo', 'n. 0000001/2027'],
  ],
  action: { label: 'Vedi la designazione', path: '/prova/area/designazioni/1?da=mail#segreto' },
};

describe('The layout of mails', () => {
  it('says the same as text and as HTML', () => {
    const { text, html } = layout(FULL);
    for (const words of [
      'Gentile Ada Prova,',
      ...(FULL.paragraphs ?? []),
      'Associazione Prova',
      'n. 0000001/2027',
      'Vedi la designazione',
      AMBITO.name,
      'il tuo indirizzo, ada@prova.test,',
    ]) {
      expect(text).toContain(words);
      expect(seen(html)).toContain(words.replace('\n', ' '));
    }
  });

  it('writes the link in full in both, alone on its line in the text', () => {
    const { text, html } = layout(FULL);
    const url = `${ORIGIN}/prova/area/designazioni/1?da=mail#segreto`;
    expect(text.split('\n')).toContain(url);
    expect(html.split(`href="${url}"`)).toHaveLength(3);
    expect(seen(html)).toContain(url);
  });

  it('B-17: refuses a link that leaves the portal', () => {
    for (const path of [
      'https://altrove.test/',
      '//altrove.test/',
      '/\\altrove.test/',
      'javascript:alert(1)',
      'senza-barra',
      '/\t/altrove.test',
    ]) {
      expect(() => layout({ action: { label: 'Vai', path } })).toThrow('page of the portal');
    }
  });

  it('B-9: escapes whatever people wrote, everywhere', () => {
    const payload = `<img src=x onerror=alert(1)>"'&<script>{{1}}</script></p>`;
    const { html, text } = layout(
      {
        to: { name: payload, address: payload },
        subject: payload,
        paragraphs: [payload],
        facts: [[payload, payload]],
        action: { label: payload, path: `/${payload}` },
        why: payload,
      },
      { name: payload, parole: PAROLE, replyTo: null },
    );
    const plain = layout(FULL).html;
    expect(tagsOf(html)).toEqual(expect.not.arrayContaining(['img', 'script']));
    expect(new Set(tagsOf(html))).toEqual(new Set(tagsOf(plain)));
    expect(html).not.toMatch(/<[a-z][^<>]*\son[a-z]+=/i);
    expect(seen(html).split(payload).length).toBeGreaterThanOrEqual(7);
    expect(text).toContain(payload);
  });

  it('B-6: drops what nobody typed: controls, bidirectional overrides, invisible and half characters', () => {
    const { subject, text, html } = layout({
      subject: 'Uno\r\nBcc: x\u202e due\u200b\u0000\ud800',
      paragraphs: ['a\u2066b\u0007c\r\nd'],
    });
    expect(subject).toBe('Uno Bcc: x due\ufffd');
    expect(text).toContain('abc\nd');
    for (const form of [subject, text, html]) {
      expect(form).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/);
      expect(form.isWellFormed()).toBe(true);
    }
  });

  it('keeps a very long subject within bounds', () => {
    const { subject } = layout({ subject: 'parola '.repeat(5000) });
    expect(subject.length).toBe(250);
    expect(subject.endsWith('…')).toBe(true);
  });

  it('greets also those whose name it does not know', () => {
    expect(layout({ to: { name: '', address: 'x@prova.test' } }).text).toMatch(/^Buongiorno,\n/);
  });

  it('says who sends it, why one receives it, and whether answers are read', () => {
    expect(layout({ why: 'Ricevi questo messaggio perché hai chiesto di accedere.' }).text).toContain(
      [
        `Messaggio inviato da ${AMBITO.name} con il portale ${PORTAL}.`,
        'Ricevi questo messaggio perché hai chiesto di accedere.',
        'Se hai bisogno di aiuto, rispondi a questo messaggio.',
      ].join('\n\n'),
    );
    expect(layout({}, { name: PORTAL, parole: PAROLE, replyTo: null }).text).toContain('non rispondere a questo indirizzo');
  });

  it('warns not to pass on a personal link', () => {
    const action = { label: 'Rispondi', path: '/consenso#abc' };
    expect(layout({ action, secret: true }).text).toContain('non inoltrare');
    expect(layout({ action }).text).not.toContain('non inoltrare');
  });

  it('G-6: asks nothing of any server: no picture, no style sheet, no font', () => {
    const { html } = layout(FULL);
    expect(html).not.toMatch(/<(img|link|script|iframe|object|form)\b|url\(|@import|\bsrc=/i);
  });
});

const tagsOf = (html: string): string[] => [...html.matchAll(/<([a-z][a-z0-9]*)/gi)].map(match => (match[1] ?? '').toLowerCase());
