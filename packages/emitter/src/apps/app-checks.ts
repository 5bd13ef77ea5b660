import { Conventions } from '../conventions/conventions';
import { Refusal } from '../emission/emission';
import { isTaken } from '../input/reserved';
import { domainOf, hostOf } from '../network/http-route';
import { AppInput } from './app-input';

/** Refuses the name of an app or namespace that the platform keeps. */
export function nameRefusals(
  input: { name?: string; app?: string; namespace?: string },
  { reserved }: Conventions,
): Refusal[] {
  const refusals: Refusal[] = [];
  const name = input.name ?? input.app ?? '';
  const namespace = input.namespace ?? name;
  if (isTaken(name, reserved.names)) {
    refusals.push({
      field: input.name === undefined ? 'app' : 'name',
      problem: 'The platform keeps this name for itself.',
      allowed: `Not one of: ${reserved.names.join(', ')}.`,
    });
  }
  if (isTaken(namespace, reserved.namespaces)) {
    refusals.push({
      field: 'namespace',
      problem: 'The platform keeps this namespace for itself.',
      allowed: `Not one of: ${reserved.namespaces.join(', ')}.`,
    });
  }
  return refusals;
}

/** Refuses a host that no listener of the gateway takes. */
export function hostRefusals(
  app: string,
  host: string | undefined,
  field: string,
  conventions: Conventions,
): Refusal[] {
  return domainOf(hostOf(app, { host }, conventions), conventions)
    ? []
    : [
        {
          field,
          problem: 'It is under no domain of the platform.',
          allowed: `One label under ${conventions.domains
            .map(({ name }) => name)
            .join(' or ')}.`,
        },
      ];
}

/** What the schema cannot say of the answers that all patterns share. */
export function appRefusals(
  input: AppInput,
  conventions: Conventions,
): Refusal[] {
  const refusals = nameRefusals(input, conventions);
  const { projects } = conventions;
  if (input.project && !projects.allowed.includes(input.project)) {
    refusals.push({
      field: 'project',
      problem: 'There is no such project.',
      allowed: `One of: ${projects.allowed.join(', ')}.`,
    });
  }
  if (input.route) {
    refusals.push(
      ...hostRefusals(input.name, input.route.host, 'route.host', conventions),
    );
  }
  refusals.push(
    ...repeated(input.secrets, 'secrets', 'purpose'),
    ...repeated(input.volumes, 'volumes', 'name'),
    ...(input.secrets ?? []).flatMap((secret, index) =>
      repeated(secret.keys, `secrets[${index}].keys`, 'key'),
    ),
  );
  if (input.network?.internet && !input.network.egress) {
    refusals.push({
      field: 'network.internet',
      problem: 'What goes out is not restricted.',
      allowed: 'Only together with egress, which may be an empty list.',
    });
  }
  return refusals;
}

/** Refuses what has the name of another of its list. */
export function repeated<T>(
  items: readonly T[] | undefined,
  field: string,
  key: keyof T & string,
): Refusal[] {
  const seen = new Set<unknown>();
  return (items ?? []).flatMap((item, index) => {
    const known = seen.has(item[key]);
    seen.add(item[key]);
    return known
      ? [
          {
            field: `${field}[${index}].${key}`,
            problem: 'The same stands there twice.',
            allowed: 'Each once.',
          },
        ]
      : [];
  });
}
