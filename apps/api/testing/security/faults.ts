import { PROBLEMS, type Problem } from '@tavoli/shared';

/** The libraries' own words for what they refuse. */
const ENGLISH =
  /\b(Invalid|expected|Expected|Unrecognized|Required|Too (small|big)|must be|Cannot|Unexpected|Validation failed|Bad Request|Not Found)\b/;
const INSIDE = /at .+\.(ts|js):\d|node_modules|SELECT |INSERT |UPDATE |QueryFailed|TypeError|syntax error|violates/;

/** What is wrong with an answer; null: nothing. */
export function faultOf(status: number, contentType: string, text: string): string | null {
  if (status >= 500) return `status ${status}`;
  if (status < 400) return null;
  if (!contentType.startsWith('application/problem+json')) return `content type ${contentType}`;
  const problem = JSON.parse(text) as Problem;
  if (!(problem.code in PROBLEMS) || problem.status !== status || PROBLEMS[problem.code][0] !== status)
    return `code ${problem.code} with ${status}`;
  const said = [problem.title, problem.detail ?? '', ...(problem.errors ?? []).map(e => e.message)];
  const inside = said.find(words => INSIDE.test(words));
  if (inside !== undefined) return `tells of the inside: ${inside}`;
  const english = said.find(words => ENGLISH.test(words));
  return english === undefined ? null : `English: ${english}`;
}
