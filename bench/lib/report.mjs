import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/workspace.mjs';

const RESULTS = join(ROOT, 'dist/bench');
const HEAD = ['figure', 'product', 'raw limit', 'ratio', 'goal', 'met'];

/** A measured ratio, as a line of the table. `goal` decides; `aim` is where we want to be one day. */
export const ratioFigure = (figure, measured, { goal, aim }) => ({
  figure,
  ...measured,
  goal,
  aim,
  met: measured.ratio >= goal,
  cells: [
    perSecond(measured.product),
    perSecond(measured.raw),
    percent(measured.ratio),
    `>= ${percent(goal)}${aim === undefined ? '' : ` (aim ${percent(aim)})`}`,
  ],
});

/** What must simply hold. */
export const factFigure = (figure, found, wanted, met, details) => ({
  figure,
  found,
  met,
  details,
  cells: [found, '', '', wanted],
});

const perSecond = n => `${Math.round(n).toLocaleString('en')}/s`;
const percent = n => `${Math.round(n * 100)} %`;

/** Keeps what a benchmark found, round by round. */
export function save(name, figures) {
  mkdirSync(RESULTS, { recursive: true });
  const report = {
    benchmark: name,
    at: new Date().toISOString(),
    node: process.version,
    cores: availableParallelism(),
    figures: figures.map(({ cells: _, ...rest }) => rest),
  };
  writeFileSync(join(RESULTS, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
}

export function print(figures) {
  const rows = [HEAD, ...figures.map(({ figure, cells, met }) => [figure, ...cells, met ? 'yes' : 'NO'])];
  const widths = HEAD.map((_, i) => Math.max(...rows.map(row => row[i].length)));
  const line = row => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  console.log(`\n${[line(rows[0]), line(widths.map(width => '-'.repeat(width))), ...rows.slice(1).map(line)].join('\n')}`);
}
