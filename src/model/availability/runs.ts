import { at } from '../columns.ts';
import type { PlanProgress } from '../consolidation/progress.ts';
import { type AvailabilityModel, metrics, type RunFigures, type RunQuestion } from './model.ts';
import { type Intervals, lengthOf, lengthWhere } from './outages.ts';
import { Simulation } from './simulation.ts';

/**
 * Simulates a stretch of runs. A run depends on the seed and its own number alone, so runs may be dealt out to threads
 * in any way.
 */
export function* runSteps(
  model: AvailabilityModel,
  question: RunQuestion,
): Generator<PlanProgress, RunFigures> {
  const { from, to } = question;
  const simulation = new Simulation(model);
  const figures = new Float64Array((to - from) * metrics.length);
  const downOfPiece = new Float64Array(model.cluster.pieceCount);
  const downOfService = new Float64Array(model.services.length);
  for (let run = from; run < to; run++) {
    yield { step: 'checking', doneRatio: (run - from) / (to - from) };
    const figure = simulateOne(simulation, model, question, run);
    figures.set(figure.row, (run - from) * metrics.length);
    for (let piece = 0; piece < downOfPiece.length; piece++) {
      downOfPiece[piece] = at(downOfPiece, piece) + lengthOf(figure.intervals, piece);
    }
    for (const [index, { needs, pieces }] of model.services.entries()) {
      const atOnce = needs === 'all' ? 1 : pieces.length;
      downOfService[index] =
        at(downOfService, index) + lengthWhere(figure.intervals, pieces, atOnce);
    }
  }
  return { from, to, figures, downOfPiece, downOfService };
}

/** A stretch in one go. */
export function simulateRuns(model: AvailabilityModel, question: RunQuestion): RunFigures {
  const steps = runSteps(model, question);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

function simulateOne(
  simulation: Simulation,
  { cluster }: AvailabilityModel,
  { seed, years }: RunQuestion,
  run: number,
): { readonly row: readonly number[]; readonly intervals: Intervals } {
  const record = simulation.run(seed, run, years);
  const { horizon } = record;
  const crash = simulation.addCrashes(seed, run, horizon);
  const intervals = simulation.outages.byPiece(cluster.pieceCount);
  const { weight, hostCount, pieceCount } = cluster;
  let down = 0;
  let outages = 0;
  let all = 0;
  for (let piece = 0; piece < pieceCount; piece++) {
    const own = at(weight, piece);
    down += own * lengthOf(intervals, piece);
    outages += own * (at(intervals.firsts, piece + 1) - at(intervals.firsts, piece));
    all += own;
  }
  const waiting = record.waiting / all;
  const network = record.network / all;
  const restart = Math.max(0, down / all - waiting - network - record.shared - crash / all);
  const row = {
    downSeconds: down / all,
    restartSeconds: restart,
    waitingSeconds: waiting,
    networkSeconds: network,
    sharedSeconds: record.shared,
    crashSeconds: crash / all,
    hostUpRatio: record.hostUp / (hostCount * horizon),
    enoughHostsRatio: record.enoughHosts / horizon,
    hostFailures: record.hostFailures,
    outages: outages / all,
  };
  return { row: metrics.map((metric) => row[metric]), intervals };
}
