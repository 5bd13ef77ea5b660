import { KubeObject } from '@socle/simulator';
import { definedSchemas, schemaFile, servedSchemas } from './schemas';

it.each([
  ['v1', 'ConfigMap', 'v1_configmap_v1.json'],
  ['apps/v1', 'Deployment', 'apps_deployment_v1.json'],
  ['shop.example/v1beta1', 'Till', 'shop.example_till_v1beta1.json'],
])('%s %s is looked for at %s', (apiVersion, kind, file) => {
  expect(schemaFile(apiVersion, kind)).toBe(file);
});

const tills = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'tills.shop.example' },
  spec: {
    group: 'shop.example',
    names: { kind: 'Till' },
    versions: [
      {
        name: 'v1',
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              metadata: { type: 'object' },
              spec: {
                type: 'object',
                // A field of that name is no word of the schema.
                properties: {
                  default: { type: 'string', default: 'a', pattern: '^a' },
                  port: { 'x-kubernetes-int-or-string': true, type: 'string' },
                },
              },
              rest: {
                type: 'object',
                'x-kubernetes-preserve-unknown-fields': true,
                properties: { a: { type: 'string' } },
              },
              labels: {
                type: 'object',
                additionalProperties: { type: 'string' },
              },
            },
          },
        },
      },
    ],
  },
} as unknown as KubeObject;

it('refuses fields that a definition does not name', () => {
  const schema = definedSchemas([tills]).get('shop.example_till_v1.json');
  expect(schema).toEqual({
    type: 'object',
    additionalProperties: false,
    properties: {
      metadata: { type: 'object' },
      spec: {
        type: 'object',
        additionalProperties: false,
        properties: {
          default: { type: 'string', pattern: '^a' },
          port: { 'x-kubernetes-int-or-string': true },
        },
      },
      rest: {
        type: 'object',
        'x-kubernetes-preserve-unknown-fields': true,
        properties: { a: { type: 'string' } },
      },
      labels: { type: 'object', additionalProperties: { type: 'string' } },
    },
  });
});

it('takes from a served document what a kind refers to, and no more', () => {
  const reference = (name: string) => ({
    $ref: `#/components/schemas/${name}`,
  });
  const node = { type: 'object', properties: { next: reference('node') } };
  const files = servedSchemas({
    components: {
      schemas: {
        till: {
          type: 'object',
          properties: { spec: { allOf: [reference('node')], default: {} } },
          'x-kubernetes-group-version-kind': [
            { group: '', version: 'v1', kind: 'Till' },
          ],
        },
        node,
        other: { type: 'object' },
      },
    },
  });
  expect([...files.keys()]).toEqual(['v1_till_v1.json']);
  expect(files.get('v1_till_v1.json')).toMatchObject({
    additionalProperties: false,
    properties: { spec: { allOf: [{ $ref: '#/definitions/node' }] } },
    definitions: {
      node: {
        additionalProperties: false,
        properties: { next: { $ref: '#/definitions/node' } },
      },
    },
  });
  expect(Object.keys(files.get('v1_till_v1.json')!.definitions!)).toEqual([
    'node',
  ]);
});
