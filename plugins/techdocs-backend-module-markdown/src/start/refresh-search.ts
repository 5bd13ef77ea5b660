import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { setTimeout as wait } from 'node:timers/promises';

/** The task of Backstage's search that reads the indexes of all documentation. */
const TASK = 'search_index_techdocs';

/**
 * Has Backstage's search read the documentation again. Its first run comes before the first build, its second minutes
 * later; where search is not installed there is nothing to do.
 */
export async function refreshSearch(options: {
  auth: AuthService;
  discovery: DiscoveryService;
  logger: LoggerService;
  signal: AbortSignal;
  pause?: number;
  attempts?: number;
}): Promise<void> {
  const { auth, discovery, logger, signal } = options;
  const { pause = 5_000, attempts = 24 } = options;
  for (let attempt = 0; attempt < attempts && !signal.aborted; attempt++) {
    try {
      const base = await discovery.getBaseUrl('search');
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'search',
      });
      const { ok, status } = await fetch(
        `${base}/.backstage/scheduler/v1/tasks/${TASK}/trigger`,
        {
          method: 'POST',
          headers: { Authorization: `Bearer ${token}` },
          signal,
        },
      );
      // 409: it runs, and may have begun too early. 503: search is not up yet.
      if (ok || ![409, 503].includes(status)) {
        logger.debug(`Asked search to read the documentation: ${status}`);
        return;
      }
    } catch (error) {
      logger.debug(`Search was not asked to read the documentation: ${error}`);
    }
    await wait(pause, undefined, { signal }).catch(() => undefined);
  }
}
