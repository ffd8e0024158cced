import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import * as z from 'zod/mini';
import { entrySchemas } from '~/scenario/catalogue.ts';
import { evaluationSchemas } from '~/scenario/evaluation.ts';

/** Order of the navigation. */
const sections = ['start', 'report', 'planner', 'method'] as const;

/** The reading pages: `ja/…` and `en/…`, the same paths in both. */
const pages = defineCollection({
  loader: glob({
    base: './content',
    pattern: '{ja,en}/**/*.mdx',
    // The path as it is: the default turns it into a slug, and a language's folder must stay its own segment.
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: z.strictObject({
    title: z.string(),
    description: z.string(),
    section: z.enum(sections),
    /** Place within the section. */
    order: z.number(),
    updated: z.date(),
  }),
});

/** A file of the evaluation; the entries' schema has the name of the collection. */
const evaluation = <Name extends keyof typeof evaluationSchemas>(name: Name, path: string) =>
  defineCollection({
    loader: file(`content/data/evaluation/${path}.yaml`),
    schema: evaluationSchemas[name],
  });

export const collections = {
  pages,
  hostTypes: defineCollection({
    loader: file('content/data/host-types.yaml'),
    schema: entrySchemas.hostTypes,
  }),
  overheads: defineCollection({
    loader: file('content/data/overheads.yaml'),
    schema: entrySchemas.overheads,
  }),
  quotedFigures: defineCollection({
    loader: file('content/data/quoted-figures.yaml'),
    schema: entrySchemas.quotedFigures,
  }),
  testBed: defineCollection({
    loader: file('content/data/testbed.yaml'),
    schema: entrySchemas.testBed,
  }),
  sources: defineCollection({
    loader: file('content/data/sources.yaml'),
    schema: entrySchemas.sources,
  }),
  criteria: evaluation('criteria', 'criteria'),
  products: evaluation('products', 'products'),
  backupMethods: evaluation('backupMethods', 'backup-methods'),
  placementRules: evaluation('placementRules', 'placement-rules'),
  failurePoints: evaluation('failurePoints', 'failure-points'),
  findings: evaluation('findings', 'findings'),
  productKnowledge: evaluation('productKnowledge', 'product-knowledge'),
  glossary: evaluation('glossary', 'glossary'),
};
