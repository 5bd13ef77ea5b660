import { chartPodLabels } from '../apps/chart-app';
import { EgressInput, RouteInput } from '../apps/app-input';
import { hostRefusals } from '../apps/app-checks';
import { networkFields, routeFields } from '../apps/app-schema';
import {
  companionFile,
  CompanionInput,
  companionRefusals,
  companionSchema,
} from '../companion/folder';
import { define } from '../emission/definition';
import { labelMap } from '../input/fields';
import { hostOf, httpRoute } from './http-route';
import { gatewayPolicy, networkPolicy } from './network-policy';

/** @public A route that is added to an app. */
export interface HttpRouteInput extends CompanionInput, RouteInput {
  podLabels?: Record<string, string>;
}

/** A route through the gateway, and the policy that lets it reach the pods. */
export const httpRouteFiles = define<HttpRouteInput>({
  title: 'HTTPRoute',
  schema: companionSchema(
    'HTTPRoute',
    { ...routeFields, podLabels: labelMap },
    ['port'],
  ),
  refuse: (input, conventions) => [
    ...companionRefusals(input, conventions),
    ...hostRefusals(input.app, input.host, 'host', conventions),
  ],
  build(input, conventions) {
    const { app } = input;
    const namespace = input.namespace ?? app;
    const host = hostOf(app, input, conventions);
    const labels = labelsOf(input);
    return {
      files: [
        companionFile(
          input,
          'http-route',
          httpRoute(app, namespace, input, conventions),
          `Reached at https://${host}.`,
          conventions,
        ),
        ...(conventions.network.cilium
          ? [
              companionFile(
                input,
                'cilium-network-policy',
                gatewayPolicy(app, namespace, labels, input),
                'Lets in what comes through the gateway, which no NetworkPolicy can name.',
                conventions,
              ),
            ]
          : []),
      ],
      order: [
        'The policy is applied before the route.',
        `Then ${host} leads to the Service.`,
      ],
      hosts: [host],
    };
  },
});

/** @public A network policy that is added to an app. */
export interface NetworkPolicyInput extends CompanionInput {
  podLabels?: Record<string, string>;
  from?: Array<{ namespace: string; ports: number[] }>;
  egress?: EgressInput[];
  internet?: boolean;
}

/** Who may reach the pods of an app, and whom they may reach. */
export const networkPolicyFile = define<NetworkPolicyInput>({
  title: 'NetworkPolicy',
  schema: companionSchema(
    'NetworkPolicy',
    { ...networkFields, podLabels: labelMap },
    [],
  ),
  refuse: (input, conventions) => [
    ...companionRefusals(input, conventions),
    ...(input.internet && !input.egress
      ? [
          {
            field: 'internet',
            problem: 'What goes out is not restricted.',
            allowed: 'Only together with egress, which may be an empty list.',
          },
        ]
      : []),
  ],
  build: (input, conventions) => ({
    files: [
      companionFile(
        input,
        'network-policy',
        networkPolicy(
          input.app,
          input.namespace ?? input.app,
          { podLabels: labelsOf(input), network: input },
          conventions,
        ),
        'Who may reach the pods, and whom they may reach.',
        conventions,
      ),
    ],
    order: ['From the sync on, only what the policy names comes in.'],
  }),
});

function labelsOf(
  input: CompanionInput & { podLabels?: Record<string, string> },
): Record<string, string> {
  if (input.podLabels || input.pattern !== 'D') {
    return chartPodLabels({ name: input.app, podLabels: input.podLabels });
  }
  return { 'app.kubernetes.io/name': input.app };
}
