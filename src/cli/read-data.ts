import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** A file of the site's data, parsed: `host-types`, `licensing/products`. Its room's schema checks it. */
export async function readData(name: string): Promise<unknown> {
  const file = new URL(`../../content/data/${name}.yaml`, import.meta.url);
  return parse(await readFile(file, 'utf8'));
}
