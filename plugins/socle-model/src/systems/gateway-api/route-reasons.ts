import type { ReasonDefinition } from '../../definition/kind';

/** What a route can be found to be; the words are the same for each kind of route. */
export function routeReasons(kind: string): ReasonDefinition[] {
  const of = 'status.parents[].conditions';
  return [
    {
      code: `${kind}Attached`,
      cause: 'Every gateway it names takes it.',
      evidence: `${of}[type=Accepted].status`,
      remedy: false,
    },
    {
      code: `${kind}NotAnswered`,
      cause: 'No controller has taken the route up.',
      evidence: 'status.parents',
    },
    {
      code: `${kind}Pending`,
      cause: 'The controller is about to set the route up.',
      evidence: `${of}[type=Accepted].status`,
      remedy: false,
    },
    {
      code: `${kind}NotAccepted`,
      cause: 'No gateway takes the route.',
      evidence: `${of}[type=Accepted].reason`,
    },
    {
      code: `${kind}PartlyAccepted`,
      cause: 'Some of the gateways do not take the route.',
      evidence: `${of}[type=Accepted].status`,
    },
    {
      code: `${kind}RefsUnresolved`,
      cause: 'Something the route leads to is missing or not permitted.',
      evidence: `${of}[type=ResolvedRefs].reason`,
    },
    {
      code: `${kind}PartiallyInvalid`,
      cause: 'Some rules of the route were dropped.',
      evidence: `${of}[type=PartiallyInvalid].message`,
    },
    {
      code: `${kind}ParentSilent`,
      cause: 'A gateway that the route names has not answered.',
      evidence: 'spec.parentRefs',
    },
    {
      code: `${kind}BackendsDown`,
      cause: 'Nothing behind the route answers.',
      evidence: 'spec.rules[].backendRefs',
    },
    {
      code: `${kind}BackendDown`,
      cause: 'Part of what is behind the route does not answer.',
      evidence: 'spec.rules[].backendRefs[].name',
    },
  ];
}
