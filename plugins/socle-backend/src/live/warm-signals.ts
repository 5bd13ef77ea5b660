import { DiscoveryService, LoggerService } from '@backstage/backend-plugin-api';
import { request } from 'node:http';
import { request as secureRequest } from 'node:https';

/**
 * Makes one throw-away WebSocket handshake. The signals backend attaches its listener on the first upgrade request
 * and never answers that one: without this, the first browser after each start waits six seconds for live updates.
 */
export async function warmSignals(
  discovery: DiscoveryService,
  logger: LoggerService,
): Promise<void> {
  const url = new URL(await discovery.getBaseUrl('signals'));
  const send = url.protocol === 'https:' ? secureRequest : request;
  await new Promise<void>(resolve => {
    const handshake = send(url, {
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': Buffer.from('socle-warms-up-1').toString('base64'),
      },
      timeout: 1_000,
      rejectUnauthorized: false,
    });
    const done = () => {
      handshake.destroy();
      resolve();
    };
    handshake.on('timeout', done);
    handshake.on('upgrade', done);
    handshake.on('response', done);
    handshake.on('error', error => {
      logger.debug(`signals not warmed up: ${error.message}`);
      resolve();
    });
    handshake.end();
  });
}
