import type { Fleet } from '../fleet/fleet.ts';
import type { Scenario } from '../scenario.ts';
import { planSteps } from './consolidate.ts';
import type { PlanProgress } from './progress.ts';

export const sensitivitySettings = [
  'targetCpuRatio',
  'targetMemoryRatio',
  'vcpusPerCore',
  'headroomRatio',
  'growthPerYearRatio',
  'tolerate',
] as const;
export type SensitivitySetting = (typeof sensitivitySettings)[number];

/** The host count at one value of one slider, all else equal. */
export interface SensitivityRow {
  readonly setting: SensitivitySetting;
  readonly value: number;
  /** Null where the plan is impossible at this value. */
  readonly hosts: number | null;
  readonly isCurrent: boolean;
}

interface Slider {
  readonly values: readonly number[];
  readonly read: (scenario: Scenario) => number | null;
  readonly write: (scenario: Scenario, value: number) => Scenario;
}

const target = (resource: 'cpu' | 'memory'): Slider => ({
  values: [0.5, 0.6, 0.7, 0.8, 0.9, 1],
  read: ({ capacity }) => capacity.targetRatio[resource],
  write: (scenario, value) => {
    const { capacity } = scenario;
    const targetRatio = { ...capacity.targetRatio, [resource]: value };
    return { ...scenario, capacity: { ...capacity, targetRatio } };
  },
});

const sliders: Readonly<Record<SensitivitySetting, Slider>> = {
  targetCpuRatio: target('cpu'),
  targetMemoryRatio: target('memory'),
  vcpusPerCore: {
    values: [1, 2, 3, 4, 6, 8],
    read: ({ capacity }) => capacity.vcpusPerCore,
    write: (scenario, vcpusPerCore) => ({
      ...scenario,
      capacity: { ...scenario.capacity, vcpusPerCore },
    }),
  },
  headroomRatio: {
    values: [0, 0.05, 0.1, 0.2, 0.3],
    read: ({ capacity }) => capacity.headroomRatio,
    write: (scenario, headroomRatio) => ({
      ...scenario,
      capacity: { ...scenario.capacity, headroomRatio },
    }),
  },
  growthPerYearRatio: {
    values: [0, 0.05, 0.1, 0.15, 0.2],
    read: ({ demand }) => demand.growthPerYearRatio,
    write: (scenario, growthPerYearRatio) => ({
      ...scenario,
      demand: { ...scenario.demand, growthPerYearRatio },
    }),
  },
  tolerate: {
    values: [0, 1, 2, 3],
    read: ({ failure }) => failure.tolerate,
    write: (scenario, tolerate) => ({ ...scenario, failure: { ...scenario.failure, tolerate } }),
  },
};

/**
 * Plans again at a handful of values of each slider, the current one among them, everything else as it is. Every plan
 * is a first plan without improvement, the current one too, so that the points of a line compare.
 */
export function* sensitivitySteps(
  fleet: Fleet,
  scenario: Scenario,
): Generator<PlanProgress, readonly SensitivityRow[], boolean> {
  const rows: SensitivityRow[] = [];
  const questions = sensitivitySettings.flatMap((setting) => {
    const slider = sliders[setting];
    const current = slider.read(scenario);
    const values = new Set([...slider.values, ...(current === null ? [] : [current])]);
    return [...values]
      .sort((a, b) => a - b)
      .map((value) => ({ setting, slider, value, isCurrent: value === current }));
  });
  for (const { setting, slider, value, isCurrent } of questions) {
    const plan = planSteps(fleet, { ...slider.write(scenario, value), effort: 0 });
    let step = plan.next(false);
    while (!step.done) {
      const isStopped: boolean = yield {
        step: 'packing',
        doneRatio: rows.length / questions.length,
      };
      if (isStopped) return rows;
      step = plan.next(false);
    }
    const answer = step.value;
    const hosts = answer.kind === 'planned' ? answer.hosts : null;
    rows.push({ setting, value, hosts, isCurrent });
  }
  return rows;
}
