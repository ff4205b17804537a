/** The labs of the sandbox and their instruments: two departments of one organisation, and labs that stand alone. */

type Instrument = readonly [
  name: string,
  manufacturer: string | null,
  model: string | null,
  category: string,
];

export interface Facility {
  id: number;
  name: string;
  timezone: string;
  city: string;
  country: string;
  currency: string;
  parent: 'bioscience' | 'medicine' | 'organisation' | null;
  /** Bookings of its equipment in the standard data. */
  bookings: number;
  instruments: readonly Instrument[];
}

const london = {
  timezone: 'Europe/London',
  city: 'London',
  country: 'United Kingdom',
  currency: 'GBP',
};
const berlin = {
  timezone: 'Europe/Berlin',
  city: 'Berlin',
  country: 'Germany',
  currency: 'EUR',
};

export const FACILITIES: readonly Facility[] = [
  {
    ...london,
    id: 1207,
    name: 'Imaging Core',
    parent: 'bioscience',
    bookings: 148,
    instruments: [
      ['Confocal microscope SP8', 'Leica Microsystems', 'TCS SP8', 'Confocal microscopes'],
      ['Light-sheet microscope Z.1', 'ZEISS', 'Lightsheet Z.1', 'Light-sheet microscopes'],
      ['Spinning disk "Yokogawa" W1', 'Nikon', 'CSU-W1', 'Confocal microscopes'],
      ['STED super-resolution <bench 2>', 'Abberior', 'Facility Line', 'Super-resolution microscopes'],
      ['Electron microscope Tecnai T12', 'FEI', 'Tecnai T12', 'Electron microscopes'],
      ['Image analysis workstation 🖥️', null, null, 'Workstations'],
    ],
  },
  {
    ...london,
    id: 1208,
    name: 'Cytometry',
    parent: 'bioscience',
    bookings: 46,
    instruments: [
      ['Flow cytometer Fortessa', 'BD Biosciences', 'LSRFortessa X-20', 'Flow cytometers'],
      ['Cell sorter FACSAria III', 'BD Biosciences', 'FACSAria III', 'Cell sorters'],
      ['Mass cytometer Helios', 'Standard BioTools', 'Helios', 'Mass cytometers'],
      ['Centrifuge Avanti', 'Beckman Coulter', 'Avanti J-26S XP', 'Centrifuges'],
    ],
  },
  {
    ...berlin,
    id: 1215,
    name: 'Genomics Core',
    parent: 'medicine',
    bookings: 62,
    instruments: [
      ['NovaSeq 6000', 'Illumina', 'NovaSeq 6000', 'Sequencers'],
      ['MinION Mk1C', 'Oxford Nanopore', 'Mk1C', 'Sequencers'],
      ['Bioanalyzer 2100', 'Agilent', 'G2939BA', 'Electrophoresis'],
      ['Thermocycler „Große Maschine“', 'Eppendorf', 'Mastercycler X50s', 'Thermocyclers'],
      ['qPCR QuantStudio 7', 'Thermo Fisher Scientific', 'QuantStudio 7 Flex', 'qPCR systems'],
    ],
  },
  {
    timezone: 'America/New_York',
    city: 'New York',
    country: 'United States',
    currency: 'USD',
    id: 1230,
    name: 'Rivera Lab',
    parent: null,
    bookings: 21,
    instruments: [
      ['Ultracentrifuge Optima XPN-100', 'Beckman Coulter', 'XPN-100', 'Centrifuges'],
      ['Plate reader CLARIOstar', 'BMG LABTECH', 'CLARIOstar Plus', 'Plate readers'],
      ['Incubator shaker Innova 44', 'Eppendorf', 'Innova 44', 'Incubators'],
    ],
  },
  {
    ...berlin,
    timezone: 'Europe/Copenhagen',
    city: 'København',
    country: 'Denmark',
    currency: 'DKK',
    id: 1216,
    name: 'Müller & Søn „Protein“ Lab',
    parent: 'medicine',
    bookings: 24,
    instruments: [
      ['Orbitrap Exploris 480', 'Thermo Fisher Scientific', 'Exploris 480', 'Mass spectrometers'],
      ['ÄKTA pure 25', 'Cytiva', 'ÄKTA pure 25 L1', 'Chromatography'],
      ['Röntgen diffractometer <D8>', 'Bruker', 'D8 VENTURE', 'Diffractometers'],
    ],
  },
  {
    ...london,
    id: 1221,
    name: 'Zebrafish <Facility> 🐟',
    parent: 'organisation',
    bookings: 19,
    instruments: [
      ['Microinjection rig #2 🐟', 'Eppendorf', 'FemtoJet 4i', 'Microinjection'],
      ['Larvae sorter "BioSorter"', 'Union Biometrica', 'BioSorter', 'Sorters'],
      ['Stereo microscope M205 & camera', 'Leica Microsystems', 'M205 FA', 'Stereo microscopes'],
    ],
  },
  {
    ...london,
    id: 1242,
    name: 'Byron Lab',
    parent: null,
    bookings: 0,
    instruments: [],
  },
  {
    timezone: 'Asia/Kolkata',
    city: 'Kolkata',
    country: 'India',
    currency: 'INR',
    id: 1251,
    name: 'Nanofabrication Unit',
    parent: null,
    bookings: 14,
    instruments: [
      ['Sputter coater Q150T', 'Quorum', 'Q150T Plus', 'Coaters'],
      ['Atomic force microscope Icon', 'Bruker', 'Dimension Icon', 'Atomic force microscopes'],
    ],
  },
  {
    timezone: 'Pacific/Auckland',
    city: 'Auckland',
    country: 'New Zealand',
    currency: 'NZD',
    id: 1258,
    name: 'Coastal Sensing Lab',
    parent: null,
    bookings: 12,
    instruments: [
      ['CTD profiler SBE 911', 'Sea-Bird Scientific', 'SBE 911plus', 'Profilers'],
      ['Glovebox MB-200', 'MBRAUN', 'MB 200B', 'Gloveboxes'],
    ],
  },
];
