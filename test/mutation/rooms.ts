/** What is mutated together, and the tests that are to notice: fast ones, the same on every run. */
export type Room = { readonly mutate: readonly string[]; readonly tests: readonly string[] }

export const rooms: Readonly<Record<string, Room>> = {
  rules: {
    mutate: ['pipeline/rules/*.ts'],
    tests: ['test/rules/{findings,fees,lists}.test.ts'],
  },
  figures: {
    mutate: ['counted', 'figures', 'identities', 'statement', 'paid'].map((name) => `pipeline/${name}.ts`),
    tests: ['test/{counted,figures,identities,statement,paid}.test.ts'],
  },
  dossiers: {
    mutate: ['dossier', 'facts', 'opinion', 'nights/heard', 'own', 'setting'].map((name) => `pipeline/${name}.ts`),
    tests: ['test/{dossier,opinion,own}.test.ts', 'test/rules/{findings,fees}.test.ts'],
  },
  nights: {
    mutate: ['nights/lifecycle', 'nights/carry-on', 'nights/carry-over', 'closing/late-change', 'period-figures'].map(
      (name) => `pipeline/${name}.ts`,
    ),
    tests: ['test/{carry-on,carry-over,period-stated}.test.ts'],
  },
  periods: {
    mutate: ['period', 'calendar', 'day'].map((name) => `pipeline/${name}.ts`),
    tests: ['test/{period,calendar,day}.test.ts'],
  },
  columns: {
    mutate: ['column', 'moment', 'code', 'identity', 'fault', 'fold', 'footer', 'words'].map(
      (name) => `connectors/${name}.ts`,
    ),
    tests: ['test/connectors/{code,column,footer,moment,words}.test.ts'],
  },
  formats: {
    mutate: ['format', 'rates', 'plain-text', 'desk/days-left', 'period-names'].map((name) => `reports/${name}.ts`),
    tests: ['test/{format,rates,days-left}.test.ts', 'test/report-docx/period-names.test.ts'],
  },
}
