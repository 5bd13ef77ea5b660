import { define } from '../../emission/definition';
import { yamlText } from '../../emission/manifest';
import { ChartAppInput } from '../app-input';
import { chartAppSchema } from '../app-schema';
import { application, gitopsSource } from '../application';
import { appFiles, chartAppRefusals, chartCompanions } from '../chart-app';
import { needsForeignKinds } from '../companions';
import { valuesWithSecrets } from '../values';

/** Pattern C: a chart of the GitOps repository whose dependency is the external chart. */
export const wrapperChart = define<ChartAppInput>({
  title: 'Wrapper Chart',
  schema: chartAppSchema('Wrapper Chart', false),
  refuse: chartAppRefusals,
  build(input, conventions) {
    const companions = chartCompanions(input, conventions);
    const { name, chart } = input;
    const dependency = chart.name ?? name;
    const { values } = valuesWithSecrets(input);
    return appFiles(input, 'C', conventions, {
      companions,
      workload: `chart ${dependency}`,
      application: layout =>
        application(
          input,
          layout,
          {
            source: gitopsSource(conventions, {
              path: layout.folder,
              helm: {
                releaseName: name,
                valueFiles: [conventions.gitops.valuesFile],
              },
            }),
            serverSideApply: input.shipsCrds === true,
            skipDryRun: needsForeignKinds(companions),
          },
          conventions,
        ),
      more: layout => [
        {
          path: layout.chart,
          content: yamlText({
            apiVersion: 'v2',
            name,
            description: `Wrapper around ${dependency}`,
            type: 'application',
            version: '0.1.0',
            dependencies: [
              {
                name: dependency,
                version: chart.version,
                repository: chart.repository,
              },
            ],
          }),
          why: 'The chart that wraps the external one, pinned to one version.',
        },
        {
          path: layout.values,
          content: yamlText(
            Object.keys(values).length > 0 ? { [dependency]: values } : {},
            `Values under "${dependency}" go to the wrapped chart; Helm ignores those that are not nested.`,
          ),
          why: 'Values, nested under the name of the dependency.',
        },
      ],
    });
  },
});
