// Which package may import which. One list; the graph in docs/architecture.md
// is drawn from what is really imported, and scripts/test/dependencies.test.mjs
// fails when an arrow goes another way.

/** Each package, by its folder, and the packages that it may import. */
const mayImport = {
  'plugins/kubernetes-ha-common': [],
  'plugins/kubernetes-ha-collector': ['plugins/kubernetes-ha-common'],
  'plugins/kubernetes-ha-node': [
    'plugins/kubernetes-ha-common',
    'plugins/kubernetes-ha-collector',
  ],
  'plugins/kubernetes-ha-backend': [
    'plugins/kubernetes-ha-common',
    'plugins/kubernetes-ha-collector',
    'plugins/kubernetes-ha-node',
  ],
  'plugins/kubernetes-ha': ['plugins/kubernetes-ha-common'],
  'packages/cli': [
    'plugins/kubernetes-ha-common',
    'plugins/kubernetes-ha-collector',
  ],
};

/** Packages that must run where there is no portal. */
const withoutPortal = [
  'plugins/kubernetes-ha-common',
  'plugins/kubernetes-ha-collector',
  'packages/cli',
];

module.exports = {
  forbidden: [
    ...Object.entries(mayImport).map(([folder, allowed]) => ({
      name: `${folder} imports ${allowed.join(', ') || 'no other package'}`,
      severity: 'error',
      from: { path: `^${folder}/src/` },
      to: {
        path: '^(plugins|packages|lab)/',
        pathNot: [folder, ...allowed].map(each => `^${each}/`),
      },
    })),
    {
      name: 'a cluster is read and assessed without a portal',
      severity: 'error',
      from: { path: withoutPortal.map(each => `^${each}/src/`) },
      to: { path: 'node_modules/@backstage/backend-' },
    },
    {
      name: 'every package of the graph has its line in mayImport',
      severity: 'error',
      from: {
        path: '^plugins/[^/]+/src/',
        pathNot: Object.keys(mayImport).map(each => `^${each}/`),
      },
      to: {},
    },
  ],
  options: {
    // Workspaces are links in node_modules; what is behind them is ours.
    doNotFollow: { path: 'node_modules' },
    // A test may hold its subject against anything.
    exclude: {
      path: '\\.test\\.tsx?$|__testUtils__|__fixtures__|/src/testing/|/src/setupTests\\.ts$',
    },
    // Types are knowledge, too.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      mainFields: ['main', 'types'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
