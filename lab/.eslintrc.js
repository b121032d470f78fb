module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // The lab runs from its sources and is never packed: __dirname is what it says.
    'no-restricted-syntax': 'off',
    // Its acceptance tests drive the backend's collectors, which the backend does not export.
    '@backstage/no-forbidden-package-imports': 'off',
    // A module may name its class above it: nothing runs before the file is read.
    '@typescript-eslint/no-use-before-define': [
      'error',
      { functions: false, classes: false, typedefs: false },
    ],
  },
});
