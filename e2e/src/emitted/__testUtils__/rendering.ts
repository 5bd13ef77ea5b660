import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { load, loadAll } from 'js-yaml';
import { KubeObject } from '@socle/simulator';
import { ChartAppInput, EmittedFile } from '@socle/emitter';
import { ChartRepository } from './chart-repository';
import { Helm } from './helm';
import { CHARTS, EmittedApp } from './spread';

/** What Helm makes of the files of one app. */
export interface Rendering {
  /** What Helm refuses. */
  refusals: string[];
  /** The manifests as YAML. */
  text: string;
  /** The values that reached the chart. */
  values: unknown;
}

type Values = Record<string, unknown>;

/** Does with an app of a chart what Argo CD does, on the repository of the test. */
export async function render(
  { kind, input, files }: EmittedApp,
  helm: Helm,
  charts: ChartRepository,
  folder: string,
): Promise<Rendering> {
  const written = files.map(file => ({
    ...file,
    content: file.content.replaceAll(CHARTS, charts.url),
  }));
  await writeFiles(folder, written);
  const { name, chart, namespace = name } = input as ChartAppInput;
  const at = (end: string) => files.find(({ path }) => path.endsWith(end))!;
  const target = ['--namespace', namespace];
  const refusals: string[] = [];
  const run = async (...args: string[]) => {
    const answer = await helm.run(...args);
    if (!answer.ok) {
      refusals.push(`${kind} ${name}: helm ${args[0]}: ${answer.said}`);
    }
    return answer.out;
  };

  let text: string;
  if (kind === 'app:wrapper-chart') {
    const wrapper = join(folder, dirname(at('/Chart.yaml').path));
    await run('dependency', 'build', wrapper);
    await run('lint', '--strict', wrapper, ...target);
    text = await run('template', name, wrapper, ...target);
  } else {
    let file = join(folder, 'values.yaml');
    if (kind === 'app:helm-configs') {
      file = join(folder, at('/values.yaml').path);
    } else {
      await writeFile(file, JSON.stringify(inlineValues(at('.yaml'))));
    }
    const values = ['--values', file];
    await run('lint', '--strict', charts.archive(chart), ...values, ...target);
    const from = ['--repo', charts.url, '--version', chart.version!];
    text = await run(
      'template',
      name,
      chart.name!,
      ...from,
      ...values,
      ...target,
    );
  }
  const told = (loadAll(text) as KubeObject[]).find(
    one => one?.kind === 'ConfigMap' && one.metadata.name === `${name}-values`,
  ) as { data?: Record<string, string> } | undefined;
  const values = JSON.parse(told?.data?.['values.json'] ?? 'null');
  return { refusals, text, values };
}

export async function writeFiles(
  folder: string,
  files: Array<Pick<EmittedFile, 'path' | 'content'>>,
): Promise<void> {
  for (const { path, content } of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

function inlineValues({ content }: EmittedFile): Values {
  const { spec } = load(content) as {
    spec: { sources: Array<{ helm?: { valuesObject?: Values } }> };
  };
  return spec.sources.find(({ helm }) => helm)?.helm?.valuesObject ?? {};
}

/** Values without what Helm itself leaves out or adds: fields that are null, and the global ones. */
export function asHelmKeepsThem(values: unknown): unknown {
  const { global, ...own } = withoutNulls(values) as Values;
  return own;
}

function withoutNulls(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, inner]) => inner !== null)
          .map(([key, inner]) => [key, withoutNulls(inner)]),
      )
    : value;
}
