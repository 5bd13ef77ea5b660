import { ServerResponse } from 'node:http';
import { resourceKey, ResourceType } from '../discovery/resource-type';
import { expired } from '../storage/api-error';
import { Change } from '../storage/history';
import { copyOf } from '../storage/object';
import { Stored, StoredObject } from '../storage/stored';
import { ofNamespace } from '../storage/table';
import { Wanted } from './accept';
import { Cluster, OpenWatch } from './cluster';
import { ListOptions, revisionOf } from './list-options';
import { bookmark, View, viewOf } from './view';

/** A client that does not read is let go, as the real server does: it may come back and resume. */
const maxUnreadBytes = 64 * 1024 * 1024;

export interface WatchRequest {
  type: ResourceType;
  version: string;
  namespace?: string;
  options: ListOptions;
  wanted: Wanted;
}

export class WatchStream implements OpenWatch {
  readonly resource: string;
  private readonly view: View;
  private readonly timers: NodeJS.Timeout[] = [];
  /** Events up to here are known to the client. */
  private position = 0;

  constructor(
    private readonly cluster: Cluster,
    private readonly request: WatchRequest,
    private readonly response: ServerResponse,
  ) {
    this.resource = resourceKey(request.type);
    this.view = viewOf(request.type, request.version, request.wanted);
  }

  start(): void {
    const { cluster, response } = this;
    const { options } = this.request;
    const from = revisionOf(options.resourceVersion) ?? 0;
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-cache, private',
      'Transfer-Encoding': 'chunked',
    });
    response.flushHeaders();
    const oldest = cluster.storage.oldestResourceVersion;
    if (from > 0 && from < oldest && !options.sendInitialEvents) {
      const status = expired(
        `too old resource version: ${from} (${oldest})`,
      ).toStatus();
      this.write('ERROR', JSON.stringify(status));
      response.end();
      return;
    }
    this.position = from;
    if (
      options.sendInitialEvents ||
      (from === 0 && options.sendInitialEvents === undefined)
    ) {
      this.sendState();
    } else if (from === 0) {
      this.position = cluster.storage.resourceVersion;
    } else {
      for (const change of cluster.storage.since(this.resource, from))
        this.deliver(change);
    }
    cluster.watches.add(this);
    response.on('close', () => this.forget());
    this.plan(options);
  }

  deliver(change: Change): void {
    if (this.cluster.faults.stalled || change.resourceVersion <= this.position)
      return;
    this.position = change.resourceVersion;
    const seen = change.type !== 'DELETED' && this.selects(change.object);
    const seenBefore =
      change.previous !== undefined && this.selects(change.previous);
    if (seen)
      this.write(seenBefore ? 'MODIFIED' : 'ADDED', this.view(change.object));
    else if (seenBefore) this.write('DELETED', this.view(lastSeen(change)));
    if (this.response.writableLength > maxUnreadBytes) this.cut();
  }

  end(): void {
    if (this.forget()) this.response.end();
  }

  cut(): void {
    if (this.forget()) this.response.destroy();
  }

  private selects(stored: Stored): boolean {
    const { namespace, options } = this.request;
    if (namespace && !stored.key.startsWith(`${namespace}/`)) return false;
    return !options.matches || options.matches(stored);
  }

  /** The present state as ADDED events, as if it had just come into being. */
  private sendState(): void {
    const { namespace, options } = this.request;
    const { storage } = this.cluster;
    const everything = storage.all(this.resource);
    for (const stored of namespace
      ? ofNamespace(everything, namespace)
      : everything) {
      if (!options.matches || options.matches(stored))
        this.write('ADDED', this.view(stored));
    }
    this.position = storage.resourceVersion;
    if (options.sendInitialEvents && options.allowWatchBookmarks) {
      this.sendBookmark({ 'k8s.io/initial-events-end': 'true' });
    }
  }

  private plan(options: ListOptions): void {
    if (options.allowWatchBookmarks) {
      const every = setInterval(
        () => this.sendBookmark(),
        this.cluster.bookmarkEveryMs,
      );
      every.unref();
      this.timers.push(every);
    }
    // Between half an hour and an hour where the client leaves it open.
    const seconds = Math.min(
      options.timeoutSeconds || 1800 * (1 + Math.random()),
      86_400,
    );
    const last = [setTimeout(() => this.end(), seconds * 1000)];
    if (options.allowWatchBookmarks && seconds > 2) {
      // So that the next watch resumes from where this one ends.
      last.push(setTimeout(() => this.sendBookmark(), (seconds - 2) * 1000));
    }
    for (const timer of last) timer.unref();
    this.timers.push(...last);
  }

  private sendBookmark(annotations?: Record<string, string>): void {
    if (this.cluster.faults.stalled) return;
    const { type, version, wanted } = this.request;
    this.position = Math.max(
      this.position,
      this.cluster.storage.resourceVersion,
    );
    this.write(
      'BOOKMARK',
      bookmark(type, version, wanted, this.position, annotations),
    );
  }

  private write(type: string, object: string): void {
    this.response.write(`{"type":"${type}","object":${object}}\n`);
  }

  private forget(): boolean {
    for (const timer of this.timers) clearInterval(timer);
    return this.cluster.watches.delete(this);
  }
}

/** An object that left the selection is told as it was last seen, with the resourceVersion at which it left. */
function lastSeen(change: Change): Stored {
  if (change.type === 'DELETED' || !change.previous) return change.object;
  const last = copyOf(change.previous.read());
  last.metadata.resourceVersion = String(change.resourceVersion);
  return new StoredObject(last);
}
