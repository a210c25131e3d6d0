import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../pdf/project-root.js';
import { eventOfStatus, SECURITY_EVENTS } from './security-events.js';

const SOURCES = join(projectRoot(), 'apps/api/src');

describe('Security events', () => {
  it('V16.3.2: every kind on the list is told somewhere, by its name or by its status', () => {
    const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
      name => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.endsWith('security-events.ts'),
    );
    const code = files.map(name => readFileSync(join(SOURCES, name), 'utf8')).join('\n');
    const byStatus = [401, 403, 408, 421, 429, 431].map(eventOfStatus);
    expect(
      Object.keys(SECURITY_EVENTS).filter(name => !code.includes(`'${name}'`) && !byStatus.includes(name as keyof typeof SECURITY_EVENTS)),
    ).toEqual([]);
  });
});
