/** SQL that renders a timestamptz column as RFC 3339 in UTC, the way every view carries instants. */
export const iso = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
