import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';

/**
 * Lets plain Node run our TypeScript from its source, where imports end in `.js` but the file is a `.ts`. For code that runs outside
 * Jest's own modules: its global setup, and the programs that tests start in order to kill them. Node strips the types itself.
 */
registerHooks({
  resolve(specifier, context, next) {
    const source = specifier.replace(/\.js$/, '.ts');
    const ours = /^\.{1,2}\//.test(specifier) && context.parentURL?.startsWith('file:') && !context.parentURL.includes('/node_modules/');
    return next(ours && existsSync(new URL(source, context.parentURL)) ? source : specifier, context);
  },
});
