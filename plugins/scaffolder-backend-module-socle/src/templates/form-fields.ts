import { JsonSchema } from '@socle/emitter';
import { actionSchema } from '../emission/answers';
import {
  FormSchema,
  refusingShapes,
  refusingText,
  refusingValues,
  refusingVariable,
} from './literal-secrets';

/** A field of a form: its schema, and how it is shown. */
export type FormField = FormSchema;

type Fields = Record<string, FormField>;

/** The fields of an action's input, as a form asks for them. */
export class ActionFields {
  private readonly properties: Readonly<Record<string, JsonSchema>>;

  constructor(kind: Parameters<typeof actionSchema>[0]) {
    this.properties = actionSchema(kind).properties ?? {};
  }

  /** A field as the action has it, with a title and help. */
  field(name: string, more: Partial<FormField>): FormField {
    return told(this.properties[name], more);
  }

  /** Some fields of a group, and nothing else in it. */
  group(
    name: string,
    more: Partial<FormField>,
    fields: Record<string, Partial<FormField>>,
  ): FormField {
    const group = this.properties[name];
    return {
      ...record(group, fields),
      ...more,
    };
  }

  /** A list of groups. */
  list(
    name: string,
    more: Partial<FormField>,
    fields: Record<string, Partial<FormField>>,
  ): FormField {
    const { items = {}, ...list } = this.properties[name];
    return {
      ...list,
      items: record(items, fields),
      ...more,
    } as FormField;
  }
}

/** A group of the action's with the fields that the form asks for; a field that it does not ask for is refused. */
export function record(
  group: JsonSchema,
  fields: Record<string, Partial<FormField>>,
): FormField {
  const asked: Fields = {};
  for (const [name, more] of Object.entries(fields)) {
    asked[name] = told(group.properties?.[name] ?? {}, more);
  }
  return { ...group, properties: asked } as FormField;
}

/** A schema with how it is shown. Where a text is refused, the form says what is allowed, and not by which pattern. */
function told(schema: JsonSchema, more: Partial<FormField>): FormField {
  const { title = schema.title, description = schema.description } = more;
  const isText = schema.type === 'string' && schema.pattern !== undefined;
  const allowed = [title, schema.description].filter(Boolean).join(': ');
  return {
    ...schema,
    ...more,
    description,
    ...(isText && {
      errorMessage: {
        pattern: allowed,
        minLength: allowed,
        maxLength: allowed,
        ...(schema.not && { not: allowed }),
      },
    }),
  } as FormField;
}

const own = new ActionFields('app:helm-configs');
const raw = new ActionFields('app:raw-manifests');

/** What it is. */
export function identityFields(): Fields {
  return {
    name: own.field('name', {
      title: 'Name',
      description:
        'Also its folder, its Application and its namespace. Lower-case letters, digits and single hyphens.',
      'ui:field': 'SocleName',
    }),
    title: refusingShapes(
      own.field('title', { title: 'Title', description: 'For people.' }),
    ),
    description: refusingShapes(
      own.field('description', {
        title: 'Description',
        description: 'One line: what it is for.',
      }),
    ),
    catalog: own.group(
      'catalog',
      { title: 'In the catalog', required: ['owner'] },
      {
        owner: {
          title: 'Owner',
          description: 'Who is asked to review, now and later.',
          'ui:field': 'OwnerPicker',
          'ui:options': { catalogFilter: { kind: ['Group', 'User'] } },
        },
        lifecycle: { title: 'Lifecycle', default: 'experimental' },
        system: { title: 'System', description: 'A system of the catalog.' },
      },
    ),
  };
}

/** The external chart and its values. */
export function chartFields(fromGit: boolean): Fields {
  const kind = fromGit ? 'app:helm-configs' : 'app:wrapper-chart';
  const chart = new ActionFields(kind);
  return {
    chart: chart.group(
      'chart',
      { title: 'Chart' },
      {
        repository: {
          title: 'Repository',
          description: 'https://… or oci://…, without user and password.',
          examples: ['https://charts.example.org'],
        },
        name: { title: 'Chart' },
        version: {
          title: 'Version',
          description: 'One exact version, no range: 1.15.4.',
        },
        ...(fromGit && {
          path: {
            title: 'Folder',
            description:
              'Only for a chart that lies in a Git repository, instead of name and version.',
          },
          revision: {
            title: 'Tag or commit',
            description: 'Only for a chart that lies in a Git repository.',
          },
        }),
      },
    ),
    values: {
      ...refusingValues(chart.field('values', {}) as JsonSchema),
      title: 'Values',
      description:
        'YAML. Secrets are named here, never written: list them on a later page and say where their names go.',
      'ui:field': 'SocleValues',
    },
    shipsCrds: chart.field('shipsCrds', {
      title: 'The chart installs CustomResourceDefinitions',
    }),
    replicas: podsField(),
  };
}

function podsField(): FormField {
  return own.field('replicas', {
    title: 'Pods',
    description: 'From two on, a drain takes one at a time.',
    'ui:widget': 'updown',
  });
}

/** The one workload of plain manifests. */
export function workloadFields(): Fields {
  const workload = raw.field('workload', {});
  const inner = workload.properties ?? {};
  return {
    workload: record({ ...workload, title: 'What runs' } as JsonSchema, {
      image: {
        title: 'Image',
        description:
          'With a tag other than latest, or a digest: ghcr.io/acme/shop:1.4.2.',
      },
      ports: {
        title: 'Ports',
        default: [{ name: 'http', port: 8080 }],
        items: record((inner.ports.items ?? {}) as JsonSchema, {
          name: { title: 'Name' },
          port: { title: 'Port' },
        }) as JsonSchema,
      },
      resources: {
        ...record(inner.resources, {
          cpu: { title: 'CPU', description: 'What it is sure to get: 100m.' },
          memory: {
            title: 'Memory',
            description: 'What it is sure to get: 128Mi.',
          },
          memoryLimit: {
            title: 'Memory, at most',
            description: 'With more it is stopped.',
          },
        }),
        title: 'Resources',
        default: { cpu: '100m', memory: '128Mi', memoryLimit: '256Mi' },
      },
      healthPath: {
        title: 'Path that answers when it is well',
        description: 'Empty: the first port is tried.',
      },
      env: {
        title: 'Variables',
        description: 'No secrets: those are listed on a later page.',
        items: refusingVariable(
          record((inner.env.items ?? {}) as JsonSchema, {
            name: { title: 'Name' },
            value: {
              ...refusingText(inner.env.items?.properties?.value ?? {}),
              title: 'Value',
            },
          }) as JsonSchema,
        ) as JsonSchema,
      },
      args: {
        title: 'Arguments',
        items: {
          ...refusingText(inner.args.items ?? {}),
          title: 'Argument',
        } as JsonSchema,
      },
      runAsUser: { title: 'User', description: 'A number other than 0.' },
      writableRoot: { title: 'It writes to its own file system' },
    }),
    replicas: podsField(),
  };
}
