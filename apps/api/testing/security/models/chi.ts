import { apertoATutti, dichiarazioneDi, PERMISSIONS, type Permission, type Ruolo } from '@tavoli/shared';

/** The characters of the models, each as the matrix knows them at the tavolo of the story. */
const PERSONAGGI = {
  operatore: 'operatore',
  referente: 'referente',
  coordinatore: 'coordinatore',
  ufficio: 'ufficio_di_piano',
  membro: 'rappresentante',
  altroReferente: 'cittadino',
  altroEnte: 'cittadino',
  estraneo: 'cittadino',
  pubblico: 'pubblico',
} as const satisfies Readonly<Record<string, Ruolo>>;
export type Personaggio = keyof typeof PERSONAGGI;

/** What a character counts as; `fuori`: where they hold nothing, and only have an account. */
export const ruoloDi = (chi: Personaggio, fuori: readonly Personaggio[] = []): Ruolo => PERSONAGGI[fuori.includes(chi) ? 'estraneo' : chi];

/** Whether the matrix lets who counts as `ruolo` do it. */
export const puo = (ruolo: Ruolo, permission: Permission): boolean => PERMISSIONS[permission].includes(ruolo) || apertoATutti(permission);

/** What the guards say to who counts as `ruolo`, of what those in `visible` see: null where they let through. */
export function guarded(ruolo: Ruolo, permission: Permission, visible: readonly Ruolo[]): number | null {
  if (!apertoATutti(permission) && diChiunque(ruolo)) return 401;
  if (!visible.includes(ruolo) && !visible.some(diChiunque)) return 404;
  return puo(ruolo, permission) ? null : 403;
}

const diChiunque = (ruolo: Ruolo): boolean => dichiarazioneDi(ruolo)?.dove === 'chiunque';
