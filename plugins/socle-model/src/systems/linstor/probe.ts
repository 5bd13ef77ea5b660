import {
  HttpAnswer,
  ProbeDefinition,
  probeObject,
  ProbeReading,
  ProbeTarget,
} from '../../definition/probe';
import { cut, withoutCredentials } from '../../reading/conditions';
import {
  isObject,
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
  stringsAt,
} from '../../reading/raw';
import { readResources } from './resource-answer';
import { poolName } from './told';

const REGION = 'Aux/topology.kubernetes.io/region';
const ZONE = 'Aux/topology.kubernetes.io/zone';

/** The controller's REST API. */
export const linstorProbe: ProbeDefinition = {
  id: 'linstor',
  target: 'configured',
  credential: 'bearer',
  requests: [
    request('version', '/v1/controller/version', readVersion),
    request('nodes', '/v1/nodes', readNodes),
    request('storage-pools', '/v1/view/storage-pools', readPools),
    request('resource-groups', '/v1/resource-groups', readGroups),
    request(
      'resource-definitions',
      '/v1/resource-definitions',
      readDefinitions,
    ),
    request('resources', '/v1/view/resources', (answer, target) => {
      const list = listOf(answer, 'node_name');
      return list && readResources(list, target);
    }),
  ],
};

function request(
  id: string,
  path: string,
  read: (answer: HttpAnswer, target: ProbeTarget) => ProbeReading | undefined,
) {
  return {
    id,
    path: new RegExp(`^${path}$`),
    asks: () => [path],
    read,
  };
}

/** The items of a list of LINSTOR; undefined where it is an error, or another system's. */
function listOf(
  { httpStatus, body }: HttpAnswer,
  ...fields: string[]
): RawObject[] | undefined {
  if (httpStatus < 200 || httpStatus > 299 || !Array.isArray(body)) {
    return undefined;
  }
  const items = body.filter(isObject);
  const ours = items.every(item =>
    ['name', ...fields].every(field => stringAt(item, field) !== undefined),
  );
  return ours && items.length === body.length ? items : undefined;
}

function readVersion(
  { httpStatus, body }: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const version = stringAt(body, 'version');
  const ours = stringAt(body, 'rest_api_version') !== undefined;
  return httpStatus === 200 && version && ours
    ? {
        subject: probeObject('linstor', 'Controller', target.name, target, {
          spec: { endpoints: [...target.endpoints] },
          status: { version },
        }),
      }
    : undefined;
}

function readNodes(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const nodes = listOf(answer, 'type') ?? listOf(answer, 'connection_status');
  return (
    nodes && {
      items: nodes.map(node => {
        const connection = stringAt(node, 'connection_status');
        const props = objectAt(node, 'props');
        return probeObject(
          'linstor',
          'Node',
          stringAt(node, 'name') ?? '',
          target,
          {
            spec: {
              ...given('region', stringAt(props, REGION)),
              ...given('zone', stringAt(props, ZONE)),
            },
            status: { ...given('connection', connection) },
          },
        );
      }),
    }
  );
}

function readPools(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const pools = listPools(answer);
  return (
    pools && {
      items: pools.map(pool => {
        const node = stringAt(pool, 'node_name') ?? '';
        const reports = objectsAt(pool, 'reports').flatMap(
          report => stringAt(report, 'message') ?? [],
        );
        return probeObject(
          'linstor',
          'StoragePool',
          poolName(node, stringAt(pool, 'storage_pool_name') ?? ''),
          target,
          {
            spec: {
              node,
              ...given('provider', stringAt(pool, 'provider_kind')),
            },
            status: {
              ...given('freeBytes', bytes(pool, 'free_capacity')),
              ...given('totalBytes', bytes(pool, 'total_capacity')),
              ...given('report', reports[0] && oneLine(reports.join('; '))),
            },
          },
        );
      }),
    }
  );
}

function listPools({ httpStatus, body }: HttpAnswer): RawObject[] | undefined {
  if (httpStatus < 200 || httpStatus > 299 || !Array.isArray(body)) {
    return undefined;
  }
  const items = body.filter(isObject);
  return items.length === body.length &&
    items.every(
      item =>
        stringAt(item, 'storage_pool_name') !== undefined &&
        stringAt(item, 'node_name') !== undefined,
    )
    ? items
    : undefined;
}

function readGroups(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const groups = listOf(answer);
  return (
    groups && {
      items: groups.map(group => {
        const filter = objectAt(group, 'select_filter');
        return probeObject(
          'linstor',
          'ResourceGroup',
          stringAt(group, 'name') ?? '',
          target,
          {
            spec: {
              ...given('placeCount', numberAt(filter, 'place_count')),
              replicasOnDifferent: stringsAt(filter, 'replicas_on_different'),
            },
          },
        );
      }),
    }
  );
}

function readDefinitions(
  answer: HttpAnswer,
  target: ProbeTarget,
): ProbeReading | undefined {
  const definitions = listOf(answer, 'resource_group_name');
  return (
    definitions && {
      items: definitions.map(definition =>
        probeObject(
          'linstor',
          'Resource',
          stringAt(definition, 'name') ?? '',
          target,
          {
            spec: {
              ...given('group', stringAt(definition, 'resource_group_name')),
            },
          },
        ),
      ),
    }
  );
}

/** LINSTOR counts in KiB. */
function bytes(pool: RawObject, field: string): number | undefined {
  const kibibytes = numberAt(pool, field);
  return kibibytes === undefined ? undefined : kibibytes * 1024;
}

function given<V>(name: string, value: V | undefined): Record<string, V> {
  return value === undefined ? {} : { [name]: value };
}

function oneLine(text: string): string {
  return cut(withoutCredentials(text).replace(/\s+/g, ' ').trim(), 240);
}
