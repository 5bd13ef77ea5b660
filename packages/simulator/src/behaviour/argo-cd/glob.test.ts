import { fitsGlob } from './glob';

it.each([
  ['*/application.yaml', 'ferry/application.yaml', true],
  ['*/application.yaml', 'application.yaml', false],
  ['*/application.yaml', 'a/b/application.yaml', true],
  ['{application.yaml,values*.yaml}', 'application.yaml', true],
  ['{application.yaml,values*.yaml}', 'values-prod.yaml', true],
  ['{application.yaml,values*.yaml}', 'route.yaml', false],
  ['{**/application.yaml}', 'a/application.yaml', true],
  ['*.y?ml', 'a.yaml', true],
  ['a.yaml', 'axyaml', false],
  ['[x', '[x', true],
  ['{a,b', 'a', true],
])('%s fits %s: %s', (pattern, path, fits) => {
  expect(fitsGlob(pattern, path)).toBe(fits);
});
