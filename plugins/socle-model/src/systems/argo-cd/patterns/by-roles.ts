import { namesApplicationFiles } from './application-files';
import {
  answer,
  Classification,
  other,
  PatternConfidence,
} from './classification';
import { ReadSource, SourceRole } from './sources';

/** The answer from the set of roles; first match wins. What an owner of a platform may want otherwise is in byCharts. */
export function byRoles(
  sources: readonly ReadSource[],
  kinds: readonly string[],
): Classification {
  const rendering = sources.filter(source => source.role !== 'refOnly');
  const of = (...roles: SourceRole[]) =>
    rendering.filter(source => roles.includes(source.role));
  const all = (...roles: SourceRole[]) =>
    rendering.length > 0 &&
    rendering.every(source => roles.includes(source.role));

  if (of('plugin').length > 0)
    return other('plugin', 'high', because(of('plugin')));
  if (of('jsonnet').length > 0)
    return other('jsonnet', 'high', because(of('jsonnet')));
  if (of('chart').length > 0) return byCharts(of('chart'), rendering);
  if (of('kustomize').length > 0)
    return other('kustomize', 'high', because(of('kustomize')));

  const roots = of('directory').filter(source =>
    namesApplicationFiles(source.include),
  );
  if (roots.length > 0 && kinds.length === 0) {
    return other(
      'app-of-apps',
      'medium',
      roots.map(root => ({
        path: `${root.field}.directory.include`,
        value: root.include,
      })),
    );
  }
  if (all('wrapper'))
    return answer('C', 'wrapper-chart', 'high', because(rendering));
  if (
    of('assumedWrapper').length > 0 ||
    (of('wrapper').length > 0 && all('wrapper', 'directory'))
  ) {
    return answer(
      'C',
      'assumed-wrapper-chart',
      'medium',
      because(of('assumedWrapper', 'wrapper')),
    );
  }
  if (of('localChart').length > 0)
    return other('local-chart', 'medium', because(of('localChart')));
  if (all('directory')) {
    return kinds.includes('Application')
      ? answer('D', 'raw-manifests-bundle', 'medium', [
          ...because(rendering),
          { path: 'status.resources.kind', value: 'Application' },
        ])
      : answer('D', 'raw-manifests', 'high', because(rendering));
  }
  return other(
    'undetermined',
    'low',
    because(rendering.length > 0 ? rendering : sources),
  );
}

function byCharts(
  charts: readonly ReadSource[],
  rendering: readonly ReadSource[],
): Classification {
  const several = charts.length > 1;
  const sure = (confidence: PatternConfidence): PatternConfidence =>
    several ? 'low' : confidence;
  const values = charts.filter(source => source.refersToValues);
  const valuesEvidence = values.map(source => ({
    path: `${source.field}.helm.valueFiles`,
    value: '$…',
  }));
  const companions = rendering.filter(
    source => !charts.includes(source) && source.role !== 'invalid',
  );
  const filtered = companions.filter(
    source => source.exclude || source.include,
  );

  if (filtered.length > 0) {
    return answer(
      'B',
      'chart-with-filtered-folder',
      sure(values.length > 0 ? 'medium' : 'high'),
      [
        ...because(charts),
        ...filtered.map(source => ({
          path: `${source.field}.directory.${
            source.exclude ? 'exclude' : 'include'
          }`,
          value: source.exclude ?? source.include,
        })),
        ...valuesEvidence,
      ],
    );
  }
  if (companions.length > 0) {
    return answer(
      'A',
      'chart-with-companions',
      sure(values.length > 0 ? 'high' : 'medium'),
      [...because(charts), ...because(companions), ...valuesEvidence],
    );
  }
  if (values.length > 0) {
    return answer('A', 'chart-with-values-file', sure('medium'), [
      ...because(charts),
      ...valuesEvidence,
    ]);
  }
  return charts.some(source => source.inlineValues)
    ? answer('B', 'chart-with-inline-values', sure('medium'), [
        ...because(charts),
        ...charts
          .filter(source => source.inlineValues)
          .map(source => ({
            path: `${source.field}.helm`,
            value: 'inline values',
          })),
      ])
    : answer('B', 'chart-without-values', 'low', because(charts));
}

function because(sources: readonly ReadSource[]): Classification['evidence'] {
  return sources.map(source => ({
    path: `${source.field}.${source.decidedBy}`,
    value: source.decidedBy === 'path' ? source.path ?? null : source.role,
  }));
}
