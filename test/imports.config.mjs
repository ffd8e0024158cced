/** The rule of the house: imports go one way (see CONTRIBUTING.md). Run by `npm run lint`. */
const rooms = (...names) => `^src/(${names.join('|')})/`;
const forbid = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to,
});

export default {
  forbidden: [
    forbid(
      'no-cycles',
      '^src',
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'A cycle has no first room. (Types may refer to one another.)',
    ),
    forbid(
      'model-imports-nothing',
      '^src/model/',
      { pathNot: '^src/model/' },
      'The model is pure TypeScript without packages.',
    ),
    forbid(
      'import-imports-model',
      '^src/import/',
      { pathNot: rooms('import', 'model') },
      'Importers know the model; they need no package (see the room’s README).',
    ),
    forbid(
      'scenario-imports-model',
      '^src/scenario/',
      { pathNot: `${rooms('scenario', 'model', 'import')}|^node_modules/zod/` },
      'The scenario knows the model, the fleet codec and Zod.',
    ),
    forbid(
      'worker-imports-planner-parts',
      '^src/worker/',
      { pathNot: `${rooms('worker', 'import', 'model')}|^node_modules/comlink/` },
      'The worker knows model, import and Comlink.',
    ),
    forbid(
      'cli-imports-planner',
      '^src/cli/',
      {
        pathNot: `${rooms('cli', 'model', 'import', 'scenario', 'worker', 'words')}|^node_modules/yaml/`,
        dependencyTypesNot: ['core'],
      },
      'The command line knows the planner, the scenario and the words.',
    ),
    forbid(
      'views-import-types-of-model',
      '^src/(charts|words)/',
      { path: '^src/model/', dependencyTypesNot: ['type-only'] },
      'A view is a function of data: it computes nothing. (Figures are drawn at build time and may compute.)',
    ),
    forbid(
      'views-know-no-thread',
      '^src/(charts|figures|words)/',
      { path: rooms('ui', 'cli', 'site', 'pages'), pathNot: '^src/words/' },
      'Charts, figures and words are below the tools.',
    ),
    forbid(
      'ui-asks-the-worker',
      '^src/ui/',
      { path: rooms('cli', 'site', 'pages') },
      'Tools know nothing of the page around them.',
    ),
    forbid(
      'nothing-imports-pages',
      '^src/(?!pages/)',
      { path: '^src/pages/' },
      'Pages are routes only.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
};
