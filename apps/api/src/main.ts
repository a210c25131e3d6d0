import { enableCompileCache } from 'node:module';

// Before anything else is imported: half of a warm start would go into compiling the same code again.
enableCompileCache();
const { run } = await import('./run.js');
await run(process.env);
