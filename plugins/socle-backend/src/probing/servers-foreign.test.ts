import { PROBE_KIND, systems } from '@socle/backstage-plugin-socle-model';
import { eventually } from '../reading/__testing__/fast-clock';
import { Answer, says, serving } from './__testing__/serving';

const { depot, probing } = serving();

const configured = systems.flatMap(system =>
  (system.probes ?? [])
    .filter(({ target }) => target === 'configured')
    .map(({ id }) => [id, system] as const),
);

/** What stands at a wrong address: a default page of an ingress, a health check of a load balancer. */
const ALIKE: Array<[string, Answer]> = [
  ['nothing', (_, response) => response.writeHead(200).end()],
  ['204', (_, response) => response.writeHead(204).end()],
  ['OK', says('OK', { 'content-type': 'text/plain' })],
  ['an empty object', says('{}')],
  ['an empty list', says('[]')],
  ['a good word', says('{"status": "ok"}')],
  ['a better word', says('{"status": "healthy", "ready": true}')],
  ['success', says('{"success": true, "data": {}, "result": []}')],
  ['true', says('true')],
  ['null', says('null')],
];

describe.each(configured)('%s', (id, system) => {
  it.each(ALIKE)(
    'is not well by a server that answers whatever it is asked with %s',
    async (_with, answer) => {
      const server = await depot();
      server.always(answer);
      const at = probing({ probe: id, url: server.url }, [system]);
      const source = `probe:${id}/main`;
      await eventually(() => expect(at.state(source)).not.toBe('syncing'));
      const well = [...at.store.all()].filter(
        ({ verdict, meta }) =>
          verdict.status === 'healthy' && meta.name !== `${id}.main`,
      );
      expect(well.map(({ verdict }) => verdict.reason)).toEqual([]);
      // Its own health is not that of the system either.
      expect(at.names(PROBE_KIND).length).toBeLessThanOrEqual(1);
    },
  );
});
