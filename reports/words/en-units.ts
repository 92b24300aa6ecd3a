import { listed, quoted } from './pieces.ts'
import type { unitsTrouble as vietnamese } from './vi-units.ts'

export const unitsTrouble: typeof vietnamese = {
  same_out: {
    sentence: (d) => `${d.folder}: ${listed(d.files)} all publish into this folder, and would write over each other.`,
    hint: 'Give each unit an out folder of its own.',
  },
  unit_needed: {
    sentence: (d) =>
      `The configuration has ${d.units.length} wards, and this command is of one: ${listed(d.units.slice(0, 6))}${d.units.length > 6 ? ' …' : ''}.`,
    hint: 'Add --unit with the agency code of the ward.',
  },
  unit_unknown: {
    sentence: (d) =>
      `The configuration has no ward ${quoted(d.found)}${d.nearest === null ? `; it has ${d.known.length}: ${listed(d.known.slice(0, 6))}${d.known.length > 6 ? ' …' : ''}` : `; the nearest is ${quoted(d.nearest)}`}.`,
    hint: 'Write the agency code (agencyCode) as the configuration has it.',
  },
  unit_twice: {
    sentence: (d) => `The agency code ${d.code} is said of ${listed(d.names)}.`,
    hint: 'An agency code is of one ward; take one out of units, or correct it.',
  },
  units_missing: {
    sentence: (d) => `${d.folder}: there is no such folder, or no .yaml file in it.`,
    hint: 'units is a list, or a folder of which each .yaml file is a ward.',
  },
  wards_renamed: {
    sentence: (d) => `${d.file}: the key wards is called units now.`,
    hint: 'Rename it, its content stays; what the file of a ward does not say is taken from this one.',
  },
  no_units: {
    sentence: (d) => `${d.file}: this configuration is of one ward, not of several.`,
    hint: "Name the wards under units, or the city's configuration with --config.",
  },
  shard_unknown: {
    sentence: (d) => `--shard: found ${quoted(d.found)}, two numbers such as 3/16 were expected, from 1/16 to 16/16.`,
    hint: 'A part for each machine or job; all parts together are all wards.',
  },
}
