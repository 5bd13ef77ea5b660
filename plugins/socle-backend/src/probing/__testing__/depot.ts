import {
  defineKind,
  defineSystem,
  healthy,
  isObject,
  numberAt,
  objectsAt,
  probeObject,
  ProbeCredential,
  stringAt,
  SystemDefinition,
} from '@socle/backstage-plugin-socle-model';

const kind = (system: string, name: string) =>
  defineKind<{ load?: number; owner?: string }>({
    group: `${system}.socle.dev`,
    kind: name,
    plural: `${name.toLowerCase()}s`,
    versions: ['v1'],
    namespaced: true,
    source: 'probe',
    statusless: true,
    project: raw => ({
      load: numberAt(raw, 'status', 'load'),
      owner: stringAt(raw, 'status', 'owner'),
    }),
    health: () => healthy(`${name}Told`, 'It was told of.'),
  });

/** A made-up store of shelves: one request for itself, a paged list, and one request for each shelf. */
export function depotSystem(
  credential: ProbeCredential = 'bearer',
): SystemDefinition {
  return defineSystem({
    id: 'depot',
    title: 'Depot',
    area: 'storage',
    layer: 'service',
    description: 'Keeps things on shelves.',
    kinds: [kind('depot', 'Depot'), kind('depot', 'Shelf')],
    probes: [
      {
        id: 'depot',
        target: 'configured',
        credential,
        requests: [
          {
            id: 'state',
            path: /^\/state$/,
            statuses: [503],
            asks: () => ['/state'],
            read: ({ body }, target) =>
              isObject(body)
                ? {
                    subject: probeObject(
                      'depot',
                      'Depot',
                      target.name,
                      target,
                      {
                        status: { load: body.load },
                      },
                    ),
                  }
                : undefined,
          },
          {
            id: 'shelves',
            path: /^\/shelves$/,
            asks: () => ['/shelves?page=1'],
            nextPage: ({ body }) => stringAt(body, 'next'),
            read: ({ body }, target) =>
              isObject(body)
                ? {
                    items: objectsAt(body, 'shelves').map(({ name }) =>
                      probeObject('depot', 'Shelf', String(name), target, {}),
                    ),
                  }
                : undefined,
          },
          {
            id: 'shelf',
            path: /^\/shelves\/[^/]+$/,
            asks: round =>
              round
                .found('Shelf')
                .map(one => `/shelves/${stringAt(one, 'metadata', 'name')}`),
            read: ({ path, body }, target) =>
              isObject(body)
                ? {
                    subject: probeObject(
                      'depot',
                      'Shelf',
                      path.split('/')[2],
                      target,
                      {
                        status: {
                          load: numberAt(body, 'load'),
                          owner: stringAt(body, 'owner'),
                        },
                      },
                    ),
                  }
                : undefined,
          },
        ],
      },
    ],
  });
}

/** A made-up thing that every API server is asked for: one figure of itself, one of each node. */
export const gaugeSystem = defineSystem({
  id: 'gauge',
  title: 'Gauge',
  area: 'cluster',
  layer: 'platform',
  description: 'Figures of nodes.',
  kinds: [kind('gauge', 'Figure')],
  probes: [
    {
      id: 'gauge',
      target: 'cluster',
      credential: 'none',
      everySeconds: 5,
      requests: [
        {
          id: 'checks',
          path: /^\/checks$/,
          asks: () => ['/checks?verbose'],
          statuses: [500],
          read: ({ body }, target) => ({
            subject: probeObject('gauge', 'Figure', 'checks', target, {
              status: { owner: String(body).trim() },
            }),
          }),
        },
        {
          id: 'node',
          path: /^\/api\/v1\/nodes\/[^/]+\/proxy\/figures$/,
          asks: round =>
            round
              .listed('/Node')
              .map(name => `/api/v1/nodes/${name.split('/')[1]}/proxy/figures`),
          read: ({ path, body }, target) => ({
            items: [
              probeObject('gauge', 'Figure', path.split('/')[4], target, {
                status: { load: numberAt(body, 'load') },
              }),
            ],
          }),
        },
      ],
    },
  ],
});
