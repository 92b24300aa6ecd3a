/** What the guides show and no scene runs: the command, or the first line, and why. */
export const notRun: readonly (readonly [shown: RegExp, why: string])[] = [
  [/^cd \/srv\/doisoat$|^mkdir -p \/srv\/doisoat && cd \/srv\/doisoat$/, 'a shell does it'],
  [/^npm (ci|cit)\b/, 'installs: .ci/run does it'],
  [/^npm start$/, 'a whole clone: .ci/run does it; what it prints is held in scenes-long.ts'],
  [/^npm install --omit=dev /, 'installs a package: test/package does it'],
  [/^git clone /, 'asks a network'],
  [/^sudo /, 'asks the administrator of a machine'],
  [/^mkdir C:/, 'Windows does it'],
  [/^eval "\$\(doisoat completion bash\)"$/, 'a shell does it: test/completion.test.ts'],
  [/^npm (test|run [\w:]+)$|^npx vitest run /, 'runs tests, and this is one'],
  [/^exports ─▶ rows/, 'a drawing'],
]
