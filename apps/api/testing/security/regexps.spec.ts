import { projectRoot } from '../../src/platform/pdf/project-root.js';
import { attacks } from './regexp-attacks.js';
import { StepCounter, TooManySteps } from './regexp-steps.js';
import { regexpsIn } from './regexps.js';

/** Twice as long a text may take so much longer: two for work in a straight line, four for work that grows with the square. */
const GROWTH = 3;
/** Long enough that what is bounded (`{0,200}`) has shown its bound; the shorter for what goes too deep. */
const LENGTHS = [1000, 150];

/** The attack under which the work grows faster than the text; null: none was found. */
function weakness(source: string, flags: string): string | null {
  for (const length of LENGTHS) {
    try {
      return weaknessAt(source, flags, length);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  throw new Error(`Even short texts go too deep into ${source}`);
}

function weaknessAt(source: string, flags: string, length: number): string | null {
  const counter = new StepCounter(source, flags, (2 * length) ** 2);
  const [short, long] = [attacks(source, flags, length), attacks(source, flags, 2 * length)];
  const index = long.findIndex((text, i) => {
    const [once, twice] = [work(counter, short[i] ?? ''), work(counter, text)];
    return once === Infinity || (twice > 20 * length && twice > GROWTH * once);
  });
  return index < 0 ? null : (short[index] ?? '').slice(0, 60);
}

function work(counter: StepCounter, text: string): number {
  try {
    counter.search(text);
    return counter.steps;
  } catch (error) {
    if (error instanceof TooManySteps) return Infinity;
    throw error;
  }
}

const found = regexpsIn(projectRoot());

describe('B-16: regular expressions', () => {
  it.each([
    ['(?:^|,)\\s*br\\s*(?:;\\s*q=[^,]*)?\\s*(?:,|$)', 'i'],
    ['=+$', ''],
    ['(a+)+$', ''],
    ['^(?:a|a)*$', ''],
    ['<script\\b[^>]*>[\\s\\S]*?<\\/script>', 'g'],
    ['\\s+$', 'u'],
  ])('the counter sees that /%s/ is slow', (source, flags) => expect(weakness(source, flags)).not.toBeNull());

  it.each([
    ['^[a-z]+$', ''],
    ['a+', 'g'],
    ['^(?:[a-z]+,)*$', ''],
    ['\\d{1,20}x', ''],
  ])('the counter sees that /%s/ is not', (source, flags) => expect(weakness(source, flags)).toBeNull());

  it('all that stand in the sources are tried', () => {
    expect(found.length).toBeGreaterThan(150);
    expect(found.map(({ where }) => where.split(/[/\\]/).slice(0, 2).join('/'))).toEqual(
      expect.arrayContaining(['apps/api', 'apps/web', 'libs/shared']),
    );
  });

  it('none of them does more than twice the work for a text twice as long', () => {
    const weak = found
      .map(({ where, source, flags }) => ({ where, source, attack: weakness(source, flags) }))
      .filter(({ attack }) => attack !== null);
    expect(weak).toEqual([]);
  });
});
