import { ETICHETTE_RUOLO, PERMISSIONS, RUOLI, VISIBILITY, type Ruolo } from '@tavoli/shared';

const cell = (roles: readonly Ruolo[], ruolo: Ruolo): string => (roles.includes(ruolo) ? '●' : '');
const columns = RUOLI.map(r => ETICHETTE_RUOLO[r]).join(' | ');
const rule = '---|'.repeat(RUOLI.length + 1);

/** `docs/PERMISSIONS.md`: the matrix and the visibility table, as people read them. */
export function permissionsDocument(): string {
  const matrix = Object.entries(PERMISSIONS).map(
    ([permission, roles]) => `| \`${permission}\` | ${RUOLI.map(r => cell(roles, r)).join(' | ')} |`,
  );
  const visibility = Object.entries(VISIBILITY).map(([kind, states]) => {
    const rows = Object.entries<readonly Ruolo[]>(states).map(
      ([stato, roles]) => `| ${stato} | ${RUOLI.map(r => cell(roles, r)).join(' | ')} |`,
    );
    return `### ${kind}\n\n| state | ${columns} |\n|${rule}\n${rows.join('\n')}\n`;
  });
  return `# Permissions

Generated from \`libs/shared/src/permissions\` by \`npm run generate\`; a test fails when it is stale.

Roles are held in a place: the same person is referente of one tavolo and cittadino at the next. A role counts only where it is held: in this ambito,
at this tavolo, for this ente. Every role includes *Pubblico*, and everyone signed in is *Cittadino*. What one may not see does not exist (404).

## Who may do what

| permission | ${columns} |
|${rule}
${matrix.join('\n')}

## Who may see what, by state

${visibility.join('\n')}`;
}
