/** A published file, as a sigillo names it. */
export interface DocumentoSigillato {
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly titolo: string;
  /** Path of its page, below the ambito. */
  readonly percorso: string;
  readonly pubblicatoAt: string;
}

/** What is signed, in the canonical form (sorted keys, no spaces). */
export interface Dichiarazione {
  readonly versione: 1;
  /** Slug of the ambito. */
  readonly ambito: string;
  readonly ambitoId: string;
  /** 1, 2, 3 … within the ambito. */
  readonly numero: number;
  /** Day in Europe/Rome, YYYY-MM-DD. */
  readonly giorno: string;
  readonly at: string;
  /** The last act of the register, and its hash. */
  readonly atti: number;
  readonly impronta: string;
  /** SHA-256 of the statement before this one; null for the first. */
  readonly precedente: string | null;
  /** Files published since the one before. */
  readonly documenti: readonly DocumentoSigillato[];
}

/** `firma` is the Ed25519 signature of the canonical statement, in base64; `chiave` the fingerprint of the key it was made with. */
export interface SigilloFirmato {
  readonly dichiarazione: Dichiarazione;
  readonly firma: string;
  readonly chiave: string;
}

/** What can be kept, and verified years later without us: GET /api/v1/ambiti/:ambito/sigilli.json */
export interface SigilliExport {
  /** One, unless it was lost and made anew. */
  readonly chiavi: readonly ChiavePubblica[];
  readonly sigilli: readonly SigilloFirmato[];
}

export interface ChiavePubblica {
  /** SubjectPublicKeyInfo (DER) in base64. */
  readonly spki: string;
  /** SHA-256 of it, 64 hexadecimal digits: what one writes down to recognise the key. */
  readonly impronta: string;
}

export interface SigilloRigaView {
  readonly numero: number;
  readonly giorno: string;
  readonly at: string;
  readonly atti: number;
  readonly impronta: string;
  readonly documenti: number;
  readonly firma: string;
}

/** The latest sigilli of an ambito, and how many there are in all. */
export interface SigilliView {
  readonly chiave: ChiavePubblica | null;
  readonly quanti: number;
  readonly items: readonly SigilloRigaView[];
}
