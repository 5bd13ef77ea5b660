import {
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';

/** The fields, each loaded when a form needs it. */
export const fields = [
  FormFieldBlueprint.make({
    name: 'name',
    params: {
      field: async () => {
        const [{ SocleName, nameSchema }, { validateName }] = await Promise.all(
          [import('./name/SocleName'), import('./name/validate-name')],
        );
        return createFormField({
          name: 'SocleName',
          component: SocleName,
          schema: nameSchema,
          validation: validateName,
        });
      },
    },
  }),
  FormFieldBlueprint.make({
    name: 'cluster',
    params: {
      field: () =>
        import('./cluster/SocleCluster').then(m =>
          createFormField({
            name: 'SocleCluster',
            component: m.SocleCluster,
            schema: m.clusterSchema,
          }),
        ),
    },
  }),
  FormFieldBlueprint.make({
    name: 'namespace',
    params: {
      field: () =>
        import('./namespace/SocleNamespace').then(m =>
          createFormField({
            name: 'SocleNamespace',
            component: m.SocleNamespace,
            schema: m.namespaceSchema,
          }),
        ),
    },
  }),
  FormFieldBlueprint.make({
    name: 'project',
    params: {
      field: () =>
        import('./project/SocleProject').then(m =>
          createFormField({
            name: 'SocleProject',
            component: m.SocleProject,
            schema: m.projectSchema,
          }),
        ),
    },
  }),
  FormFieldBlueprint.make({
    name: 'host',
    params: {
      field: () =>
        import('./host/SocleHost').then(m =>
          createFormField({
            name: 'SocleHost',
            component: m.SocleHost,
            schema: m.hostSchema,
          }),
        ),
    },
  }),
  FormFieldBlueprint.make({
    name: 'storage-class',
    params: {
      field: () =>
        import('./storage-class/SocleStorageClass').then(m =>
          createFormField({
            name: 'SocleStorageClass',
            component: m.SocleStorageClass,
            schema: m.storageClassSchema,
          }),
        ),
    },
  }),
  FormFieldBlueprint.make({
    name: 'values',
    params: {
      field: () =>
        import('./values/SocleValues').then(m =>
          createFormField({
            name: 'SocleValues',
            component: m.SocleValues,
            schema: m.valuesSchema,
          }),
        ),
    },
  }),
  FormFieldBlueprint.make({
    name: 'preview',
    params: {
      field: () =>
        import('./preview/SoclePreview').then(m =>
          createFormField({
            name: 'SoclePreview',
            component: m.SoclePreview,
            schema: m.previewSchema,
            validation: m.validatePreview,
          }),
        ),
    },
  }),
];
