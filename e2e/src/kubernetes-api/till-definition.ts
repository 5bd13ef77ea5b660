/** A kind that no cluster has before the suite defines it. */
export const tillDefinition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'tills.shop.example' },
  spec: {
    group: 'shop.example',
    scope: 'Namespaced',
    names: {
      kind: 'Till',
      listKind: 'TillList',
      plural: 'tills',
      singular: 'till',
    },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                properties: { open: { type: 'boolean' } },
              },
            },
          },
        },
      },
    ],
  },
};
