import type { SheetRow } from './rvtools-rows.ts';

/** The columns by which a row says which machine it is about. */
type Who = Pick<SheetRow<'vCPU'>, 'text'>;

/** Finds the machine that a row of another sheet speaks of: by UUID, by ID, by name and host, by name. */
export class MachineIndex {
  private readonly byUuid = new Map<string, number>();
  private readonly byId = new Map<string, number>();
  private readonly byPlace = new Map<string, number>();
  private readonly byName = new Map<string, number>();
  private readonly withId = new Set<number>();

  add(machine: number, row: Pick<SheetRow<'vInfo'>, 'text'>) {
    const name = row.text('name');
    if (row.text('id') !== '') this.withId.add(machine);
    note(this.byUuid, row.text('uuid').toLowerCase(), machine);
    note(this.byId, row.text('id'), machine);
    note(this.byPlace, placeKey(name, row), machine);
    note(this.byName, name, machine);
  }

  find(row: Who): number | null {
    const uuid = this.byUuid.get(row.text('uuid').toLowerCase()) ?? ambiguous;
    if (uuid !== ambiguous) return uuid;
    const id = row.text('id');
    const name = row.text('name');
    const byId = this.byId.get(id) ?? ambiguous;
    if (byId !== ambiguous) return byId;
    const named = this.byPlace.get(placeKey(name, row)) ?? ambiguous;
    const machine = named === ambiguous ? (this.byName.get(name) ?? ambiguous) : named;
    // The same name under another ID is another machine.
    const isOther = id !== '' && !this.byId.has(id) && this.withId.has(machine);
    return machine === ambiguous || isOther ? null : machine;
  }
}

const ambiguous = -1;
const note = (map: Map<string, number>, key: string, machine: number) => {
  if (key !== '') map.set(key, map.has(key) ? ambiguous : machine);
};
const placeKey = (name: string, row: { text(column: 'host' | 'cluster'): string }) =>
  JSON.stringify([name, row.text('host'), row.text('cluster')]);
