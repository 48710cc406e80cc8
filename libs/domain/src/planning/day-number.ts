const millisecondsPerDay = 86_400_000;

/** Days since 1970-01-01 of a `YYYY-MM-DD`; NaN when it is no day of the calendar. */
export function dayNumber(day: string): number {
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return Number.NaN;
  const milliseconds = Date.parse(`${day}T00:00:00Z`);
  // The parser takes a 30th of February for a 1st or 2nd of March.
  if (Number.isNaN(milliseconds) || !new Date(milliseconds).toISOString().startsWith(day)) return Number.NaN;
  return milliseconds / millisecondsPerDay;
}
