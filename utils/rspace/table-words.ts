/** The few words of what is inserted. `browser.i18n` knows one language only, and a document may want another. */
export const tableWords = {
  'en-GB': {
    columns: {
      id: 'Booking ID',
      equipment: 'Equipment',
      manufacturer: 'Manufacturer',
      model: 'Model',
      room: 'Room',
      lab: 'Lab',
      bookedBy: 'Booked by',
      requesterLab: 'Requester lab',
      start: 'Start',
      end: 'End',
      duration: 'Duration',
      type: 'Booking type',
      cost: 'Cost',
      status: 'Status',
      note: 'Calira notes',
      notes: 'Notes',
    },
    equipmentColumns: {
      id: 'Equipment ID',
      name: 'Name',
      manufacturer: 'Manufacturer',
      model: 'Model',
      room: 'Room',
      contact: 'Contact',
      lastCompleted: 'Last completed booking',
      lastMaintenance: 'Last maintenance booking',
    },
    booking: (id: string) => `Booking ${id}`,
    /** The link to the whole of a text that was shortened. */
    more: 'more in Calira',
    provenance: (when: string) => `Calira bookings · retrieved ${when}`,
    equipmentProvenance: (when: string) => `Calira equipment · retrieved ${when}`,
    /** After an update that could not see every booking. */
    older: (count: number, total: number, when: string) => `${count} of ${total} as of ${when}`,
  },
} as const;

export type TableLanguage = keyof typeof tableWords;
