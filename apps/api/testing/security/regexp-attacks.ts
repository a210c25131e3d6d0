import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

const CANDIDATES = [
  ...'aA0 -_.,:;/\\@#?!<>()[]{}"\'=+*&%$|~^`\t\n\rbcdefghijklmnopqrstuvwxyzBCDEFGHIJKLMNOPQRSTUVWXYZ123456789',
  'è',
  'ß',
  '«',
  '»',
  '’',
  '\u0002',
  '\u0003',
  '\u00a0',
  '\u2028',
  '𝕏',
];

/** Texts of about `length` characters that would keep the expression busy if any could: what each repetition takes, over and over, after what leads to it and before what it refuses. */
export function attacks(source: string, flags: string, length: number): string[] {
  const samples = new Samples(flags);
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: /[uv]/.test(flags),
    unicodeSets: flags.includes('v'),
  });
  const repeat = (text: string): string => (text === '' ? '' : text.repeat(Math.ceil(length / text.length)).slice(0, length));
  const texts = new Set<string>();
  const whole = samples.of(pattern.alternatives[0]?.elements ?? []);
  for (const end of ['', '\u0000', '!']) texts.add(repeat(whole) + end);
  visitRegExpAST(pattern, {
    onQuantifierEnter: quantifier => {
      if (quantifier.max < 5) return;
      const before = samples.before(quantifier);
      for (const pumped of samples.several(quantifier.element)) {
        for (const end of ['', '\u0000', '!', whole]) texts.add(before + repeat(pumped) + end);
        texts.add(repeat(before + pumped));
        texts.add(repeat(before));
      }
    },
  });
  return [...texts];
}

class Samples {
  constructor(private readonly flags: string) {}

  /** One of the shortest texts that these match, one after the other. */
  of(elements: readonly AST.Element[]): string {
    return elements.map(element => this.several(element)[0] ?? '').join('');
  }

  /** What stands before the element in its alternative, and before the groups it stands in. */
  before(node: AST.Element): string {
    let text = '';
    for (let at: AST.Node = node; at.parent !== null; at = at.parent) {
      const { parent } = at;
      if (parent.type === 'Alternative') text = this.of(parent.elements.slice(0, parent.elements.indexOf(at as AST.Element))) + text;
    }
    return text;
  }

  several(node: AST.Element): string[] {
    switch (node.type) {
      case 'Group':
      case 'CapturingGroup':
        return node.alternatives.map(({ elements }) => this.of(elements));
      case 'Quantifier':
        return this.several(node.element).map(text => text.repeat(Math.min(Math.max(node.min, 1), 40)));
      case 'Assertion':
      case 'Backreference':
        return [''];
      case 'Character':
        return [String.fromCodePoint(node.value)];
      default: {
        const shape = new RegExp(`^${node.raw}$`, this.flags.replace(/[gy]/g, ''));
        return CANDIDATES.filter(char => shape.test(char)).slice(0, 4);
      }
    }
  }
}
