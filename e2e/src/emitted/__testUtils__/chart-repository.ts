import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { Helm } from './helm';

/** The charts that apps are made of. */
export const upstreamCharts = [
  { name: 'demo-app', version: '1.4.2' },
  { name: 'till', version: '0.9.0-rc.1' },
  { name: 'ledger-db', version: '20.0.3' },
] as const;

/** Tells what values reached it, so that a test can compare; and has a workload that names no value at all. */
const VALUES_TEMPLATE = `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}-values
  namespace: {{ .Release.Namespace }}
  labels:
    app.kubernetes.io/instance: {{ .Release.Name }}
data:
  values.json: {{ .Values | toJson | toJson }}
`;

const SERVICE_TEMPLATE = `apiVersion: v1
kind: Service
metadata:
  name: {{ .Release.Name }}
  namespace: {{ .Release.Namespace }}
spec:
  selector:
    app.kubernetes.io/instance: {{ .Release.Name }}
  ports:
    - name: http
      port: 80
`;

/** A Helm repository on the loopback interface. */
export interface ChartRepository {
  url: string;
  /** The packaged chart. */
  archive(chart: { name?: string; version?: string }): string;
  stop(): Promise<void>;
}

export async function serveCharts(
  helm: Helm,
  folder: string,
): Promise<ChartRepository> {
  const served = join(folder, 'served');
  await mkdir(served, { recursive: true });
  for (const { name, version } of upstreamCharts) {
    const chart = join(folder, name);
    await mkdir(join(chart, 'templates'), { recursive: true });
    const about = {
      apiVersion: 'v2',
      name,
      version,
      icon: 'https://example.org/icon.svg',
    };
    await writeFile(join(chart, 'Chart.yaml'), JSON.stringify(about));
    await writeFile(join(chart, 'values.yaml'), '{}\n');
    const templates = join(chart, 'templates');
    await writeFile(join(templates, 'values.yaml'), VALUES_TEMPLATE);
    await writeFile(join(templates, 'service.yaml'), SERVICE_TEMPLATE);
    await helm.must('package', chart, '--destination', served);
  }
  const server = createServer((request, response) => {
    readFile(join(served, basename(request.url ?? ''))).then(
      body => response.end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await helm.must('repo', 'index', served, '--url', url);
  return {
    url,
    archive: ({ name, version }) => join(served, `${name}-${version}.tgz`),
    stop: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
