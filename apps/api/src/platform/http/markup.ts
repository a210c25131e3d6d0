const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

/** A text between the tags of HTML or XML, or in an attribute between double quotes. */
export const escapeMarkup = (text: string): string => text.replace(/[&"<>]/g, char => ENTITIES[char] ?? char);
