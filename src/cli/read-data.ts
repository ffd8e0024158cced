import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** A command reads some files for the scenario's ids and again for its question: they are parsed once. */
const files = new Map<string, Promise<unknown>>();

/** A file of the site's data, parsed: `host-types`, `licensing/products`. Its room's schema checks it. */
export function readData(name: string): Promise<unknown> {
  const known = files.get(name) ?? parsed(name);
  files.set(name, known);
  return known;
}

async function parsed(name: string): Promise<unknown> {
  const file = new URL(`../../content/data/${name}.yaml`, import.meta.url);
  return parse(await readFile(file, 'utf8'));
}
