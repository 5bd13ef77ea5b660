import {
  isObject,
  RawObject,
  stringAt,
} from '@socle/backstage-plugin-socle-model';
import { ApiStatusError, UnreadableError } from './api-error';
import { KindTarget } from './kind-sink';
import { objectSelection } from './object-selection';
import { apiVersionOf } from './resource-path';
import { SelectedKeys } from './selection';
import { SelectiveParser } from './selective-json';
import { StringCache } from './string-cache';

/** One page of a list. */
export interface Page {
  items: RawObject[];
  resourceVersion: string;
  continue: string | undefined;
}

/** One line of a watch. */
export type WatchEvent =
  | { type: 'ADDED' | 'MODIFIED' | 'DELETED'; object: RawObject }
  | { type: 'BOOKMARK'; resourceVersion: string | undefined };

/** Reads the pages and events of one kind. Every failure is an error, none is an empty answer. */
export class KindParser {
  private readonly pages: SelectiveParser;
  private readonly events: SelectiveParser;
  private readonly apiVersion: string;

  constructor(private readonly target: KindTarget, strings?: StringCache) {
    this.apiVersion = apiVersionOf(target);
    const object = objectSelection(target);
    const page = new SelectedKeys();
    page.set('kind', 'all');
    page.set('metadata', 'all');
    page.set('items', object);
    this.pages = new SelectiveParser(page, strings);
    const event = new SelectedKeys();
    event.set('type', 'all');
    event.set('object', object);
    this.events = new SelectiveParser(event, strings);
  }

  page(bytes: Buffer): Page {
    const page = parsed(this.pages, bytes);
    const items = isObject(page) ? page.items : undefined;
    const resourceVersion = stringAt(page, 'metadata', 'resourceVersion');
    if (!isObject(page) || !('items' in page) || !resourceVersion) {
      throw new UnreadableError(
        `the answer is no list of ${this.target.plural}`,
      );
    }
    // Go writes an empty list as null.
    if (items !== null && !Array.isArray(items)) {
      throw new UnreadableError(`the items of ${this.target.plural} are none`);
    }
    return {
      items: (items ?? []).map(item => this.named(item)),
      resourceVersion,
      continue: stringAt(page, 'metadata', 'continue'),
    };
  }

  /** Throws an ApiStatusError for an ERROR event. */
  event(line: Buffer): WatchEvent {
    const event = parsed(this.events, line);
    const type = stringAt(event, 'type');
    switch (type) {
      case 'ADDED':
      case 'MODIFIED':
      case 'DELETED':
        return { type, object: this.named((event as RawObject).object) };
      case 'BOOKMARK':
        return {
          type,
          resourceVersion: stringAt(
            event,
            'object',
            'metadata',
            'resourceVersion',
          ),
        };
      case 'ERROR':
        throw statusOf(line);
      default:
        throw new UnreadableError(
          `an event of ${this.target.plural} without a known type`,
        );
    }
  }

  private named(object: unknown): RawObject {
    if (!isObject(object) || !stringAt(object, 'metadata', 'name')) {
      throw new UnreadableError(`one of ${this.target.plural} has no name`);
    }
    object.apiVersion = this.apiVersion;
    object.kind = this.target.kind;
    return object;
  }
}

function parsed(parser: SelectiveParser, bytes: Buffer): unknown {
  try {
    return parser.parse(bytes);
  } catch (error) {
    throw new UnreadableError(
      error instanceof Error ? error.message : 'no JSON',
    );
  }
}

function statusOf(line: Buffer): ApiStatusError {
  const { object } = JSON.parse(line.toString('utf8'));
  const seconds = Number(object?.details?.retryAfterSeconds);
  return new ApiStatusError(
    Number(object?.code) || 500,
    stringAt(object, 'message') ?? 'the watch ended with an error',
    seconds > 0 ? Math.min(seconds, 600) * 1000 : undefined,
  );
}
