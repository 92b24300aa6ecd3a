import type { settings as vi } from './vi-settings.ts'

export const settings: typeof vi = {
  name: {
    configuration: 'the configuration',
    catalogue: 'the catalogue of procedures',
    calendar: 'the calendar of days off',
    program: 'the version of the program',
  },
  and: 'and',
  changed: (names) => `Other than when it was last worked out: ${names}. This alone, without the new files, moves:`,
  moved: (period, figure, basis, before, after) => `  ${period}, ${figure} (${basis}): ${before} → ${after}.`,
  turned: ({ raised, over, retold }) => `  Discrepancies: ${raised} raised, ${over} over, ${retold} told otherwise.`,
  nothing: '  No figure and no discrepancy.',
  figure: (night, figure, before, after, names) =>
    `${figure}: ${before} → ${after} since the night of ${night}, because of ${names}, not of a new file.`,
  how: {
    raised: (names, night) => `raised because of a change of ${names}, night of ${night}`,
    over: (names, night) => `over because of a change of ${names}, night of ${night}`,
    retold: (names, night) => `told otherwise because of a change of ${names}, night of ${night}`,
  },
}
