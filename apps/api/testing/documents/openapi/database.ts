import { readFileSync } from 'node:fs';
import { PROBLEMS, type ProblemCode } from '@tavoli/shared';
import { filesOf } from '../../house/sources.js';

/** Of the refusals that triggers of ours give in our words (`UR001`): the tables that ask for them. As the migrations say. */
function tablesByCode(): ReadonlyMap<ProblemCode, readonly string[]> {
  const sql = filesOf('apps/api/migrations')
    .map(file => readFileSync(file, 'utf8'))
    .join('\n');
  const functions = [...sql.matchAll(/CREATE (?:OR REPLACE )?FUNCTION (\w+)\(\)[\s\S]*?\$\$;/g)];
  const codes = functions.flatMap(([body, name]) =>
    [...body.matchAll(/RAISE EXCEPTION '([\w.]+)' USING ERRCODE = 'UR001'/g)].map(([, code]) => [code as ProblemCode, name] as const),
  );
  return new Map(
    codes.map(([code, name = '']) => [
      code,
      [...sql.matchAll(new RegExp(`CREATE TRIGGER \\w+ BEFORE [^;]*? ON (\\w+) [^;]*?EXECUTE FUNCTION ${name}\\(\\)`, 'g'))].map(
        ([, table = '']) => table,
      ),
    ]),
  );
}

const TABLES = tablesByCode();
/** Only what writes meets them. */
export const CODES_OF_DATABASE: ReadonlySet<ProblemCode> = new Set(TABLES.keys());

/** What the database may refuse to a piece of the program that has these words: the names of tables, and statements that write them. */
export const refusedByDatabase = (words: ReadonlySet<string>): ProblemCode[] =>
  (Object.keys(PROBLEMS) as ProblemCode[]).filter(code =>
    (TABLES.get(code) ?? []).some(
      table => words.has(table) || [...words].some(word => new RegExp(`(?:INSERT INTO|UPDATE) ${table}\\b`).test(word)),
    ),
  );
