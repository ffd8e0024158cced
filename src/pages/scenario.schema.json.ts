import * as z from 'zod/mini';
import { defaultScenario } from '~/scenario/defaults.ts';
import { scenarioSchema } from '~/scenario/schema.ts';

/** The scenario's JSON Schema, for editors and for the command line's readers. Every part may be left out. */
export function GET(): Response {
  const schema = z.toJSONSchema(scenarioSchema, { io: 'input' });
  const published = {
    ...withoutRequired(schema),
    $comment: 'Every part may be left out; what is, is taken from the default.',
    default: defaultScenario,
  };
  return new Response(JSON.stringify(published, null, 2), {
    headers: { 'content-type': 'application/schema+json; charset=utf-8' },
  });
}

const hostTypeNeeds = ['socketCount', 'coresPerSocket', 'coreMhz', 'memoryGib'];

const isHostType = (node: object) =>
  'properties' in node && Object.hasOwn(node.properties as object, 'coreMhz');

/** The schema checks a complete scenario; from outside any part of one will do, but for a host's size. */
function withoutRequired(node: unknown): object {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(
          ([key, child]) => !(key === 'required' && Array.isArray(child)) || isHostType(value),
        )
        .map(([key, child]) => [key, key === 'required' ? hostTypeNeeds : walk(child)]),
    );
  };
  return walk(node) as object;
}
