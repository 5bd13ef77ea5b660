import { define } from '../../emission/definition';
import { yamlText } from '../../emission/manifest';
import { ChartAppInput } from '../app-input';
import { chartAppSchema } from '../app-schema';
import { application, gitopsSource } from '../application';
import {
  appFiles,
  chartAppRefusals,
  chartCompanions,
  chartSource,
} from '../chart-app';
import { needsForeignKinds } from '../companions';
import { valuesWithSecrets } from '../values';

/** Pattern A: an external chart, its values in a file beside, its companions in a folder of their own. */
export const helmConfigs = define<ChartAppInput>({
  title: 'Helm + Configs',
  schema: chartAppSchema('Helm + Configs', true),
  refuse(input, conventions, existing) {
    const refusals = chartAppRefusals(input, conventions, existing);
    return refusals.length > 0 || chartCompanions(input, conventions).length > 0
      ? refusals
      : [
          {
            field: 'ownsNamespace',
            problem: 'No manifest would stand beside the chart.',
            allowed:
              'A namespace, route, secret or another companion; or Helm + Inline.',
          },
        ];
  },
  build(input, conventions) {
    const companions = chartCompanions(input, conventions);
    const { gitops } = conventions;
    return appFiles(input, 'A', conventions, {
      companions,
      workload: `chart ${input.chart.name ?? input.chart.path}`,
      application: layout =>
        application(
          input,
          layout,
          {
            sources: [
              chartSource(input.chart, {
                releaseName: input.name,
                valueFiles: [`$values/${layout.values}`],
              }),
              gitopsSource(conventions, { ref: 'values' }),
              gitopsSource(conventions, { path: layout.companions }),
            ],
            serverSideApply: input.shipsCrds === true,
            skipDryRun: needsForeignKinds(companions),
          },
          conventions,
        ),
      more: layout => [
        {
          path: layout.values,
          content: yamlText(
            valuesWithSecrets(input).values,
            'Values of the chart. Secrets are named here, never written.',
          ),
          why: `Values of the chart, read by the Application through $values from the root of ${gitops.revision}.`,
        },
      ],
    });
  },
});
