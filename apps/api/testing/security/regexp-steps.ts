import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** Goes on from a position; answers whether the rest matches. */
type Next = (at: number) => boolean;
/** Tries to match at a position. */
type Try = (at: number, next: Next) => boolean;

export class TooManySteps extends Error {}

/**
 * A backtracking matcher that counts what it does, as the engines of browsers and Node do it: every character looked at and every way
 * tried is a step. Counting needs no clock, so a slow machine gives the same answer.
 */
export class StepCounter {
  steps = 0;
  private text = '';
  private readonly whole: Try;
  private readonly flags: string;
  private readonly sticky: boolean;

  constructor(
    source: string,
    flags: string,
    private readonly most: number,
  ) {
    const unicode = flags.includes('u') || flags.includes('v');
    this.sticky = flags.includes('y');
    this.flags = [...'iumsv'].filter(flag => flags.includes(flag)).join('');
    const pattern = new RegExpParser().parsePattern(source, 0, source.length, { unicode, unicodeSets: flags.includes('v') });
    this.whole = this.either(pattern.alternatives);
  }

  /** Looks for the first match from every position, as `exec` does (from the first alone where it is sticky). @throws TooManySteps */
  search(text: string): boolean {
    this.text = text;
    this.steps = 0;
    for (let start = 0; start <= (this.sticky ? 0 : text.length); start += 1) if (this.whole(start, () => true)) return true;
    return false;
  }

  private step(): void {
    this.steps += 1;
    if (this.steps > this.most) throw new TooManySteps();
  }

  private either(alternatives: readonly AST.Alternative[]): Try {
    const ways = alternatives.map(({ elements }) => this.inTurn(elements.map(element => this.of(element))));
    return (at, next) => ways.some(way => (this.step(), way(at, next)));
  }

  private inTurn(parts: readonly Try[]): Try {
    const from = (index: number, at: number, next: Next): boolean => {
      const part = parts[index];
      return part === undefined ? next(at) : part(at, then => from(index + 1, then, next));
    };
    return (at, next) => from(0, at, next);
  }

  private of(node: AST.Element): Try {
    switch (node.type) {
      case 'Group':
      case 'CapturingGroup':
        return this.either(node.alternatives);
      case 'Quantifier':
        return this.repeated(node);
      case 'Assertion':
        return this.asserted(node);
      case 'Backreference':
        return (at, next) => next(at); // the shortest it may stand for
      case 'ExpressionCharacterClass':
        throw new Error('Not met so far');
      default:
        return this.character(node);
    }
  }

  private character(node: AST.Character | AST.CharacterSet | AST.CharacterClass): Try {
    const matches = this.one(node);
    return (at, next) => matches(at) && next(at + 1);
  }

  /** Whether the character at a position is one of these; looked up once for each. */
  private one(node: AST.Character | AST.CharacterSet | AST.CharacterClass): (at: number) => boolean {
    const shape = new RegExp(`^${node.raw}$`, this.flags);
    const known = new Map<string, boolean>();
    return at => {
      this.step();
      const char = this.text.charAt(at);
      if (char === '') return false;
      if (!known.has(char)) known.set(char, shape.test(char));
      return known.get(char) === true;
    };
  }

  private repeated({ element, min, max, greedy }: AST.Quantifier): Try {
    if (element.type === 'Character' || element.type === 'CharacterSet' || element.type === 'CharacterClass')
      return this.run(this.one(element), min, max, greedy);
    const inner = this.of(element);
    const from = (count: number, at: number, next: Next): boolean => {
      this.step();
      const more = (): boolean => count < max && inner(at, then => (then > at || count < min) && from(count + 1, then, next));
      if (count < min) return more();
      return greedy ? more() || next(at) : next(at) || more();
    };
    return (at, next) => from(0, at, next);
  }

  private run(matches: (at: number) => boolean, min: number, max: number, greedy: boolean): Try {
    if (!greedy)
      return (at, next) => {
        for (let count = 0; ; count += 1) {
          if (count >= min && next(at + count)) return true;
          if (count >= max || !matches(at + count)) return false;
        }
      };
    return (at, next) => {
      let count = 0;
      while (count < max && matches(at + count)) count += 1;
      for (; count >= min; count -= 1) if ((this.step(), next(at + count))) return true;
      return false;
    };
  }

  private asserted(node: AST.Assertion): Try {
    if (!('alternatives' in node)) {
      const shape = new RegExp(node.raw, `${this.flags}y`);
      return (at, next) => {
        this.step();
        shape.lastIndex = at;
        return shape.test(this.text) && next(at);
      };
    }
    const inside = this.either(node.alternatives);
    const holds = node.kind === 'lookahead' ? (at: number) => inside(at, () => true) : (at: number) => this.behind(inside, at);
    return (at, next) => holds(at) !== node.negate && next(at);
  }

  private behind(inside: Try, at: number): boolean {
    for (let start = at; start >= Math.max(0, at - 40); start -= 1) if (inside(start, end => end === at)) return true;
    return false;
  }
}
