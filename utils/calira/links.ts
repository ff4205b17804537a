/** The addresses in Calira that people open, as RSpace's own integration builds them. */

/**
 * A booking's page. Calira shows it inside the requester's lab.
 * @param webUrl Calira's web address, with its trailing slash.
 */
export function bookingLink(webUrl: string, requesterLabId: string, bookingId: string): string {
  return new URL(
    `accounts/${encodeURIComponent(requesterLabId)}/my_bookings/${encodeURIComponent(bookingId)}`,
    webUrl,
  ).href;
}

/** A piece of equipment's booking calendar, inside the requester's lab or, where there is none, its own. */
export function equipmentLink(webUrl: string, labId: string, equipmentId: string): string {
  return new URL(`accounts/${encodeURIComponent(labId)}/equipment/${encodeURIComponent(equipmentId)}`, webUrl)
    .href;
}

/** The page on which a person sees and removes the applications they authorised. */
export function authorisedApplicationsLink(webUrl: string): string {
  return new URL('oauth/authorized_applications', webUrl).href;
}
