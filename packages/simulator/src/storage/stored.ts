import { KubeObject } from './object';

/**
 * One object at one resourceVersion. Immutable: a change stores another one, so that a page or a watch that still
 * holds this one sees what was there.
 */
export interface Stored {
  /** `namespace/name`, or the name alone: the order of keys is the order of lists, as in etcd. */
  readonly key: string;
  readonly resourceVersion: number;
  /** Its JSON after `{"apiVersion":…,"kind":…,`: these two depend on the version asked for, and lists leave them out. */
  body(): string;
  /** The whole object; not to be changed. */
  read(): KubeObject;
  /** At least `metadata` and the fields that field selectors name; cheaper than `read` for generated objects. */
  outline(): KubeObject;
}

export function keyOf(namespace: string | undefined, name: string): string {
  return namespace ? `${namespace}/${name}` : name;
}

export class StoredObject implements Stored {
  readonly key: string;
  readonly resourceVersion: number;
  private text?: string;

  constructor(private readonly object: KubeObject) {
    this.key = keyOf(object.metadata.namespace, object.metadata.name);
    this.resourceVersion = Number(object.metadata.resourceVersion);
  }

  body(): string {
    if (this.text === undefined) {
      const {
        apiVersion: _apiVersion,
        kind: _kind,
        metadata,
        ...rest
      } = this.object;
      this.text = JSON.stringify({ metadata, ...rest }).slice(1);
    }
    return this.text;
  }

  read(): KubeObject {
    return this.object;
  }

  outline(): KubeObject {
    return this.object;
  }
}
