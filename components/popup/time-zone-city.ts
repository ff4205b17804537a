/** @returns the city of a time zone's IANA name: `Buenos Aires` of `America/Argentina/Buenos_Aires`. */
export function cityOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
