import type { MemoryTechniques } from '~/model/performance/policy.ts';
import type { PerformanceWords } from '~/words/performance.ts';
import type { Words } from '~/words/words.ts';
import type { CatalogueOverhead, CatalogueSource } from '../consolidation/parts.ts';
import type { PerformanceSession } from './session.ts';

/** What the page gives the tool from the site's data, in the reader's language. */
export interface PerformanceCatalogue {
  readonly overheads: readonly CatalogueOverhead[];
  readonly techniques: readonly CatalogueTechnique[];
  /** Where the start value of waiting vCPUs comes from. */
  readonly overcommit: CatalogueSource;
}

export interface CatalogueTechnique {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly memory: Omit<MemoryTechniques, 'identicalRatio'> & {
    /** Null where no figure was published: the reader's own stays. */
    readonly identicalRatio: number | null;
  };
  readonly source: CatalogueSource;
}

/** What every panel of the tool is given. */
export interface PerformancePanelProps {
  readonly words: Words;
  readonly own: PerformanceWords;
  readonly session: PerformanceSession;
}
