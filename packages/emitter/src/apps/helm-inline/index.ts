import { define } from '../../emission/definition';
import { ChartAppInput } from '../app-input';
import { chartAppSchema } from '../app-schema';
import { application, excludingOwnFiles, gitopsSource } from '../application';
import {
  appFiles,
  chartAppRefusals,
  chartCompanions,
  chartSource,
} from '../chart-app';
import { needsForeignKinds } from '../companions';
import { valuesWithSecrets } from '../values';

/** Pattern B: an external chart, its values in the Application, its companions beside the Application. */
export const helmInline = define<ChartAppInput>({
  title: 'Helm + Inline',
  schema: chartAppSchema('Helm + Inline', true),
  refuse: chartAppRefusals,
  build(input, conventions) {
    const companions = chartCompanions(input, conventions);
    const { values } = valuesWithSecrets(input);
    return appFiles(input, 'B', conventions, {
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
                ...(Object.keys(values).length > 0
                  ? { valuesObject: values }
                  : {}),
              }),
              gitopsSource(conventions, {
                path: layout.folder,
                directory: excludingOwnFiles(conventions),
              }),
            ],
            serverSideApply: input.shipsCrds === true,
            skipDryRun: needsForeignKinds(companions),
          },
          conventions,
        ),
      more: () => [],
    });
  },
});
