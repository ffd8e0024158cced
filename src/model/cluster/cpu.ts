/** Names that tell a CPU's vendor, in lists of hosts and in catalogues. */
const vendors = [
  ['amd', /\b(amd|epyc|opteron|ryzen)\b/i],
  ['intel', /\b(intel|xeon|core i\d)/i],
  ['arm', /\b(ampere|altra|graviton|neoverse|arm)\b/i],
] as const;

/**
 * What two hosts must share for running machines to move between them.
 *
 * @returns null where the name does not tell
 */
export function cpuKey(
  model: string,
  exact: string,
  rule: 'identical' | 'vendor' | 'any',
): string | null {
  if (rule === 'any') return '';
  if (rule === 'identical') return exact === '' ? null : exact;
  return vendors.find(([, pattern]) => pattern.test(model))?.[0] ?? null;
}
