import { Conventions, ExistingFiles, Pattern } from '@socle/emitter';
import { parse } from 'yaml';

/** What the repository tells of an app that is there. */
export interface AppInRepository {
  pattern: Pattern;
  namespace?: string;
  /** Folder of its companions, below its own, where it is another than the conventions say. */
  configsFolder?: string;
}

/** The app of a name; undefined where the repository has none. */
export function appInRepository(
  app: string,
  existing: ExistingFiles,
  { gitops }: Conventions,
): AppInRepository | undefined {
  const folder = `${gitops.appsRoot}/${app}`;
  const text = existing.get(`${folder}/${gitops.applicationFile}`);
  if (text === undefined) {
    return undefined;
  }
  const spec = specOf(text);
  const sources = [spec.sources ?? spec.source ?? []].flat() as Source[];
  return {
    ...placeOf(sources, folder, path => existing.has(`${path}/Chart.yaml`)),
    namespace: spec.destination?.namespace,
  };
}

interface Source {
  chart?: string;
  path?: string;
}

interface Spec {
  source?: Source;
  sources?: Source[];
  destination?: { namespace?: string };
}

function specOf(text: string): Spec {
  try {
    return (parse(text) as { spec?: Spec } | null)?.spec ?? {};
  } catch {
    return {};
  }
}

/** Where a new companion is rendered with the others. This is no classification: apps were written by many hands. */
function placeOf(
  sources: Source[],
  folder: string,
  isChart: (path: string) => boolean,
): Pick<AppInRepository, 'pattern' | 'configsFolder'> {
  const paths = sources.map(({ path = '' }) => path.replace(/^\/+|\/+$/g, ''));
  const below = paths.find(path => path.startsWith(`${folder}/`));
  if (paths.includes(folder) && isChart(folder)) {
    return { pattern: 'C' };
  }
  if (below !== undefined) {
    const configsFolder = below.slice(folder.length + 1);
    return {
      pattern: 'A',
      configsFolder: isChart(below)
        ? `${configsFolder}/templates`
        : configsFolder,
    };
  }
  return { pattern: sources.some(({ chart }) => chart) ? 'B' : 'D' };
}
