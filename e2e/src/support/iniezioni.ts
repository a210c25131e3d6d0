/** What each of them does where a page runs it: a story then looks for this. */
export const SEGNO = '__eseguito';
const ESEGUE = `window.${SEGNO}=1`;

/** Ways out of where a text may stand: an element, an attribute, a comment, parts that are read as they are. */
const PRIMA = [
  '',
  '">',
  `' `,
  '</title>',
  '</textarea>',
  '</script>',
  '</style>',
  '-->',
  '<math><mtext><table><mglyph><style><!--</style>',
  '<svg><desc><noscript><p title="</noscript>',
];

const DENTRO = [
  `<script>${ESEGUE}</script>`,
  `<img src=x onerror="${ESEGUE}">`,
  `<svg/onload=${ESEGUE}>`,
  `<details open ontoggle=${ESEGUE}>`,
  `<input autofocus onfocus=${ESEGUE}>`,
  `<video><source onerror=${ESEGUE}>`,
  `<iframe srcdoc="<script>parent.${SEGNO}=1</script>"></iframe>`,
  `<a href="java\u0009script:${ESEGUE}">qui</a>`,
  `<a href="&#106;avascript&colon;${ESEGUE}">qui</a>`,
  `<form action="javascript:${ESEGUE}"><button>qui</button></form>`,
  `<object data="data:text/html,<script>${ESEGUE}</script>"></object>`,
  `<svg><animate onbegin=${ESEGUE} attributeName=x dur=1s>`,
  `<p style="background:url(javascript:${ESEGUE})">`,
  `{{constructor.constructor('${ESEGUE}')()}}`,
  `[qui](javascript:${ESEGUE})`,
  `<b on\u0000click=1 onmouseover=${ESEGUE}>`,
];

/** 160 texts that are a program to a page which takes them for its own. */
export const INIEZIONI: readonly string[] = PRIMA.flatMap(prima => DENTRO.map(dentro => prima + dentro));

/** Addresses that no link may have. */
export const INDIRIZZI = [
  'javascript:',
  'JaVaScRiPt:',
  ' javascript:',
  'java\tscript:',
  'java\nscript:',
  '\u0001javascript:',
  'data:text/html,',
  'vbscript:',
  'blob:',
  'file:///',
  '//altrove.invalid/',
  'http://altrove.invalid/',
].map(schema => `${schema}${ESEGUE}`);
