/** Whose data: by account, and by the address that designazioni, invitations and contributi know. */
export interface Persona {
  /** Null for who never had an account. */
  readonly accountId: string | null;
  readonly email: string;
  /** Name and surname as pages show them; empty when not known. */
  readonly nome: string;
}

export const PERSONA_CANCELLATA = 'Persona cancellata';
