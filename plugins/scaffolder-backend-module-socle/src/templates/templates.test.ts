import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { templates } from './templates';

const root = resolve(__dirname, '../../../../templates');
const made = templates();
const HEAD =
  '# Written by plugins/scaffolder-backend-module-socle/src/templates, whose schemas are those of the actions.\n' +
  '# Change it there, then run its tests with SOCLE_WRITE_TEMPLATES=1.\n';

if (process.env.SOCLE_WRITE_TEMPLATES) {
  for (const [name, template] of Object.entries(made)) {
    mkdirSync(join(root, name), { recursive: true });
    writeFileSync(
      join(root, name, 'template.yaml'),
      HEAD + stringify(template, { lineWidth: 0, singleQuote: true }),
    );
  }
}

it.each(Object.entries(made))('%s stands in its file', (name, template) => {
  const text = readFileSync(join(root, name, 'template.yaml'), 'utf8');
  expect(parse(text, { maxAliasCount: -1 })).toEqual(
    JSON.parse(JSON.stringify(template)),
  );
});

it.each(Object.entries(made))('%s says what is allowed', (_, template) => {
  const said = [...messagesOf(template)];
  expect(said.length).toBeGreaterThan(3);
  for (const one of said) {
    expect(one).toMatch(/^[A-Z].+\.$/);
    // The form would look for a value at it, and take no answer at all.
    expect(one).not.toContain('${');
  }
});

function* messagesOf(schema: unknown): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [key, value] of Object.entries(schema)) {
    if (key !== 'errorMessage') {
      yield* messagesOf(value);
    } else {
      yield* typeof value === 'string' ? [value] : Object.values<string>(value);
    }
  }
}

it('lists all of them', () => {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.sort()).toEqual(Object.keys(made).sort());
  const all = parse(readFileSync(join(root, 'all.yaml'), 'utf8'));
  expect(all.spec.targets.sort()).toEqual(
    folders.map(name => `./${name}/template.yaml`),
  );
});
