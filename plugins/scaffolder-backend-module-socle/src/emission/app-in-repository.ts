import { Conventions, ExistingFiles, Pattern } from '@socle/emitter';
import { parse } from 'yaml';

/** What the repository tells of an app that is there. */
export interface AppInRepository {
  pattern: Pattern;
  namespace?: string;
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
  const companions = `${folder}/${gitops.configsFolder}`;
  return {
    pattern: patternOf(sources, {
      wrapped: existing.has(`${folder}/Chart.yaml`),
      folder,
      companions,
    }),
    namespace: spec.destination?.namespace,
  };
}

interface Source {
  chart?: string;
  path?: string;
  ref?: string;
  helm?: object;
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

/** In which of its folders an app keeps its companions; this is no classification of foreign ones. */
function patternOf(
  sources: Source[],
  {
    wrapped,
    folder,
    companions,
  }: { wrapped: boolean; folder: string; companions: string },
): Pattern {
  if (wrapped) return 'C';
  const paths = sources.map(({ path }) => path?.replace(/^\/+|\/+$/g, ''));
  if (paths.includes(companions)) return 'A';
  const foreign = sources.some(
    ({ chart, helm }, index) => chart || (helm && paths[index] !== folder),
  );
  return foreign ? 'B' : 'D';
}
