import type { OverheadSet } from '~/model/performance/overhead-set.ts';
import type { HostType } from '~/model/scenario.ts';
import type { Confidence } from '~/scenario/catalogue.ts';
import type { Words } from '~/words/words.ts';
import type { Session } from '../store/session.ts';

/** What the page gives the tool from the site's data, in the reader's language. */
export interface ToolCatalogue {
  readonly hostTypes: readonly CatalogueHost[];
  readonly overheads: readonly CatalogueOverhead[];
}

export interface CatalogueSource {
  readonly title: string;
  readonly url: string | null;
  /** A year, a month or a day: '2008', '2024-10', '2026-11-24'. */
  readonly asOf: string;
  readonly confidence: Confidence;
}

export interface CatalogueHost {
  readonly type: HostType;
  readonly source: CatalogueSource;
}

export interface CatalogueOverhead {
  readonly name: string;
  readonly set: OverheadSet;
  readonly source: CatalogueSource;
}

/** What every panel of the tool is given. */
export interface PanelProps {
  readonly words: Words;
  readonly session: Session;
  readonly catalogue: ToolCatalogue;
}
