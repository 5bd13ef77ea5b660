import { defineKind } from '../../definition/kind';
import { degraded, healthy, progressing } from '../../judging/verdict';
import { condition } from '../../reading/conditions';
import { objectAt, stringAt } from '../../reading/raw';
import { generationOf, GROUP, inWords, Told, toldAt } from './conditions';

type GatewayClassFacts = { controller?: string; told: Told };

export const gatewayClass = defineKind<GatewayClassFacts>({
  group: GROUP,
  kind: 'GatewayClass',
  plural: 'gatewayclasses',
  versions: ['v1', 'v1beta1'],
  namespaced: false,
  reads: ['metadata.generation', 'spec.controllerName', 'status.conditions'],
  project: raw => ({
    controller: stringAt(raw, 'spec', 'controllerName'),
    told: toldAt(objectAt(raw, 'status'), generationOf(raw), [
      'Accepted',
      'SupportedVersion',
    ]),
  }),
  health: ({ facts: { told, controller } }) => {
    const accepted = condition(told.conditions, 'Accepted');
    const version = condition(told.conditions, 'SupportedVersion');
    const detail = {
      evidence: [
        {
          path: 'status.conditions[type=Accepted].status',
          value: accepted?.status ?? null,
        },
      ],
      ...(version?.status === 'False'
        ? {
            warnings: [
              `The definitions of another release are installed: ${inWords(
                version,
              )}`,
            ],
          }
        : {}),
    };
    if (accepted && !told.stale && accepted.status === 'True') {
      return healthy('GatewayClassAccepted', 'A controller looks after it.', {
        ...(detail.warnings ? { warnings: detail.warnings } : {}),
      });
    }
    if (accepted && !told.stale && accepted.status === 'False') {
      return degraded(
        'GatewayClassRefused',
        `${controller ?? 'The controller'} refuses it: ${inWords(accepted)}`,
        { ...detail, since: accepted.at },
      );
    }
    return progressing(
      'GatewayClassNotAnswered',
      told.stale
        ? 'The controller has not yet read its newest definition.'
        : `${controller ?? 'The controller'} has not answered yet.`,
      detail,
    );
  },
  reasons: [
    {
      code: 'GatewayClassAccepted',
      cause: 'A controller looks after the class.',
      evidence: 'status.conditions[type=Accepted].status',
      remedy: false,
    },
    {
      code: 'GatewayClassRefused',
      cause: 'The controller refuses the class: its parameters or its version.',
      evidence: 'status.conditions[type=Accepted].reason',
    },
    {
      code: 'GatewayClassNotAnswered',
      cause: 'No controller has answered for the class yet.',
      evidence: 'status.conditions[type=Accepted].status',
      remedy: false,
    },
  ],
  shows: ['controller'],
});
