/* Read by whatever Node starts it, however old: hence no syntax newer than modules. */

const NEEDED = [24, 15];

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  console.error(
    'Serve Node ' +
      NEEDED.join('.') +
      ' o successivo, e questo è ' +
      process.versions.node +
      '. ' +
      'Il progetto porta con sé il suo (Linux e Windows): esegui «npm ci» e avvia con «npm start». Su macOS installa Node da nodejs.org.',
  );
  process.exit(1);
}
