import { defineKind } from '../../definition/kind';
import { linkTo } from '../../definition/link';
import { managedBy, trackingIdOf } from '../../definition/ownership';
import {
  numberAt,
  objectAt,
  objectsAt,
  RawObject,
  stringAt,
} from '../../reading/raw';
import { generationOf, GROUP, Told, toldAt } from './conditions';
import { judgeGateway } from './gateway-health';

export type Listener = {
  name: string;
  port?: number;
  protocol?: string;
  /** Which hosts it takes; all where absent. */
  hostname?: string;
  /** Secrets with its certificates, `namespace/name`. */
  certificates?: string[];
  /** Routes that hang on it; absent where nobody counted. */
  attached?: number;
  told: Told;
};

export type GatewayFacts = {
  class?: string;
  listeners: Listener[];
  addresses?: string[];
  told: Told;
  trackingId?: string;
};

export const gateway = defineKind<GatewayFacts>({
  group: GROUP,
  kind: 'Gateway',
  plural: 'gateways',
  versions: ['v1', 'v1beta1'],
  namespaced: true,
  // Its rules know when each condition began.
  patienceMinutes: 0,
  reads: [
    'metadata.generation',
    'metadata.namespace',
    'metadata.annotations',
    'spec.gatewayClassName',
    'spec.listeners',
    'status',
  ],
  project: projectGateway,
  links: ({ meta, facts }) => [
    ...managedBy(facts.trackingId),
    ...(facts.class
      ? [
          linkTo(
            'class',
            { group: GROUP, kind: 'GatewayClass', name: facts.class },
            'target',
          ),
        ]
      : []),
    ...[...new Set(facts.listeners.flatMap(one => one.certificates ?? []))].map(
      secret => {
        const [namespace, name] = secret.split('/');
        return linkTo(
          'usesSecret',
          {
            group: '',
            kind: 'Secret',
            namespace: namespace || meta.namespace,
            name,
          },
          'target',
        );
      },
    ),
  ],
  health: judgeGateway,
  reasons: [
    {
      code: 'GatewayProgrammed',
      cause: 'The gateway listens.',
      evidence: 'status.conditions[type=Programmed].status',
      remedy: false,
    },
    {
      code: 'GatewayNotAnswered',
      cause: 'The controller has not yet answered for the newest definition.',
      evidence: 'status.conditions[type=Accepted].status',
      remedy: false,
    },
    {
      code: 'GatewayRefused',
      cause: 'The controller refuses the gateway.',
      evidence: 'status.conditions[type=Accepted].reason',
    },
    {
      code: 'GatewayClassMissing',
      cause: 'The class that the gateway names does not exist.',
      evidence: 'spec.gatewayClassName',
    },
    {
      code: 'GatewayRefsUnresolved',
      cause: 'Something that the gateway refers to cannot be used.',
      evidence: 'status.conditions[type=ResolvedRefs].reason',
    },
    {
      code: 'GatewayNotProgrammed',
      cause: 'The gateway does not listen: most often it has no address.',
      evidence: 'status.conditions[type=Programmed].reason',
    },
    {
      code: 'GatewayListenerBroken',
      cause: 'A listener is refused, in conflict or without its certificate.',
      evidence: 'status.listeners[].conditions[].reason',
    },
    {
      code: 'GatewayListenerNotProgrammed',
      cause: 'A listener is not set up.',
      evidence: 'status.listeners[].conditions[type=Programmed].status',
    },
    {
      code: 'GatewayListenersNotValid',
      cause: 'The gateway is accepted although some listeners are not valid.',
      evidence: 'status.conditions[type=Accepted].reason',
    },
  ],
  shows: ['class', 'listeners', 'addresses'],
});

function projectGateway(raw: RawObject): GatewayFacts {
  const generation = generationOf(raw);
  const trackingId = trackingIdOf(raw, GROUP, 'Gateway');
  const status = objectAt(raw, 'status');
  const states = objectsAt(status, 'listeners');
  const addresses = objectsAt(status, 'addresses').flatMap(
    one => stringAt(one, 'value') ?? [],
  );
  const listener = (name: string, spec?: RawObject): Listener => {
    const state = states.find(one => stringAt(one, 'name') === name);
    const certificates = objectsAt(spec, 'tls', 'certificateRefs').flatMap(
      one => {
        const secret = stringAt(one, 'name');
        return secret && (stringAt(one, 'kind') ?? 'Secret') === 'Secret'
          ? [`${stringAt(one, 'namespace') ?? ''}/${secret}`]
          : [];
      },
    );
    return {
      name,
      port: numberAt(spec, 'port'),
      protocol: stringAt(spec, 'protocol'),
      hostname: stringAt(spec, 'hostname'),
      ...(certificates.length > 0 ? { certificates } : {}),
      attached: numberAt(state, 'attachedRoutes'),
      told: toldAt(state, generation, [
        'Accepted',
        'ResolvedRefs',
        'Programmed',
        'Conflicted',
        'OverlappingTLSConfig',
      ]),
    };
  };
  const named = objectsAt(raw, 'spec', 'listeners').flatMap(spec => {
    const name = stringAt(spec, 'name');
    return name === undefined ? [] : [listener(name, spec)];
  });
  return {
    class: stringAt(raw, 'spec', 'gatewayClassName'),
    listeners: named,
    ...(addresses.length > 0 ? { addresses } : {}),
    told: toldAt(status, generation, [
      'Accepted',
      'Programmed',
      'ResolvedRefs',
    ]),
    ...(trackingId ? { trackingId } : {}),
  };
}
