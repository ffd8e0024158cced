import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import * as z from 'zod/mini';
import { backupSchemas } from '~/scenario/backup-catalogue.ts';
import { entrySchemas } from '~/scenario/catalogue.ts';
import { energyFactor, powerCurve, sourcedTable } from '~/scenario/cost-catalogue.ts';
import { currentSchemas } from '~/scenario/current-edition.ts';
import { evaluationSchemas } from '~/scenario/evaluation.ts';
import { haAssumptionSchema, haProfileSchema } from '~/scenario/ha-catalogue.ts';
import { licensingSchemas } from '~/scenario/licensing-catalogue.ts';
import { migrationProduct, publishedRun } from '~/scenario/migration-catalogue.ts';
import { packingMeasurement } from '~/scenario/packing-measurement.ts';
import { performanceSchemas } from '~/scenario/performance-catalogue.ts';
import { productLicence } from '~/scenario/product-licences.ts';

/** Order of the navigation. */
const sections = ['start', 'today', 'report', 'planner', 'method'] as const;

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

/** A file of the evaluation's data. */
const evaluation = (name: string) => file(`content/data/evaluation/${name}.yaml`);

/** The data of the total cost. */
const costData = (name: string) => file(`content/data/cost/${name}.yaml`);

export const collections = {
  energyFactors: defineCollection({ loader: costData('energy-factors'), schema: energyFactor }),
  powerCurves: defineCollection({ loader: costData('power-curves'), schema: powerCurve }),
  sourcedTables: defineCollection({ loader: costData('specpower'), schema: sourcedTable }),
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
  packingMeasurements: defineCollection({
    loader: file('content/data/packing-measurements.yaml'),
    schema: packingMeasurement,
  }),
  haProfiles: defineCollection({
    loader: file('content/data/ha/profiles.yaml'),
    schema: haProfileSchema,
  }),
  haAssumptions: defineCollection({
    loader: file('content/data/ha/assumptions.yaml'),
    schema: haAssumptionSchema,
  }),
  migrationProducts: defineCollection({
    loader: file('content/data/migration/products.yaml'),
    schema: migrationProduct,
  }),
  publishedRuns: defineCollection({
    loader: file('content/data/migration/published-runs.yaml'),
    schema: publishedRun,
  }),
  testBed: defineCollection({
    loader: file('content/data/testbed.yaml'),
    schema: entrySchemas.testBed,
  }),
  sources: defineCollection({
    loader: file('content/data/sources.yaml'),
    schema: entrySchemas.sources,
  }),
  overcommit: defineCollection({
    loader: file('content/data/performance/overcommit.yaml'),
    schema: performanceSchemas.overcommit,
  }),
  memoryTechniques: defineCollection({
    loader: file('content/data/performance/memory-techniques.yaml'),
    schema: performanceSchemas.memoryTechnique,
  }),
  criteria: defineCollection({
    loader: evaluation('criteria'),
    schema: evaluationSchemas.criteria,
  }),
  products: defineCollection({
    loader: evaluation('products'),
    schema: evaluationSchemas.products,
  }),
  backupMethods: defineCollection({
    loader: evaluation('backup-methods'),
    schema: evaluationSchemas.backupMethods,
  }),
  placementRules: defineCollection({
    loader: evaluation('placement-rules'),
    schema: evaluationSchemas.placementRules,
  }),
  failurePoints: defineCollection({
    loader: evaluation('failure-points'),
    schema: evaluationSchemas.failurePoints,
  }),
  findings: defineCollection({
    loader: evaluation('findings'),
    schema: evaluationSchemas.findings,
  }),
  productKnowledge: defineCollection({
    loader: evaluation('product-knowledge'),
    schema: evaluationSchemas.productKnowledge,
  }),
  glossary: defineCollection({
    loader: evaluation('glossary'),
    schema: evaluationSchemas.glossary,
  }),
  licensedProducts: defineCollection({
    loader: file('content/data/licensing/products.yaml'),
    schema: licensingSchemas.products,
  }),
  licensingSources: defineCollection({
    loader: file('content/data/licensing/sources.yaml'),
    schema: licensingSchemas.sources,
  }),
  backupRules: defineCollection({
    loader: file('content/data/backup/methods.yaml'),
    schema: backupSchemas.methods,
  }),
  backupProducts: defineCollection({
    loader: file('content/data/backup/products.yaml'),
    schema: backupSchemas.products,
  }),
  backupFigures: defineCollection({
    loader: file('content/data/backup/figures.yaml'),
    schema: entrySchemas.quotedFigures,
  }),
  currentProducts: defineCollection({
    loader: file('content/data/current/products.yaml'),
    schema: currentSchemas.products,
  }),
  currentCriteria: defineCollection({
    loader: file('content/data/current/criteria.yaml'),
    schema: currentSchemas.criteria,
  }),
  currentStatements: defineCollection({
    loader: file('content/data/current/statements.yaml'),
    schema: currentSchemas.statements,
  }),
  currentLicences: defineCollection({
    loader: file('content/data/current/licences.yaml'),
    schema: productLicence,
  }),
};
