import { KubeObject } from '../storage/object';
import { keyOf, Stored } from '../storage/stored';
import { hexOf, nodeName, teamOf, uidOf } from './generated';
import { holes, PodState, podTemplate } from './pod-template';

type Hole = keyof typeof holes;

/** A template cut at its holes: to write a pod is to join some thirty texts. */
interface Cut {
  texts: string[];
  between: Hole[];
}

function cut(state: PodState): Cut {
  const {
    apiVersion: _apiVersion,
    kind: _kind,
    metadata,
    ...rest
  } = podTemplate(state);
  const json = JSON.stringify({ metadata, ...rest })
    .slice(1)
    // A count is a number, so its hole has no quotes.
    .replaceAll(`"${holes.restarts}"`, holes.restarts);
  const names = Object.keys(holes).filter(
    (name): name is Hole => name in holes,
  );
  const byText = new Map(names.map(name => [holes[name], name]));
  const parts = json.split(new RegExp(`(${[...byText.keys()].join('|')})`));
  return {
    texts: parts.filter((_, i) => i % 2 === 0),
    between: parts
      .filter((_, i) => i % 2 === 1)
      .flatMap(text => byText.get(text) ?? []),
  };
}

const podsPerApp = 10;
export const appsPerTeam = 20;

/** Where pod number `i` belongs. */
export function placeOf(i: number) {
  const number = Math.floor(i / podsPerApp);
  const app = `app-${String(number).padStart(5, '0')}`;
  return {
    number,
    app,
    hash: hexOf(app, 10),
    namespace: teamOf(Math.floor(number / appsPerTeam)),
  };
}

/** Two in a hundred are not well. */
function stateOf(i: number): PodState {
  if (i % 100 === 37) return 'crashing';
  return i % 100 === 73 ? 'pending' : 'running';
}

export function nameOf(i: number): string {
  const { app, hash } = placeOf(i);
  return `${app}-${hash}-${hexOf(`pod ${i}`, 5)}`;
}

/** One pod as three numbers; its text is written when somebody asks for it. */
export class GeneratedPod implements Stored {
  readonly key: string;

  constructor(
    private readonly press: {
      write(pod: GeneratedPod): string;
      outline(pod: GeneratedPod): KubeObject;
    },
    readonly i: number,
    readonly resourceVersion: number,
    readonly restarts: number,
  ) {
    this.key = keyOf(placeOf(i).namespace, nameOf(i));
  }

  body(): string {
    return this.press.write(this);
  }

  read(): KubeObject {
    return JSON.parse(`{"apiVersion":"v1","kind":"Pod",${this.body()}`);
  }

  outline(): KubeObject {
    return this.press.outline(this);
  }
}

/** All pods of a generated cluster share this. */
export class PodPress {
  private readonly cuts = {
    running: cut('running'),
    pending: cut('pending'),
    crashing: cut('crashing'),
  };

  constructor(readonly nodes: number) {}

  valuesOf(pod: GeneratedPod): Record<Hole, string> {
    const { app, hash, namespace } = placeOf(pod.i);
    const node = pod.i % this.nodes;
    const name = nameOf(pod.i);
    return {
      name,
      namespace,
      uid: uidOf(`${namespace}/${name}`),
      app,
      hash,
      ownerUid: uidOf(`ReplicaSet ${app}`),
      node: nodeName(node),
      ip: `10.${64 + (pod.i >> 16)}.${(pod.i >> 8) & 255}.${pod.i & 255}`,
      hostIp: `10.1.${node >> 8}.${node & 255}`,
      id: hexOf(name, 32),
      revision: String(pod.resourceVersion),
      restarts: String(pod.restarts + (stateOf(pod.i) === 'crashing' ? 41 : 0)),
    };
  }

  write(pod: GeneratedPod): string {
    const { texts, between } = this.cuts[stateOf(pod.i)];
    const values = this.valuesOf(pod);
    let json = texts[0];
    for (let i = 0; i < between.length; i++)
      json += values[between[i]] + texts[i + 1];
    return json;
  }

  outline(pod: GeneratedPod): KubeObject {
    const { name, namespace, uid, app, hash, node, ownerUid } =
      this.valuesOf(pod);
    const state = stateOf(pod.i);
    return {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name,
        namespace,
        uid,
        labels: {
          'app.kubernetes.io/name': app,
          'app.kubernetes.io/instance': app,
          'app.kubernetes.io/version': '1.8.2',
          'pod-template-hash': hash,
        },
        ownerReferences: [
          {
            apiVersion: 'apps/v1',
            kind: 'ReplicaSet',
            name: `${app}-${hash}`,
            uid: ownerUid,
          },
        ],
      },
      spec: state === 'pending' ? {} : { nodeName: node },
      status: { phase: state === 'pending' ? 'Pending' : 'Running' },
    };
  }
}
