import { EmitKind, JsonSchema } from '@socle/emitter';
import { ActionFields, FormField } from './form-fields';
import { FormSchema } from './literal-secrets';

/** A page of a form. */
export interface Page {
  title: string;
  description?: string;
  required?: string[];
  properties: Record<string, FormField>;
  definitions?: Record<string, FormSchema>;
}

/** Where it runs. */
export function placePage(kind: EmitKind): Page {
  const fields = new ActionFields(kind);
  return {
    title: 'Where it runs',
    properties: {
      cluster: clusterField(fields),
      namespace: fields.field('namespace', {
        title: 'Namespace',
        description: 'Empty: the name.',
        'ui:field': 'SocleNamespace',
      }),
      ownsNamespace: fields.field('ownsNamespace', {
        title: 'This app makes the namespace',
      }),
      podSecurity: fields.field('podSecurity', {
        title: 'What pods of the namespace may do at most',
      }),
      project: fields.field('project', {
        title: 'Argo CD project',
        description: 'Empty: the default one.',
        'ui:field': 'SocleProject',
      }),
      stateful: fields.field('stateful', {
        title: 'It keeps data',
        description: 'Then a file that is deleted by mistake deletes nothing.',
      }),
    },
  };
}

export function clusterField(fields: ActionFields): FormField {
  return fields.field('cluster', {
    title: 'Cluster',
    'ui:field': 'SocleCluster',
  });
}

/** Who reaches it, what it needs and what it keeps. */
export function surroundingsPage(kind: EmitKind): Page {
  const fields = new ActionFields(kind);
  const isChart = kind !== 'app:raw-manifests';
  return {
    title: 'Address, secrets, volumes',
    properties: {
      route: fields.group(
        'route',
        { title: 'Address' },
        {
          port: {
            title: 'Port of the Service',
            description: 'Empty: it cannot be reached from outside.',
          },
          host: {
            title: 'Host',
            description: 'Empty: the name, under the first domain.',
            'ui:field': 'SocleHost',
          },
          path: { title: 'Path', description: 'Empty: everything.' },
          ...(isChart && {
            service: {
              title: 'Service',
              description: 'Empty: the name.',
            },
            targetPort: {
              title: 'Port of the container',
              description: 'Where it is another than that of the Service.',
            },
          }),
        },
      ),
      secrets: fields.list(
        'secrets',
        {
          title: 'Secrets',
          description:
            'Names only. Whoever owns the values writes them to Vault; they pass through nobody else.',
        },
        {
          purpose: {
            title: 'What for',
            description: 'A word: db, oidc, mail.',
          },
          keys: keysField('Keys'),
          ...(isChart
            ? {
                valuesPath: {
                  title: 'Where its name goes in the values',
                  description: 'auth.existingSecret, or so.',
                },
                valuesForm: { title: 'As', default: 'name' },
              }
            : {
                mountPath: {
                  title: 'Folder',
                  description: 'Empty: its keys are variables.',
                },
              }),
        },
      ),
      volumes: fields.list(
        'volumes',
        { title: 'Volumes' },
        {
          name: { title: 'What for' },
          size: { title: 'Size', default: '10Gi' },
          storageClass: {
            title: 'Storage class',
            'ui:field': 'SocleStorageClass',
          },
          accessMode: { title: 'Access', default: 'ReadWriteOnce' },
          ...(!isChart && { mountPath: { title: 'Folder' } }),
        },
      ),
    },
  };
}

/** Keys by their names alone; RJSF shows a list of texts. */
export function keysField(title: string): Partial<FormField> {
  const { pattern, maxLength, description } = new ActionFields(
    'vault:path',
  ).field('keys', {}).items as JsonSchema;
  const allowed = ['Key', description].filter(Boolean).join(': ');
  return {
    title,
    description: 'Names such as password: never their values.',
    minItems: 1,
    uniqueItems: true,
    items: {
      type: 'string',
      title: 'Key',
      pattern,
      maxLength,
      errorMessage: { pattern: allowed, maxLength: allowed },
    } as JsonSchema,
  };
}

/** The last page: every file, before any is written. */
export function previewPage(kinds: readonly EmitKind[]): Page {
  return {
    title: 'Every file',
    description: 'What is proposed, as it will stand in the repository.',
    properties: {
      preview: {
        type: 'null',
        title: 'Files',
        'ui:field': 'SoclePreview',
        'ui:options': { kinds: [...kinds] },
        'ui:backstage': { review: { show: false } },
      },
    },
  };
}

/** Pages that take no field but those of all of them: what is not asked for is not stored either. */
export function closed(pages: readonly Page[]): object[] {
  const names = pages.flatMap(({ properties }) => Object.keys(properties));
  return pages.map(page => ({
    ...page,
    propertyNames: { enum: names },
  }));
}
