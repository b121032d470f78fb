// Signals are read, stored, judged and served by folders that do not reach
// back. See docs/decisions/0002-one-flow-one-seam.md.
const folder = name => `./src/${name}`;
const oneWay = (target, forbidden, except = {}) =>
  forbidden.map(from => ({
    target: folder(target),
    from: folder(from),
    except: except[from] ?? [],
    message: `${target}/ may not import from ${from}/: data flows one way.`,
  }));

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  // Without the endings the rule below cannot resolve an import of a .ts file.
  settings: {
    'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
  },
  overrides: [
    {
      // Tests and benchmarks share the collector's servers and fixtures, which are not published.
      files: ['**/*.test.ts', '**/__testUtils__/**', 'bench/**'],
      rules: { '@backstage/no-forbidden-package-imports': 'off' },
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
          ...oneWay('assessment', ['collection', 'http']),
          // A store takes and gives the types of the domain; it knows none of its services.
          ...oneWay(
            'database',
            ['assessment', 'collection', 'http', 'permissions'],
            {
              assessment: ['./storedAssessment.ts', './verdicts.ts'],
              collection: ['./collectionOutcome.ts'],
              permissions: ['./clusterFilter.ts'],
            },
          ),
          ...oneWay('http', ['collection'], {
            collection: ['./collectionOutcome.ts'],
          }),
        ],
      },
    ],
  },
});
