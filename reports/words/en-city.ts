import type { city as vietnamese } from './vi-city.ts'

export const city: typeof vietnamese = {
  heading: (city, period, basis) => `${city}, period ${period}, ${basis}`,
  title: 'Dossiers received and resolved, by ward',
  sheet: { counts: 'Summary' },
  asOf: 'As of',
  spansDiffer: '- The days of the period differ from ward to ward.',
  ratesNote:
    '- A rate of the city is of all numerators over all denominators, not the mean of its wards. A dash is not known.',
  ward: 'Ward',
  total: (known, all) => (known === all ? 'The whole city' : `Sum of ${known} of ${all} wards`),
  unknown: (name) => `${name}: nothing is known yet.`,
  incomplete: (name, asOf, systems) => `${name}: incomplete, on the night of ${asOf} these were missing: ${systems}.`,
  national: {
    on_time: 'On time (Decision 766)',
    online_payment: 'Online payment (Decision 766)',
    digitization: 'Digitization (Decision 766)',
    reuse: 'Reuse (Decision 766)',
    online: 'Online (Decision 766)',
  },
}
