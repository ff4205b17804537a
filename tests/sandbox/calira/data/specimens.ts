/**
 * Bookings that are there on every day and with every seed, each with the properties that its name promises: tests ask
 * for them by name. `specimens.test.ts` holds the promises over three years of days.
 */
export interface Specimen {
  /** Below those of other bookings. Calira leaves the status out where `id % 17 === 3` (`api/bookings.ts`). */
  id: number;
  lab: string;
  instrument: string;
  /** Days from today and minutes after midnight in the lab's zone, or a booking that is going on now. */
  at: 'now' | { days: number; minutes: number };
  /** Minutes. */
  duration: number;
  /** Nobody where not given. */
  requester?: string;
  status: string;
  /** `internal` where not given. */
  type?: string;
  note?: string;
}

const at = (days: number, hours: number, minutes = 0) => ({ days, minutes: hours * 60 + minutes });

const imaging = 'Imaging Core';
const cytometry = 'Cytometry';
const confocal = 'Confocal microscope SP8';
const lightSheet = 'Light-sheet microscope Z.1';
const spinningDisk = 'Spinning disk "Yokogawa" W1';
const sted = 'STED super-resolution <bench 2>';
const electron = 'Electron microscope Tecnai T12';
const workstation = 'Image analysis workstation 🖥️';
const fortessa = 'Flow cytometer Fortessa';
const ada = 'Ada Byron';

