import {
  ChainNode,
  Health,
  ResourceRef,
} from '@socle/backstage-plugin-socle-common';
import { KindId } from '../definition/kind';
import { Link } from '../definition/link';

/** Identity of a box: a ref without version and uid. */
export function boxId(ref: ResourceRef): string {
  const group = ref.apiVersion.includes('/')
    ? ref.apiVersion.split('/')[0]
    : '';
  return `${group}/${ref.kind}/${ref.namespace ?? ''}/${ref.name}`;
}

/**
 * The box of something that a link names and that is not there. Undefined for a key that is no object's name: it says
 * nothing that a person could look for.
 */
export function missingNode(
  cluster: string,
  kind: KindId,
  link: Link,
  state: 'absent' | 'notRead',
): Omit<ChainNode, 'rank' | 'rankTitle'> | undefined {
  const ref = missingRef(cluster, kind, link.to);
  return (
    ref && {
      id: boxId(ref),
      ref,
      state,
      health: healthOf(ref, link, state),
      facts: {},
    }
  );
}

function missingRef(
  cluster: string,
  kind: KindId,
  key: string,
): ResourceRef | undefined {
  if (!key.startsWith(`${kind}/`)) {
    return undefined;
  }
  const [group, name] = kind.split('/');
  const [namespace, ...rest] = key.slice(kind.length + 1).split('/');
  return {
    cluster,
    apiVersion: group ? `${group}/-` : 'v1',
    kind: name,
    ...(namespace ? { namespace } : {}),
    name: rest.join('/'),
  };
}

/** Only what is needed can break a chain by being away: a bound claim works on without its storage class. */
function healthOf(
  ref: ResourceRef,
  link: Link,
  state: 'absent' | 'notRead',
): Health {
  const what = `${ref.kind} ${ref.name}`;
  if (state === 'notRead') {
    return {
      status: 'unknown',
      reason: 'NotRead',
      message: `${what} is not known: its kind was not read.`,
    };
  }
  return link.depends === 'target'
    ? {
        status: 'failed',
        reason: 'Missing',
        message: `${what} does not exist.`,
      }
    : {
        status: 'unknown',
        reason: 'Missing',
        message: `${what} does not exist; nothing rests on it now.`,
      };
}
