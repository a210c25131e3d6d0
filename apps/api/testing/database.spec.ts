import { createTestDatabase } from './database.js';
it('t', async () => {
  for (let i = 0; i < 6; i++) { const t = performance.now(); const d = await createTestDatabase(); const u=performance.now(); await d.drop(); console.log(u-t, performance.now()-u, d.url); }
});