/** Within a lab the first ones are kept where a test asks for fewer bookings than there are specimens. */
const specimens = {
  /** The example of Calira's documentation: past, completed, with a status and a note. */
  documented: {
    id: 4_980_109,
    lab: imaging,
    instrument: confocal,
    at: at(-6, 9, 45),
    duration: 195,
    status: 'Completed',
    requester: ada,
    note: 'Please use the 63× objective <oil> & clean it afterwards',
  },
  goingOn: {
    id: 4_400_001,
    lab: imaging,
    instrument: lightSheet,
    at: 'now',
    duration: 180,
    status: 'Booked',
    requester: ada,
  },
  todayEarly: {
    id: 4_400_012,
    lab: imaging,
    instrument: confocal,
    at: at(0, 8, 30),
    duration: 60,
    status: 'Booked',
    requester: 'José Ángel Ibáñez',
  },
  todayAfternoon: {
    id: 4_400_023,
    lab: imaging,
    instrument: sted,
    at: at(0, 14),
    duration: 120,
    status: 'Booked',
    requester: ada,
  },
  todayLate: {
    id: 4_400_034,
    lab: imaging,
    instrument: workstation,
    at: at(0, 16, 15),
    duration: 45,
    status: 'Booked',
    requester: 'Zoë Müller-Lüdenscheidt',
  },
  yesterdayService: {
    id: 4_400_046,
    lab: imaging,
    instrument: electron,
    at: at(-1, 10),
    duration: 240,
    status: 'Completed',
    type: 'maintenance',
    note: 'Annual service: "column alignment" & <vacuum> check',
  },
  yesterdayAda: {
    id: 4_400_056,
    lab: imaging,
    instrument: spinningDisk,
    at: at(-1, 13, 30),
    duration: 90,
    status: 'Completed',
    requester: ada,
  },
  tomorrowAda: {
    id: 4_400_067,
    lab: imaging,
    instrument: confocal,
    at: at(1, 9),
    duration: 180,
    status: 'Booked',
    requester: ada,
  },
  tomorrowOther: {
    id: 4_400_078,
    lab: imaging,
    instrument: lightSheet,
    at: at(1, 11, 15),
    duration: 60,
    status: 'Booked',
    requester: 'Siobhán O’Connor',
  },
  /** With `documented` and `goingOn`: three of one person's on three instruments whose names share *microscope*. */
  overMidnight: {
    id: 4_400_089,
    lab: imaging,
    instrument: electron,
    at: at(-2, 21, 30),
    duration: 300,
    status: 'Completed',
    requester: ada,
  },
  /** The last row of the list, newest first. */
  oldest: {
    id: 4_400_102,
    lab: imaging,
    instrument: sted,
    at: at(-95, 10),
    duration: 60,
    status: 'Completed',
    requester: ada,
  },
  /** The first row of the list, newest first. */
  newest: {
    id: 4_400_111,
    lab: imaging,
    instrument: sted,
    at: at(95, 10),
    duration: 60,
    status: 'Booked',
    requester: ada,
  },
  cancelled: {
    id: 4_400_122,
    lab: imaging,
    instrument: confocal,
    at: at(2, 14),
    duration: 90,
    status: 'Cancelled',
    requester: ada,
  },
  declined: {
    id: 4_400_133,
    lab: imaging,
    instrument: lightSheet,
    at: at(-4, 11),
    duration: 90,
    status: 'Declined',
    requester: ada,
  },
  /** Past, and nobody has ever marked it as completed. */
  pastStillBooked: {
    id: 4_400_144,
    lab: imaging,
    instrument: spinningDisk,
    at: at(-7, 12),
    duration: 60,
    status: 'Booked',
    requester: 'Siobhán O’Connor',
  },
  /** Calira tells no status of it. */
  withoutStatus: {
    id: 4_400_147,
    lab: imaging,
    instrument: sted,
    at: at(-3, 15),
    duration: 60,
    status: 'Completed',
    requester: 'Siobhán O’Connor',
  },
  /** Calira tells nobody who booked it. */
  withoutRequester: {
    id: 4_400_155,
    lab: imaging,
    instrument: workstation,
    at: at(-3, 9),
    duration: 30,
    status: 'Completed',
  },
  /** By somebody whose name has letters that many keyboards lack. */
  bySoren: {
    id: 4_400_258,
    lab: imaging,
    instrument: workstation,
    at: at(-1, 8, 15),
    duration: 60,
    status: 'Completed',
    requester: 'Søren Kjærgård',
  },
  cytometryPast: {
    id: 4_400_166,
    lab: cytometry,
    instrument: fortessa,
    at: at(-2, 10),
    duration: 120,
    status: 'Completed',
    requester: ada,
  },
  cytometryToday: {
    id: 4_400_177,
    lab: cytometry,
    instrument: 'Centrifuge Avanti',
    at: at(0, 11),
    duration: 30,
    status: 'Booked',
    requester: 'Łukasz Wiśniewski',
  },
  requested: {
    id: 4_400_188,
    lab: cytometry,
    instrument: 'Cell sorter FACSAria III',
    at: at(1, 15),
    duration: 90,
    status: 'Requested',
    requester: ada,
  },
  genomicsPast: {
    id: 4_400_199,
    lab: 'Genomics Core',
    instrument: 'NovaSeq 6000',
    at: at(-3, 9),
    duration: 480,
    status: 'Completed',
    requester: ada,
  },
  genomicsTomorrow: {
    id: 4_400_203,
    lab: 'Genomics Core',
    instrument: 'Thermocycler „Große Maschine“',
    at: at(1, 8),
    duration: 120,
    status: 'Booked',
    requester: 'Zoë Müller-Lüdenscheidt',
  },
  riveraToday: {
    id: 4_400_214,
    lab: 'Rivera Lab',
    instrument: 'Ultracentrifuge Optima XPN-100',
    at: at(0, 9, 30),
    duration: 120,
    status: 'Booked',
    requester: 'Grace Rivera',
  },
  riveraPast: {
    id: 4_400_225,
    lab: 'Rivera Lab',
    instrument: 'Plate reader CLARIOstar',
    at: at(-4, 13),
    duration: 45,
    status: 'Completed',
    requester: ada,
  },
  nanofabricationYesterday: {
    id: 4_400_236,
    lab: 'Nanofabrication Unit',
    instrument: 'Sputter coater Q150T',
    at: at(-1, 11, 30),
    duration: 90,
    status: 'Completed',
    requester: 'Priya Raghunathan',
  },
  /** Byron Lab's people are guests here: who may see Byron Lab sees it, whether this facility is authorised or not. */
  guest: {
    id: 4_400_247,
    lab: 'Nanofabrication Unit',
    instrument: 'Atomic force microscope Icon',
    at: at(-2, 11),
    duration: 60,
    status: 'Completed',
    requester: ada,
  },
} as const satisfies Record<string, Specimen>;

export type SpecimenName = keyof typeof specimens;

export const SPECIMENS: Readonly<Record<SpecimenName, Specimen>> = specimens;

/** @returns the specimens among one lab's bookings, in the order in which they are kept. */
export const specimensOf = (lab: string): [SpecimenName, Specimen][] =>
  (Object.entries(SPECIMENS) as [SpecimenName, Specimen][]).filter(([, specimen]) => specimen.lab === lab);
