/** The few words of an inserted table. `browser.i18n` knows one language only, and a document may want another. */
export const tableWords = {
  'en-GB': {
    id: 'Booking ID',
    equipment: 'Equipment',
    bookedBy: 'Booked by',
    start: 'Start',
    duration: 'Duration',
    status: 'Status',
    notes: 'Notes',
    provenance: (when: string) => `Calira bookings · retrieved ${when}`,
  },
} as const;

export type TableLanguage = keyof typeof tableWords;
