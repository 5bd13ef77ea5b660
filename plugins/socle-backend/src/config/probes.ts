import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  endpointOf,
  ProbeCredential,
  RegisteredProbe,
  SystemRegistry,
} from '@socle/backstage-plugin-socle-model';

/** How an instance is signed in to, as the configuration says it. */
export interface ConfiguredCredential {
  token?: string;
  tokenFile?: string;
  username?: string;
  password?: string;
  passwordFile?: string;
}

/** One instance of a system that is asked over HTTP. */
export interface ConfiguredProbe {
  probe: string;
  name: string;
  cluster: string;
  /** Without a slash at the end; may have a path. */
  url: string;
  namespace: string;
  title: string;
  /** `host:port` of its own address and of those that others know it by. */
  endpoints: string[];
  credential?: ConfiguredCredential;
  caFile?: string;
  caData?: string;
  skipTLSVerify?: boolean;
  everySeconds: number;
  timeoutSeconds: number;
  /** Where it stands in the configuration: `socle.probes.harbor[0]`. */
  at: string;
}

export const DEFAULT_EVERY_SECONDS = 30;
export const DEFAULT_TIMEOUT_SECONDS = 10;

const NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const NAME_RULE = 'must be lower case letters, digits and dashes, 63 at most';

/** Reads `socle.probes`; an error names the instance and the field and says what is allowed. */
export function readProbes(
  config: Config,
  registry: SystemRegistry,
  clusters: readonly string[],
): ConfiguredProbe[] {
  const probes = config.getOptionalConfig('socle.probes');
  const known = registry
    .probes()
    .filter(({ probe }) => probe.target === 'configured')
    .map(({ probe }) => probe.id)
    .sort();
  return (probes?.keys() ?? []).flatMap(id => {
    const registered = registry.probeOf(id);
    if (!registered || !known.includes(id)) {
      throw new InputError(
        `socle.probes.${id}: there is no such probe; there are: ${
          known.join(', ') || 'none'
        }`,
      );
    }
    const taken = new Set<string>();
    return probes!.getConfigArray(id).map((instance, index) => {
      const at = `socle.probes.${id}[${index}]`;
      const read = readInstance(instance, registered, clusters, at);
      for (const field of ['name', 'namespace'] as const) {
        const own = `${field} ${read.cluster}/${read[field]}`;
        if (taken.has(own)) {
          throw new InputError(
            `${at}.${field} "${read[field]}" is used twice in cluster ${read.cluster}: objects of two instances would overwrite each other`,
          );
        }
        taken.add(own);
      }
      return read;
    });
  });
}

function readInstance(
  instance: Config,
  { probe }: RegisteredProbe,
  clusters: readonly string[],
  at: string,
): ConfiguredProbe {
  const name = named(instance.getString('name'), `${at}.name`);
  const cluster = instance.getString('cluster');
  if (!clusters.includes(cluster)) {
    throw new InputError(
      `${at}.cluster "${cluster}" is not one of socle.clusters: ${
        clusters.join(', ') || 'none'
      }`,
    );
  }
  if (instance.has('caData') && instance.has('caFile')) {
    throw new InputError(`${at} needs one of caData and caFile, not both`);
  }
  const url = addressOf(instance.getString('url'), `${at}.url`);
  const others = (instance.getOptionalStringArray('alsoKnownAs') ?? []).map(
    (other, index) => addressOf(other, `${at}.alsoKnownAs[${index}]`),
  );
  const namespace = instance.getOptionalString('namespace');
  return {
    probe: probe.id,
    name,
    cluster,
    url: url.replace(/\/+$/, ''),
    namespace: namespace ? named(namespace, `${at}.namespace`) : name,
    title: instance.getOptionalString('title') ?? name,
    endpoints: [
      ...new Set([url, ...others].flatMap(one => endpointOf(one) ?? [])),
    ],
    credential: readCredential(instance, probe.credential, at),
    caFile: instance.getOptionalString('caFile'),
    caData: instance.getOptionalString('caData'),
    skipTLSVerify: instance.getOptionalBoolean('skipTLSVerify'),
    everySeconds: numberIn(
      instance,
      'everySeconds',
      [5, 86_400],
      probe.everySeconds ?? DEFAULT_EVERY_SECONDS,
      at,
    ),
    timeoutSeconds: numberIn(
      instance,
      'timeoutSeconds',
      [1, 300],
      DEFAULT_TIMEOUT_SECONDS,
      at,
    ),
    at,
  };
}

function named(value: string, at: string): string {
  if (!NAME.test(value)) {
    throw new InputError(`${at} "${value}" ${NAME_RULE}`);
  }
  return value;
}

function addressOf(url: string, at: string): string {
  if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) {
    throw new InputError(
      `${at} must be an address such as https://harbor.example.org`,
    );
  }
  const { username, password, search, hash } = new URL(url);
  if (username || password) {
    // The address is shown to readers: what signs in must not be in it.
    throw new InputError(
      `${at} must not hold a user or password; they stand under credential`,
    );
  }
  if (search || hash) {
    throw new InputError(`${at} must end with its path, without ? and #`);
  }
  return url;
}

function numberIn(
  instance: Config,
  field: string,
  [least, most]: [number, number],
  usual: number,
  at: string,
): number {
  const value = instance.getOptionalNumber(field) ?? usual;
  if (!(value >= least && value <= most)) {
    throw new InputError(
      `${at}.${field} must be from ${least} to ${most}, not ${value}`,
    );
  }
  return value;
}

const TOKEN_FIELDS = ['token', 'tokenFile'] as const;
const PASSWORD_FIELDS = ['password', 'passwordFile'] as const;

function readCredential(
  instance: Config,
  kind: ProbeCredential,
  at: string,
): ConfiguredCredential | undefined {
  const given = instance.getOptionalConfig('credential');
  if (!given) {
    return undefined;
  }
  const where = `${at}.credential`;
  const allowed: readonly string[] =
    kind === 'basic' ? ['username', ...PASSWORD_FIELDS] : TOKEN_FIELDS;
  if (kind === 'none') {
    throw new InputError(`${where}: this system takes no credential`);
  }
  const foreign = given.keys().find(field => !allowed.includes(field));
  if (foreign) {
    throw new InputError(
      `${where}.${foreign} is not for this system; it takes ${allowed.join(
        ', ',
      )}`,
    );
  }
  const pair = kind === 'basic' ? PASSWORD_FIELDS : TOKEN_FIELDS;
  if (pair.filter(field => given.has(field)).length !== 1) {
    throw new InputError(`${where} needs exactly one of ${pair.join(' and ')}`);
  }
  const read: ConfiguredCredential = {};
  for (const field of [...TOKEN_FIELDS, ...PASSWORD_FIELDS]) {
    read[field] = given.getOptionalString(field);
  }
  if (kind === 'basic') {
    read.username = given.getString('username');
  }
  return read;
}
