import type { EmailContent } from './email-content.js';

/** Colours of the Italian public design system. Mail programs keep styles only where they stand on the element. */
const BLUE = '#0066cc';
const INK = '#17324d';
const GREY = '#5b6f82';
const STYLE = {
  page: `margin:0;padding:16px;background:#f2f7fc;color:${INK};font:16px/1.5 'Titillium Web',Helvetica,Arial,sans-serif`,
  sheet: 'max-width:600px;margin:0 auto;background:#ffffff;border:1px solid #d9e1e8',
  header: `padding:20px 24px;background:${BLUE};color:#ffffff`,
  sender: 'margin:0;font-size:20px;line-height:1.3;font-weight:700',
  motto: 'margin:4px 0 0;font-size:14px',
  body: 'padding:24px',
  title: 'margin:0 0 20px;font-size:24px;line-height:1.25;font-weight:700',
  paragraph: 'margin:0 0 16px',
  facts: 'width:100%;margin:0 0 24px;border-collapse:collapse;border-top:1px solid #d9e1e8',
  label: `padding:8px 16px 8px 0;border-bottom:1px solid #d9e1e8;color:${GREY};font-weight:400;text-align:left;vertical-align:top`,
  value: 'padding:8px 0;border-bottom:1px solid #d9e1e8;font-weight:600;text-align:left;overflow-wrap:anywhere',
  button: `display:inline-block;padding:12px 24px;border-radius:4px;background:${BLUE};color:#ffffff;font-weight:700;text-decoration:none`,
  address: `margin:0 0 16px;color:${GREY};font-size:14px;overflow-wrap:anywhere`,
  link: `color:${BLUE}`,
  footer: `padding:16px 24px;border-top:1px solid #d9e1e8;color:${GREY};font-size:14px`,
  note: 'margin:0 0 8px',
} as const;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as content or as a quoted attribute. */
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, char => ENTITIES[char] ?? char);

const lines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>');

export function layoutHtml(content: EmailContent): string {
  return `<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(content.title)}</title>
</head>
<body style="${STYLE.page}">
<div lang="it" style="${STYLE.sheet}">
<div style="${STYLE.header}">
<p style="${STYLE.sender}">${escapeHtml(content.sender)}</p>
<p style="${STYLE.motto}">${escapeHtml(content.motto)}</p>
</div>
<div style="${STYLE.body}">
<h1 style="${STYLE.title}">${escapeHtml(content.title)}</h1>
${[content.greeting, ...content.paragraphs].map(text => `<p style="${STYLE.paragraph}">${lines(text)}</p>`).join('\n')}
${facts(content)}${action(content)}</div>
<div style="${STYLE.footer}">
${content.footer.map(text => `<p style="${STYLE.note}">${lines(text)}</p>`).join('\n')}
<p style="margin:0"><a href="${escapeHtml(content.origin)}" style="${STYLE.link}">${escapeHtml(content.origin)}</a></p>
</div>
</div>
</body>
</html>
`;
}

function facts({ facts }: EmailContent): string {
  if (facts.length === 0) return '';
  const rows = facts.map(
    ([label, value]) =>
      `<tr><th scope="row" style="${STYLE.label}">${escapeHtml(label)}</th><td style="${STYLE.value}">${lines(value)}</td></tr>`,
  );
  return `<table style="${STYLE.facts}">\n${rows.join('\n')}\n</table>\n`;
}

function action(content: EmailContent): string {
  const { action } = content;
  if (action === null) return '';
  const url = escapeHtml(action.url);
  return `<p style="margin:0 0 24px"><a href="${url}" style="${STYLE.button}">${escapeHtml(action.label)}</a></p>
${links(content)}<p style="${STYLE.address}">Se il pulsante non funziona, copia questo indirizzo nel browser:<br><a href="${url}" style="${STYLE.link}">${url}</a></p>
`;
}

function links({ links }: EmailContent): string {
  return links
    .map(
      ({ label, url }) => `<p style="${STYLE.paragraph}"><a href="${escapeHtml(url)}" style="${STYLE.link}">${escapeHtml(label)}</a></p>\n`,
    )
    .join('');
}
