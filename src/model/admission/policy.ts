/** What admission control counts for each machine, and how much it keeps free. */
export interface AdmissionPolicy {
  /** Share of each machine's planned CPU that is reserved for it, 0…1. */
  readonly cpuReservationRatio: number;
  /** Share of each machine's planned memory that is reserved for it, 0…1. */
  readonly memoryReservationRatio: number;
  /** Counted for a machine whose reservation is less. */
  readonly leastCpuMhz: number;
  /** Upper bound of a slot; larger machines take several. Null: the largest reservation is the slot. */
  readonly slotCpuMhz: number | null;
  readonly slotMemoryGib: number | null;
  /** Share of all CPU and memory kept free by the percentage policy; null: failures ÷ hosts. */
  readonly reservedRatio: number | null;
  /** How often the fleet asks to be admitted: 2 means that each machine comes twice. */
  readonly rounds: number;
}
