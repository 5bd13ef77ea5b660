import {
  HttpAnswer,
  objectsOf,
  probedIdentity,
  ProbeReading,
  ProbeRequest,
  ProbeTarget,
  RawObject,
  stringAt,
  SystemDefinition,
  SystemRegistry,
} from '@socle/backstage-plugin-socle-model';
import { UnreadableError } from '../reading/api-error';

/** The objects of an answer; throws where it is none of the system's. */
export type ReadObjects = (
  request: ProbeRequest,
  answer: HttpAnswer,
) => RawObject[];

/**
 * Reads the answers of one round into objects of the system's own kinds and of no others: a probe cannot speak for the
 * cluster. `askedBy` is the object that stands for the instance; the subject of each answer points to it.
 */
export function objectReader(
  registry: SystemRegistry,
  system: SystemDefinition,
  target: ProbeTarget,
  askedBy?: string,
): ReadObjects {
  let recognised = false;
  return (request, answer) => {
    if (isBareSuccess(answer) && !recognised) {
      throw new UnreadableError(
        `${answer.path} was answered with nothing, and no other answer has shown that this is ${system.title}`,
      );
    }
    const reading = request.read(answer, target);
    recognised ||= isSaying(answer, reading);
    if (!reading) {
      throw new UnreadableError(
        `${answer.path} was not answered as ${system.title} does: is this its address?`,
      );
    }
    const about = reading.subject && probedIdentity(reading.subject);
    return objectsOf(reading).map(object => {
      const known = registry.of(
        stringAt(object, 'apiVersion') ?? '',
        stringAt(object, 'kind') ?? '',
      );
      if (known?.system !== system || known.kind.source !== 'probe') {
        throw new UnreadableError(
          `request ${request.id} tells of a ${stringAt(
            object,
            'kind',
          )} that is no kind of ${system.id}`,
        );
      }
      return askedBy && probedIdentity(object) === about
        ? withAskedBy(object, askedBy)
        : object;
    });
  };
}

function hasNoBody({ body }: HttpAnswer): boolean {
  return body === undefined || body === null;
}

/** Load balancers and default pages answer so too, whatever they are asked. */
function isBareSuccess(answer: HttpAnswer): boolean {
  return hasNoBody(answer) && answer.httpStatus < 300;
}

function isSaying(answer: HttpAnswer, reading?: ProbeReading): boolean {
  return !hasNoBody(answer) && !!(reading?.subject ?? reading?.items?.length);
}

function withAskedBy(object: RawObject, askedBy: string): RawObject {
  return {
    ...object,
    metadata: { ...(object.metadata as RawObject), askedBy },
  };
}
