import { SystemRegistry, systems } from '@socle/backstage-plugin-socle-model';
import { WAYS_ON } from '../seed-names';

describe('ways to go on that the lab’s description names', () => {
  const known = new Map(
    new SystemRegistry(systems).systems.map(({ id, title }) => [id, title]),
  );

  it.each(WAYS_ON)('%s would be known where it is installed', (_, system) => {
    expect(known.get(system)).toBeTruthy();
  });
});
