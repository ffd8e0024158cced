/**
 * Measures speed, seeded, against the numbers to beat; never part of the tests, for a figure that depends on the
 * machine is no assertion. `npm run bench` runs all, `npm run bench -- pack import` some.
 */

import { readdirSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';

interface Bench {
  readonly bench: (print: (line: string) => void) => Promise<void>;
}

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts' && !file.startsWith('_'))
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();
const wanted = process.argv.slice(2);
const chosen =
  wanted.length === 0
    ? names
    : names.filter((name) => wanted.some((word) => name.startsWith(word)));
if (chosen.length === 0) {
  console.error(`no such bench; expected one of ${names.join(', ')}`);
  process.exit(2);
}
console.log(
  `node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown CPU'}`,
);
for (const name of chosen) {
  console.log(`\n# ${name}`);
  const { bench } = (await import(`./${name}.ts`)) as Bench;
  await bench((line) => console.log(line));
}
