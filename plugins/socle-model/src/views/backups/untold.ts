import { runs } from '../../reading/images';
import { Found } from './found';
import { CoverageReader } from './reader';

/** Backup tools that keep what came of their runs out of the cluster's API, by the ids of their systems. */
const TOOLS = ['kasten-k10', 'cloudcasa'];

type DeploymentFacts = { images?: string[] };

/** Whatever it is may be backed up by a tool that is there and cannot be asked: nobody can say then that it is not. */
export function untoldCoverage(reader: CoverageReader): Found[] {
  return reader.once('untold', () =>
    TOOLS.filter(tool => isThere(tool, reader)).map(tool => ({
      tool,
      method: 'backup',
      read: false,
      plans: [],
    })),
  );
}

function isThere(tool: string, reader: CoverageReader): boolean {
  const images = reader.imagesOf(tool);
  return (
    reader.hasAny<DeploymentFacts>('apps/Deployment', ({ facts }) =>
      Boolean(facts.images?.some(image => runs(image, images))),
    ) ||
    (tool === 'kasten-k10' &&
      reader.hasAny(
        'config.kio.kasten.io/Policy',
        ({ verdict }) => !verdict.flags?.includes('suspended'),
      ))
  );
}
