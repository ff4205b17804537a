/** In which form bookings are inserted and copied. */
export const forms = ['table', 'list', 'links'] as const;
export type Form = (typeof forms)[number];
