import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';
import { CORE_SCHEMA, load, loadAll } from 'js-yaml';
import { isRecordedAnswer, RecordedAnswer } from '../server/recorded-answers';
import { isFields, KubeObject, textAt } from '../storage/object';
import { ManifestError, readManifests } from './read-manifests';
import { replaceTimes } from './times';

/**
 * What a folder says about a cluster: `*.yaml`, `*.yml` and `*.json` at any depth are manifests, `cluster.yaml` names
 * the cluster, `scenario.yaml` tells what happens to it.
 */
export interface ClusterFolder {
  title?: string;
  version?: string;
  figures?: boolean;
  objects: KubeObject[];
  /** What systems beside the cluster answer, from `systems/NAME.yaml`. */
  systems: { system: string; answer: RecordedAnswer }[];
  /** The document of `scenario.yaml`. */
  scenario?: unknown;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(
      entry => !entry.name.startsWith('.') && entry.name !== 'node_modules',
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesUnder(path);
      return /\.(ya?ml|json)$/.test(entry.name) ? [path] : [];
    });
}

/** One document as it stands; times in a scenario are replaced when a step is run. */
export function readYaml(path: string): unknown {
  try {
    return load(readFileSync(path, 'utf8'), { schema: CORE_SCHEMA });
  } catch (error) {
    throw new ManifestError(
      `${path}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function readAnswers(path: string, now: number): ClusterFolder['systems'] {
  let documents: unknown[];
  try {
    const text = replaceTimes(readFileSync(path, 'utf8'), now);
    documents = loadAll(text, undefined, { schema: CORE_SCHEMA });
  } catch (error) {
    throw new ManifestError(
      `${path}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const system = basename(path, extname(path));
  return documents
    .filter(document => document !== null && document !== undefined)
    .map((answer, i) => {
      if (!isRecordedAnswer(answer)) {
        throw new ManifestError(
          `${path}, document ${i} is no recorded answer: it needs "request" (such as GET /health) and "httpStatus"`,
        );
      }
      return { system, answer };
    });
}

export function readClusterFolder(folder: string, now: number): ClusterFolder {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ManifestError(`${folder} is not a folder`);
  }
  const found: ClusterFolder = { objects: [], systems: [] };
  for (const path of filesUnder(folder)) {
    const name = relative(folder, path);
    if (name === 'cluster.yaml') {
      const about = readYaml(path);
      if (!isFields(about)) throw new ManifestError(`${path} is not an object`);
      found.title = textAt(about, 'title') || undefined;
      found.version = textAt(about, 'version') || undefined;
      if (about.figures === true) found.figures = true;
    } else if (name === 'scenario.yaml') {
      found.scenario = readYaml(path);
    } else if (name.startsWith(`systems${sep}`)) {
      found.systems.push(...readAnswers(path, now));
    } else {
      found.objects.push(
        ...readManifests(readFileSync(path, 'utf8'), path, now),
      );
    }
  }
  return found;
}
