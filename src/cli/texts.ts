import type { ImportFormat, ImportWarning } from '../import/outcome.ts';
import type { ConsolidationPlan } from '../model/consolidation/answer.ts';
import type { FleetSummary } from '../model/consolidation/fleet-summary.ts';
import type { Misfit } from '../model/packing/problem.ts';
import type { ScenarioProblem } from '../scenario/parse.ts';
import type { Language } from '../words/format.ts';
import { type Context, sentence } from '../words/sentences.ts';
import { loadWords, type Words } from '../words/words.ts';
import type { HelpPage } from './command.ts';
import { en } from './texts.en.ts';
import { ja } from './texts.ja.ts';

/** What the command line says of its own; what tools say too is in `words/`. */
export interface OwnTexts {
  /** The list of commands. */
  readonly help: (pages: readonly HelpPage[]) => string;
  /** One command explained. */
  readonly commandHelp: (page: HelpPage) => string;
  /** Help of the commands that have no texts of their own file. */
  readonly pages: Readonly<Record<'inspect' | 'consolidate' | 'pack', HelpPage>>;
  readonly noCommand: (known: readonly string[]) => string;
  readonly unknownCommand: (name: string, known: readonly string[]) => string;
  readonly unknownOption: (name: string) => string;
  readonly ourFault: string;
  readonly noFile: string;
  readonly oneFile: string;
  readonly noSuchFile: (path: string) => string;
  readonly emptyFolder: (path: string) => string;
  readonly mappingNeeded: string;
  readonly skipped: (count: number) => string;
  readonly notJson: (path: string, reason: string) => string;
  readonly scenarioProblem: (path: string, problem: ScenarioProblem) => string;
  readonly badNumber: (option: string, given: string) => string;
  readonly noBin: string;
  readonly noResources: (file: string) => string;
  readonly noItems: (file: string) => string;
  readonly badCellCount: (file: string, row: number, found: number, expected: number) => string;
  readonly badCell: (cell: BadCell) => string;
  readonly binLength: (path: string, columns: number, parts: number) => string;
  readonly duplicateId: (file: string, row: number, id: string) => string;
  /** A figure that the file does not tell. */
  readonly unknown: string;
  /** After a list that was cut. */
  readonly andMore: (count: number) => string;
  readonly packed: (bins: number, bound: number, seconds: number) => string;
  readonly tooLarge: (what: MisfitFigures) => string;
  readonly noBinLeft: (ids: readonly string[]) => string;
  readonly summary: (lines: SummaryLines) => string;
  readonly plan: (lines: PlanLines) => string;
}

export interface BadCell {
  readonly file: string;
  readonly row: number;
  readonly column: number;
  readonly value: string;
}

export interface MisfitFigures {
  readonly ids: readonly string[];
  readonly resource: number;
  readonly demand: string;
  readonly capacity: string;
}

/** Figures already in the reader's form. */
export interface SummaryLines {
  readonly format: string;
  readonly workloads: string;
  readonly excluded: string;
  readonly hosts: string;
  readonly vcpus: string;
  readonly memory: string;
  readonly disk: string;
  readonly cpu: string;
  readonly profile: string | null;
}

export interface PlanLines {
  readonly hosts: string;
  readonly lowerBound: string;
  readonly isOptimal: boolean;
  readonly gap: string;
  readonly ratio: string;
  readonly binding: string;
  readonly tolerates: string;
  readonly isSample: boolean;
  readonly notes: readonly string[];
  readonly perHost: readonly { readonly host: string; readonly workloads: string }[];
}

/** Everything that the command line says, in one language. */
export async function textsFor(language: Language) {
  const words = await loadWords(language);
  const own: OwnTexts = language === 'ja' ? ja : en;
  const { format } = words;
  const known = (value: number | null, say: (value: number) => string) =>
    value === null ? own.unknown : say(value);
  return {
    ...own,
    language,
    words,
    importWarning: (warning: ImportWarning) => sentence(words.import.warning, warning, noContext),
    summary: (name: ImportFormat, summary: FleetSummary) =>
      own.summary({
        format: words.import.format[name],
        workloads: format.number(summary.workloads),
        excluded: format.number(summary.excluded.length),
        hosts: summary.hosts === 0 ? own.unknown : format.number(summary.hosts),
        vcpus: known(summary.totals.vcpus, format.number),
        memory: known(summary.totals.memoryGib, (gib) => format.amount('memory', gib)),
        disk: known(summary.totals.diskGib, (gib) => format.amount('disk', gib)),
        cpu: known(summary.totals.cpuUsedMhz, (mhz) => format.amount('cpu', mhz)),
        profile:
          summary.profile &&
          `${format.number(summary.profile.slots)} × ${format.number(summary.profile.slotSeconds)} s`,
      }),
    plan: (plan: ConsolidationPlan, names: readonly string[], context: Context) =>
      own.plan(planLines({ words, plan, names, context })),
    misfit: (misfit: Misfit, ids: readonly string[]) => misfitText(own, words, misfit, ids),
    publicMisfit,
  };
}

export type Texts = Awaited<ReturnType<typeof textsFor>>;

/** Warnings of an import name what they speak of themselves. */
const noContext: Context = {
  workloadName: String,
  hostTypeName: (id) => id,
  slots: null,
};

interface PlanQuestion {
  readonly words: Words;
  readonly plan: ConsolidationPlan;
  readonly names: readonly string[];
  readonly context: Context;
}

function planLines({ words, plan, names, context }: PlanQuestion): PlanLines {
  const { format } = words;
  const counts = names.map(() => 0);
  for (const host of plan.hostOf) if (host >= 0) counts[host] = (counts[host] ?? 0) + 1;
  return {
    hosts: format.number(plan.hosts),
    lowerBound: format.number(plan.lowerBound),
    isOptimal: plan.hosts === plan.lowerBound,
    gap: format.percent(plan.gap),
    ratio: format.number(plan.ratio, 1),
    binding: words.answer.binding(plan.binding, context),
    tolerates: format.number(plan.tolerates),
    isSample: plan.survival.isSample,
    notes: plan.notes.map((note) => sentence(words.answer.note, note, context)),
    perHost: names.map((host, index) => ({
      host,
      workloads: format.number(counts[index] ?? 0),
    })),
  };
}

function misfitText(own: OwnTexts, words: Words, misfit: Misfit, ids: readonly string[]): string {
  const { ids: named, ...figures } = publicMisfit(misfit, ids);
  return 'demand' in figures && figures.demand !== undefined
    ? own.tooLarge({
        ids: named,
        resource: figures.resource,
        demand: words.format.number(figures.demand, 3),
        capacity: words.format.number(figures.capacity, 3),
      })
    : own.noBinLeft(named);
}

/** A misfit with names in place of indexes. */
function publicMisfit(misfit: Misfit, ids: readonly string[]) {
  const names = (items: readonly number[]) => items.map((index) => ids[index] ?? '');
  switch (misfit.kind) {
    case 'too-large':
    case 'group-too-large':
      return {
        kind: misfit.kind,
        ids: names(misfit.kind === 'too-large' ? [misfit.item] : misfit.items),
        resource: misfit.dimension,
        demand: misfit.demand,
        capacity: misfit.capacity,
      };
    case 'together-and-apart':
      return { kind: misfit.kind, ids: names([misfit.first, misfit.second]) };
    case 'too-many-together':
    case 'bins-exhausted':
      return { kind: misfit.kind, ids: names(misfit.items) };
  }
}
