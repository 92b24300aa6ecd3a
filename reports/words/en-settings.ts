import type { settings as vi } from './vi-settings.ts'

export const settings: typeof vi = {
  name: {
    configuration: 'the configuration',
    catalogue: 'the catalogue of procedures',
    calendar: 'the calendar of days off',
    program: 'the version of the program',
  },
  and: 'and',
  moved: (names, figures, discrepancies) =>
    `Other than when it was last worked out: ${names}. This alone, without the new files, moves ${figures} figures and ${discrepancies} discrepancies.`,
  movedNothing: (names) => `Other than when it was last worked out: ${names}; no figure and no discrepancy moves because of it.`, // prettier-ignore
  before: 'Before',
  after: 'Now',
  turned: ({ raised, over, retold }) => `Discrepancies: ${raised} raised, ${over} over, ${retold} told otherwise.`,
  move: (figure, before, after) => `${figure} ${before} → ${after}`,
  sinceNight: (night, names, moves) =>
    `Since the night of ${night}, because of a change of ${names}, not of a new file: ${moves.join('; ')}.`,
  how: {
    raised: (names, night) => `raised because of a change of ${names}, night of ${night}`,
    over: (names, night) => `over because of a change of ${names}, night of ${night}`,
    retold: (names, night) => `told otherwise because of a change of ${names}, night of ${night}`,
  },
}
