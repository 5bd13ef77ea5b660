import { CORE_SCHEMA, load } from 'js-yaml';
import {
  at,
  Fields,
  fieldsAt,
  isFields,
  KubeObject,
  listAt,
  textAt,
} from '../../storage/object';
import { joinedValues, likelyObjects } from './chart';
import { manifestFiles, objectsOf, SourceFile } from './documents';
import { ComparisonError, Source } from './sources';

/** What the sources of an Application amount to at some revisions. */
export interface Rendered {
  objects: KubeObject[];
  /** Of each source, as `status.sourceTypes` has it. */
  types: string[];
  /** What charts of others make, as far as it can be told. */
  likely: KubeObject[];
}

export async function render(
  name: string,
  namespace: string,
  sources: Source[],
  revisions: string[],
): Promise<Rendered> {
  const rendered: Rendered = { objects: [], types: [], likely: [] };
  for (const [index, source] of sources.entries()) {
    try {
      await add(rendered, { name, namespace, sources, revisions, index });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new ComparisonError(
        `Failed to load target state: failed to generate manifest for source ${
          index + 1
        } of ${sources.length}: rpc error: code = Unknown desc = ${why}`,
      );
    }
    if (rendered.types.length <= index) rendered.types.push(typeOf(source));
  }
  return rendered;
}

interface Place {
  name: string;
  namespace: string;
  sources: Source[];
  revisions: string[];
  index: number;
}

function typeOf({ fields }: Source): string {
  return textAt(fields, 'chart') || fields.helm ? 'Helm' : 'Directory';
}

async function add(rendered: Rendered, place: Place): Promise<void> {
  const { fields, repository } = place.sources[place.index];
  const path = textAt(fields, 'path').replace(/^\.?\/+|\/+$/g, '');
  if (!repository) {
    const chart = textAt(fields, 'chart') || path.split('/').pop() || '';
    const values = await valuesOf(place, []);
    rendered.likely.push(
      ...likelyObjects({ ...releaseOf(place), chart, values }),
    );
    rendered.types.push('Helm');
    return;
  }
  // One that is there for its name alone.
  if (!path) return;
  const files = await filesBelow(place, path);
  if (files.length === 0) throw new Error(`${path}: app path does not exist`);
  const chart = files.find(file => file.path === 'Chart.yaml');
  if (chart) {
    await addWrapper(rendered, place, files, chart);
    rendered.types.push('Helm');
    return;
  }
  rendered.objects.push(
    ...manifestFiles(files, fields.directory).flatMap(objectsOf),
  );
  rendered.types.push('Directory');
}

/** Files of the repository, their paths from `folder` on. */
async function filesBelow(
  { sources, revisions, index }: Place,
  folder: string,
): Promise<SourceFile[]> {
  const files =
    (await sources[index].repository?.files(revisions[index], folder)) ?? [];
  return files.map(({ path, text }) => ({
    path: path.slice(folder.length + 1),
    text,
  }));
}

/** A chart of our own around those of others: its templates, and what they likely make. */
async function addWrapper(
  rendered: Rendered,
  place: Place,
  files: SourceFile[],
  { text }: SourceFile,
): Promise<void> {
  const values = await valuesOf(place, files);
  const chart = yaml(text);
  for (const dependency of listAt(chart, 'dependencies').filter(isFields)) {
    const name = textAt(dependency, 'name');
    if (textAt(dependency, 'repository').startsWith('file:')) continue;
    rendered.likely.push(
      ...likelyObjects({
        ...releaseOf(place),
        chart: name,
        version: String(dependency.version),
        values: fieldsAt(values, textAt(dependency, 'alias') || name),
      }),
    );
  }
  const context = { ...releaseOf(place), chart: textAt(chart, 'name'), values };
  rendered.objects.push(
    ...files
      .filter(({ path }) => /^templates\/[^_][^/]*\.ya?ml$/.test(path))
      .map(file => ({ ...file, text: filled(file.text, context) }))
      // What only a template engine can tell is left out.
      .filter(file => !file.text.includes('{{'))
      .flatMap(objectsOf),
  );
}

function releaseOf({ name, namespace, sources, revisions, index }: Place) {
  const { fields } = sources[index];
  return {
    name: textAt(fields, 'helm', 'releaseName') || name,
    version: revisions[index],
    namespace,
  };
}

/** The values of a source: its files, one after the other, then what stands in the Application. */
async function valuesOf(place: Place, files: SourceFile[]): Promise<Fields> {
  const { fields } = place.sources[place.index];
  const helm = fieldsAt(fields, 'helm');
  let values: Fields = {};
  const own = files.find(({ path }) => path === 'values.yaml');
  if (own) values = yaml(own.text);
  for (const file of listAt(helm, 'valueFiles')) {
    const text = await valueFile(place, files, String(file));
    if (text !== undefined) values = joinedValues(values, yaml(text));
    else if (helm.ignoreMissingValueFiles !== true)
      throw new Error(
        `failed to execute helm template command: failed to read values file: ${file}: no such file or directory`,
      );
  }
  values = joinedValues(values, yaml(textAt(helm, 'values')));
  return joinedValues(values, fieldsAt(helm, 'valuesObject'));
}

async function valueFile(
  { sources, revisions }: Place,
  files: SourceFile[],
  file: string,
): Promise<string | undefined> {
  const named = /^\$([\w-]+)\/(.+)$/.exec(file);
  if (!named) return files.find(({ path }) => path === file)?.text;
  const [, ref, path] = named;
  const index = sources.findIndex(({ fields }) => fields.ref === ref);
  const found = await sources[index]?.repository?.files(
    revisions[index],
    path.split('/').slice(0, -1).join('/'),
  );
  return found?.find(one => one.path === path)?.text;
}

function yaml(text: string): Fields {
  const document = load(text, { schema: CORE_SCHEMA });
  return isFields(document) ? document : {};
}

/** The plainest of templates: names and single values. */
function filled(
  text: string,
  context: { name: string; namespace: string; chart: string; values: Fields },
): string {
  const known: Record<string, unknown> = {
    '.Release.Name': context.name,
    '.Release.Namespace': context.namespace,
    '.Chart.Name': context.chart,
  };
  return text.replace(
    /\{\{-?\s*(\.[\w.]+)(?:\s*\|\s*quote)?\s*-?\}\}/g,
    (whole, path: string) => {
      const value = path.startsWith('.Values.')
        ? at(context.values, ...path.split('.').slice(2))
        : known[path];
      return value === undefined || isFields(value) ? whole : String(value);
    },
  );
}
