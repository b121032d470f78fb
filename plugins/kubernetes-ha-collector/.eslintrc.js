// A cluster is reached, read and recorded by folders that do not reach back.
// See docs/decisions/0002-one-flow-one-seam.md.
const folder = name => `./src/${name}`;
const oneWay = (target, forbidden) =>
  forbidden.map(from => ({
    target: folder(target),
    from: folder(from),
    message: `${target}/ may not import from ${from}/: data flows one way.`,
  }));

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // Without the endings the rule below cannot resolve an import of a .ts file.
  settings: {
    'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
  },
  // Written by the generators in proto/, which are run from the root.
  ignorePatterns: ['src/**/generated/**', 'proto/**/*.mjs'],
  overrides: [
    {
      // A test may take whatever it holds its subject against.
      files: ['**/*.test.ts', '**/__testUtils__/**'],
      rules: { 'import/no-restricted-paths': 'off' },
    },
  ],
  rules: {
    // Constants may stand below the functions that use them: nothing runs before the file is read.
    '@typescript-eslint/no-use-before-define': [
      'error',
      { functions: false, classes: false, variables: false, typedefs: false },
    ],
    'import/no-restricted-paths': [
      'error',
      {
        basePath: __dirname,
        zones: [
          ...oneWay('contracts', [
            'refusals',
            'config',
            'connections',
            'signals',
            'etcd',
            'collection',
            'recording',
            'clusters',
          ]),
          ...oneWay('refusals', [
            'config',
            'connections',
            'signals',
            'etcd',
            'collection',
            'recording',
            'clusters',
          ]),
          ...['transport', 'protobuf', 'etcd', 'prometheus'].flatMap(protocol =>
            oneWay(protocol, [
              'config',
              'connections',
              'signals',
              'collection',
              'recording',
              'clusters',
            ]),
          ),
          ...oneWay('connections', ['signals', 'collection', 'recording']),
          ...oneWay('signals', ['collection', 'recording', 'connections']),
        ],
      },
    ],
  },
  restrictedImportPatterns: [
    '@backstage/backend-plugin-api',
    '@backstage/backend-defaults*',
    'backstage-plugin-kubernetes-ha-node',
    'backstage-plugin-kubernetes-ha-backend',
  ],
});
