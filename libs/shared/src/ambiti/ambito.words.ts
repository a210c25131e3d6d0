/** The long form, once per page or document: the short one (ATS) means another body in some regions (domain facts §3). */
export const nomeEsteso = (nome: string): string => `Ambito Territoriale Sociale di ${nome}`;
