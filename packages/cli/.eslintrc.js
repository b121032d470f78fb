// The command line proves that a cluster can be read and assessed without a
// portal: it may not reach for one. See docs/architecture.md.
module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // Constants may stand below the functions that use them: nothing runs before the file is read.
    '@typescript-eslint/no-use-before-define': [
      'error',
      { functions: false, classes: false, variables: false, typedefs: false },
    ],
  },
  restrictedImportPatterns: [
    '@backstage/backend-plugin-api',
    '@backstage/backend-defaults*',
    'backstage-plugin-kubernetes-ha',
    'backstage-plugin-kubernetes-ha-node',
    'backstage-plugin-kubernetes-ha-backend',
  ],
});
