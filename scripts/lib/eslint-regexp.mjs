import { getStaticValue } from '@eslint-community/eslint-utils';
import regexp from 'eslint-plugin-regexp';

const FOREIGN = 'An expression made of what is only known while running may be anybody’s: write it out, or compare texts.';

/** What `node` is whatever happens, or undefined. */
const known = (node, context) => (node === undefined ? undefined : getStaticValue(node, context.sourceCode.getScope(node))?.value);

/** `new RegExp(…)`, and `match` and `search` of a text, which make one of any text they are given: only of what stands in the source. */
const staticRegexp = {
  meta: { type: 'problem', schema: [], messages: { foreign: FOREIGN } },
  create(context) {
    const made = node => {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'RegExp') return;
      const value = known(node.arguments[0], context);
      if (typeof value !== 'string' && !(value instanceof RegExp)) context.report({ node, messageId: 'foreign' });
    };
    const asked = node => {
      const { property } = node.callee;
      if (!['match', 'search'].includes(property?.name) || node.arguments.length !== 1) return;
      if (!(known(node.arguments[0], context) instanceof RegExp)) context.report({ node, messageId: 'foreign' });
    };
    return { NewExpression: made, CallExpression: node => (made(node), asked(node)) };
  },
};

/** No expression that a text can keep busy for longer than the text is long: neither by trying again, nor by starting again further on. */
export const linear = {
  plugins: { regexp },
  rules: {
    'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
    'regexp/no-super-linear-move': ['error', { report: 'potential' }],
  },
};

/** For what runs in the product. */
export const written = { plugins: { house: { rules: { 'static-regexp': staticRegexp } } }, rules: { 'house/static-regexp': 'error' } };
