import {
  importsOf,
  relativeTarget,
  withoutComments,
} from './__testUtils__/imports';

it.each([
  [`import { a } from 'one';`, ['one']],
  [`import type { A } from "one";`, ['one']],
  [`import {\n  a,\n  b,\n} from './two';`, ['./two']],
  [`import a, { b } from 'one';\nimport c from 'two';`, ['one', 'two']],
  [`import './style.css';`, ['./style.css']],
  [`export * from './three';`, ['./three']],
  [`export { default } from 'four';`, ['four']],
  [`const a = await import('five');`, ['five']],
  [`let a: import('six').A;`, ['six']],
  [`module.exports = require('seven')(__dirname);`, ['seven']],
  [`// import a from 'one';`, []],
  [`/* import a from 'one'; */`, []],
  [`const text = 'from here';\nexport const a = 1;`, []],
  [`import a from 'one'; // as in 'two'`, ['one']],
])('reads what is imported of %j', (text, found) => {
  expect(importsOf(text)).toEqual(found);
});

it('takes comments away and leaves addresses in quotes', () => {
  expect(withoutComments(`a('http://x'); // gone`)).toBe(`a('http://x');  `);
});

it.each([
  ['a/b/c.ts', '../d', 'a/d'],
  ['a/b/c.ts', './d/e', 'a/b/d/e'],
  ['a/b/c.ts', 'package', undefined],
])('finds where %s leads with %s', (from, specifier, target) => {
  expect(relativeTarget(from, specifier)).toBe(target);
});
