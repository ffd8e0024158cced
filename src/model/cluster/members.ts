/** Items on each host. */
export function membersOf(hostOf: Int32Array, hostCount: number): number[][] {
  const members: number[][] = Array.from({ length: hostCount }, () => []);
  for (const [index, host] of hostOf.entries()) if (host >= 0) members[host]?.push(index);
  return members;
}
