// The flow is one way: snapshot → checks → scoring → api. Messages and policy
// stand beside it. See docs/decisions/0002-one-flow-one-seam.md.
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
  overrides: [
    {
      // Tests hold the words against all that is worded.
      files: ['src/messages/*.test.ts'],
      rules: { 'import/no-restricted-paths': 'off' },
    },
  ],
  rules: {
    'import/no-restricted-paths': [
      'error',
      {
        basePath: __dirname,
        zones: [
          // A snapshot carries messages, and they name its reasons: types alone go back.
          ...oneWay('snapshot', ['policy', 'checks', 'scoring', 'api']),
          ...oneWay('messages', ['policy', 'checks', 'scoring', 'api']),
          ...oneWay('checks', ['scoring', 'api']),
          ...oneWay('scoring', ['api']),
        ],
      },
    ],
  },
  restrictedImportPatterns: ['node:*', '@backstage/backend-*', 'react*'],
});
