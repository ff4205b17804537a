/** Bookings that are there whatever the seed: the documented example, and something around today. */
export interface FixedBooking {
  lab: string;
  /** Index of the instrument within its lab. */
  instrument: number;
  /** Days from today and minutes after midnight in the lab's zone, or a booking that is going on now. */
  at: 'now' | { days: number; minutes: number };
  duration: number;
  requester?: string;
  id?: number;
  status?: string;
  type?: string;
  note?: string;
}

const at = (days: number, hours: number, minutes = 0) => ({
  days,
  minutes: hours * 60 + minutes,
});

export const FIXED_BOOKINGS: readonly FixedBooking[] = [
  {
    id: 4980109,
    lab: 'Imaging Core',
    instrument: 0,
    at: at(-6, 9, 45),
    duration: 195,
    status: 'Completed',
    requester: 'Ada Byron',
    note: 'Please use the 63× objective <oil> & clean it afterwards',
  },
  {
    lab: 'Imaging Core',
    instrument: 1,
    at: 'now',
    duration: 180,
    status: 'Booked',
    requester: 'Ada Byron',
  },
  {
    lab: 'Imaging Core',
    instrument: 0,
    at: at(0, 8, 30),
    duration: 60,
    requester: 'José Ángel Ibáñez',
  },
  {
    lab: 'Imaging Core',
    instrument: 3,
    at: at(0, 14),
    duration: 120,
    requester: 'Ada Byron',
  },
  {
    lab: 'Imaging Core',
    instrument: 5,
    at: at(0, 16, 15),
    duration: 45,
    requester: 'Zoë Müller-Lüdenscheidt',
  },
  {
    lab: 'Imaging Core',
    instrument: 4,
    at: at(-1, 10),
    duration: 240,
    status: 'Completed',
    type: 'maintenance',
    note: 'Annual service: "column alignment" & <vacuum> check',
  },
  {
    lab: 'Imaging Core',
    instrument: 2,
    at: at(-1, 13, 30),
    duration: 90,
    requester: 'Ada Byron',
  },
  {
    lab: 'Imaging Core',
    instrument: 0,
    at: at(1, 9),
    duration: 180,
    status: 'Booked',
    requester: 'Ada Byron',
  },
  {
    lab: 'Imaging Core',
    instrument: 1,
    at: at(1, 11, 15),
    duration: 60,
    requester: 'Siobhán O’Connor',
  },
  {
    lab: 'Cytometry',
    instrument: 0,
    at: at(-2, 10),
    duration: 120,
    status: 'Completed',
    requester: 'Ada Byron',
  },
  {
    lab: 'Cytometry',
    instrument: 3,
    at: at(0, 11),
    duration: 30,
    requester: 'Łukasz Wiśniewski',
  },
  {
    lab: 'Cytometry',
    instrument: 1,
    at: at(1, 15),
    duration: 90,
    status: 'Requested',
    requester: 'Ada Byron',
  },
  {
    lab: 'Genomics Core',
    instrument: 0,
    at: at(-3, 9),
    duration: 480,
    status: 'Completed',
    requester: 'Ada Byron',
  },
  {
    lab: 'Genomics Core',
    instrument: 3,
    at: at(1, 8),
    duration: 120,
    requester: 'Zoë Müller-Lüdenscheidt',
  },
  {
    lab: 'Rivera Lab',
    instrument: 0,
    at: at(0, 9, 30),
    duration: 120,
    requester: 'Grace Rivera',
  },
  {
    lab: 'Rivera Lab',
    instrument: 1,
    at: at(-4, 13),
    duration: 45,
    status: 'Completed',
    requester: 'Ada Byron',
  },
  {
    lab: 'Nanofabrication Unit',
    instrument: 0,
    at: at(-1, 11, 30),
    duration: 90,
    requester: 'Priya Raghunathan',
  },
];
