import { ReasonDefinition } from '../../definition/kind';
import { Resource } from '../../definition/resource';
import {
  failed,
  healthy,
  progressing,
  unknown,
  Verdict,
} from '../../judging/verdict';
import { RawObject, stringAt, stringsAt } from '../../reading/raw';
import { quoted } from '../../reading/wording';

/** What the kinds of the configuration share. */
export const KASTEN = {
  group: 'config.kio.kasten.io',
  versions: ['v1alpha1'],
  namespaced: true,
};

/** Kasten checks a definition when it changes, and writes down what came of it. */
export type ValidationFacts = {
  validation?: string;
  errors?: string;
};

export function readValidation(raw: RawObject): ValidationFacts {
  const errors = stringsAt(raw, 'status', 'error');
  const text = errors.join('; ');
  return {
    validation: stringAt(raw, 'status', 'validation'),
    ...(text.trim() ? { errors: quoted(text) } : {}),
  };
}

/** @param prefix - of the reasons: `K10Policy` */
export function judgeValidation<F extends ValidationFacts>(
  { facts, meta }: Resource<F>,
  prefix: string,
): Verdict {
  const { validation, errors } = facts;
  const evidence = [
    { path: 'status.validation', value: validation ?? null },
    ...(errors ? [{ path: 'status.error', value: errors }] : []),
  ];
  switch (validation) {
    case 'Success':
      return healthy(
        `${prefix}Valid`,
        `${meta.name} is valid; how its runs end stands in Kasten itself.`,
      );
    case 'Failed':
      return failed(
        `${prefix}Invalid`,
        `Refused: ${errors ?? 'no cause given'}.`,
        {
          evidence,
        },
      );
    case undefined:
    case 'Pending':
      return progressing(`${prefix}NotValidated`, 'Not validated yet.', {
        evidence,
      });
    default:
      return unknown(
        `${prefix}ValidationUnknown`,
        `Validation "${validation}" is not known.`,
        { evidence },
      );
  }
}

export function validationReasons(
  prefix: string,
  what: string,
): ReasonDefinition[] {
  return [
    {
      code: `${prefix}Valid`,
      cause: `The ${what} is valid.`,
      evidence: 'status.validation',
      remedy: false,
    },
    {
      code: `${prefix}NotValidated`,
      cause: `The ${what} was not validated yet.`,
      evidence: 'status.validation',
      remedy: false,
    },
    {
      code: `${prefix}Invalid`,
      cause: `The ${what} was refused.`,
      evidence: 'status.error',
    },
    {
      code: `${prefix}ValidationUnknown`,
      cause: 'The validation has a value that is not known.',
      evidence: 'status.validation',
      remedy: false,
    },
  ];
}
