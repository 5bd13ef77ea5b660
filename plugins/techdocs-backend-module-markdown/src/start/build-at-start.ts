import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { setTimeout as wait } from 'node:timers/promises';

/** What asks for a build. */
export interface BuildAtStartOptions {
  auth: AuthService;
  catalog: CatalogService;
  discovery: DiscoveryService;
  logger: LoggerService;
  signal: AbortSignal;
  /** Between attempts, in milliseconds: the catalog knows an entity some time after the start. */
  pause?: number;
  /** How long to try, in milliseconds. */
  patience?: number;
}

/**
 * Asks TechDocs for the documentation of an entity, as a reader's visit would: the pages are built before the first
 * reader comes, and search has something to index. True when there is documentation now.
 */
export async function buildAtStart(
  entityRef: string,
  options: BuildAtStartOptions,
): Promise<boolean> {
  const { logger, signal, pause = 5_000, patience = 600_000 } = options;
  const until = Date.now() + patience;
  let reason = '';
  while (!signal.aborted && Date.now() < until) {
    try {
      if (await isKnown(entityRef, options)) {
        return await sync(entityRef, options);
      }
      reason = 'the catalog does not know it';
    } catch (error) {
      reason = String(error);
      logger.debug(`Documentation of ${entityRef}: ${reason}`);
    }
    await wait(pause, undefined, { signal }).catch(() => undefined);
  }
  if (!signal.aborted) {
    logger.warn(
      `The documentation of ${entityRef} was not built at start: ${reason}`,
    );
  }
  return false;
}

async function isKnown(
  entityRef: string,
  { auth, catalog }: BuildAtStartOptions,
): Promise<boolean> {
  const entity = await catalog.getEntityByRef(entityRef, {
    credentials: await auth.getOwnServiceCredentials(),
  });
  return entity !== undefined;
}

async function sync(
  entityRef: string,
  { auth, discovery, logger, signal }: BuildAtStartOptions,
): Promise<boolean> {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const base = await discovery.getBaseUrl('techdocs');
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: await auth.getOwnServiceCredentials(),
    targetPluginId: 'techdocs',
  });
  const address = [namespace, kind, name].map(encodeURIComponent).join('/');
  const response = await fetch(`${base}/sync/${address}`, {
    headers: { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' },
    signal,
  });
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  const last = lastEvent(await response.text());
  if (last?.event === 'error') {
    // The same sources fail the same way again; the next visit tries anew.
    logger.warn(
      `The documentation of ${entityRef} cannot be built: ${last.data}`,
    );
    return false;
  }
  if (last?.event !== 'finish') {
    throw new Error('TechDocs broke off');
  }
  const { updated } = last.data as { updated?: boolean };
  const ref = stringifyEntityRef({ kind, namespace, name });
  logger.info(
    updated
      ? `Built the documentation of ${ref}`
      : `The documentation of ${ref} is as it was built last`,
  );
  return true;
}

/** The last event of an event stream that has ended. */
export function lastEvent(
  stream: string,
): { event: string; data: unknown } | undefined {
  const block = stream.trimEnd().split(/\n\n/).pop() ?? '';
  const event = /^event: (.*)$/m.exec(block)?.[1];
  const data = /^data: (.*)$/m.exec(block)?.[1];
  if (!event || data === undefined) {
    return undefined;
  }
  try {
    return { event, data: JSON.parse(data) };
  } catch {
    return undefined;
  }
}
