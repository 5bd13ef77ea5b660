import { defineKind } from '../../definition/kind';
import { endpointKey } from '../../definition/probe';
import { healthy, unknown } from '../../judging/verdict';
import { stringAt, stringsAt } from '../../reading/raw';
import { TOLD } from './told';

export type ControllerFacts = { release?: string; endpoints: string[] };

/** The controller that was asked. */
export const linstorController = defineKind<ControllerFacts>({
  ...TOLD,
  kind: 'Controller',
  plural: 'controllers',
  title: 'LINSTOR controllers',
  project: raw => ({
    release: stringAt(raw, 'status', 'version'),
    endpoints: stringsAt(raw, 'spec', 'endpoints'),
  }),
  provides: ({ facts }) => facts.endpoints.map(endpointKey),
  health: ({ facts }) =>
    facts.release
      ? healthy(
          'LinstorControllerAnswers',
          `Answers, version ${facts.release}.`,
        )
      : unknown(
          'LinstorControllerMute',
          'The controller does not tell its version.',
          { evidence: [{ path: 'status.version', value: null }] },
        ),
  reasons: [
    {
      code: 'LinstorControllerAnswers',
      cause: 'The controller answers.',
      evidence: 'status.version',
      remedy: false,
    },
    {
      code: 'LinstorControllerMute',
      cause: 'The controller does not say what it is.',
      evidence: 'status.version',
      remedy: false,
    },
  ],
});
