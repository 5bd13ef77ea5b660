module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // What runs here is the inside of packages, as no one else may import it.
    '@backstage/no-forbidden-package-imports': 'off',
    '@backstage/no-mixed-plugin-imports': 'off',
    // The tooling must run before anything is installed, so it is no package of the workspace.
    '@backstage/no-relative-monorepo-imports': 'off',
    // The same cases run against several servers, so they stand in files of their own.
    'jest/no-export': 'off',
    'jest/no-standalone-expect': 'off',
  },
});
