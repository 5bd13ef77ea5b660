import { Simulator, SimulatedCluster, startSimulator } from '..';
import { Fields, isFields, KubeObject } from '../storage/object';

export interface Answer {
  code: number;
  headers: Headers;
  body: Fields;
  text: string;
}

export interface WatchEvent {
  type: string;
  object: KubeObject & { code?: number; reason?: string; message?: string };
}

async function* linesOf(response: Response): AsyncGenerator<string> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

export class WatchReader {
  private readonly lines: AsyncGenerator<string>;

  constructor(
    readonly response: Response,
    private readonly abort: AbortController,
  ) {
    this.lines = linesOf(response);
  }

  async next(): Promise<WatchEvent | undefined> {
    const { value, done } = await this.lines.next();
    return done ? undefined : JSON.parse(value);
  }

  async take(count: number): Promise<WatchEvent[]> {
    const events: WatchEvent[] = [];
    while (events.length < count) {
      const event = await this.next();
      if (!event) break;
      events.push(event);
    }
    return events;
  }

  rest(): Promise<WatchEvent[]> {
    return this.take(Infinity);
  }

  close(): void {
    this.abort.abort();
  }
}

/** A client that knows nothing of the server: plain HTTP, so that both cannot err together. */
export class ApiClient {
  constructor(private readonly base: string, private readonly token: string) {}

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(this.base + path, {
      method,
      headers: {
        Authorization: `Bearer ${this.token}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body:
        body === undefined || typeof body === 'string'
          ? body
          : JSON.stringify(body),
    });
    const text = await response.text();
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch {
      parsed = {};
    }
    return {
      code: response.status,
      headers: response.headers,
      body: isFields(parsed) ? parsed : {},
      text,
    };
  }

  get(path: string, headers?: Record<string, string>): Promise<Answer> {
    return this.call('GET', path, undefined, headers);
  }

  /** Opens a watch; `next` waits for one event more, `rest` for the end of the stream. */
  async watch(
    path: string,
    headers: Record<string, string> = {},
  ): Promise<WatchReader> {
    const abort = new AbortController();
    const response = await fetch(this.base + path, {
      headers: { Authorization: `Bearer ${this.token}`, ...headers },
      signal: abort.signal,
    });
    return new WatchReader(response, abort);
  }
}

export interface Lab {
  simulator: Simulator;
  api: ApiClient;
  control: ReturnType<Simulator['cluster']>;
}

export async function startLab(
  cluster: Omit<SimulatedCluster, 'name'> = {},
): Promise<Lab> {
  const simulator = await startSimulator({
    clusters: [{ name: 'lab', ...cluster }],
  });
  const api = new ApiClient(simulator.url('lab'), simulator.token);
  return { simulator, api, control: simulator.cluster('lab') };
}

export function configMap(
  name: string,
  more: Partial<KubeObject> = {},
): KubeObject {
  const { metadata, ...rest } = more;
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    ...rest,
    metadata: { name, namespace: 'default', ...metadata },
  };
}

/** A CustomResourceDefinition of Widgets, served in two versions. */
export const widgets: KubeObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.lab.example' },
  spec: {
    group: 'lab.example',
    scope: 'Namespaced',
    names: {
      kind: 'Widget',
      plural: 'widgets',
      singular: 'widget',
      shortNames: ['wd'],
      categories: ['lab'],
    },
    versions: [
      {
        name: 'v1beta1',
        served: true,
        storage: false,
        subresources: { status: {} },
      },
      { name: 'v1', served: true, storage: true, subresources: { status: {} } },
      { name: 'v1alpha1', served: false, storage: false },
    ],
  },
};

export function widget(
  name: string,
  more: Partial<KubeObject> = {},
): KubeObject {
  return {
    apiVersion: 'lab.example/v1',
    kind: 'Widget',
    metadata: { name, namespace: 'default' },
    ...more,
  };
}
