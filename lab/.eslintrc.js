module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // The lab runs from its sources and is never packed: __dirname is what it says.
    'no-restricted-syntax': 'off',
  },
});
