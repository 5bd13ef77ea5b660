import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** What builds the pages: `auto` is mkdocs where it is there, else Markdown. */
export type GeneratorChoice = 'auto' | 'markdown' | 'mkdocs';

/** What `socle.techdocs` says. */
export interface Settings {
  generator: GeneratorChoice;
  /** Entity refs whose documentation is built at start. */
  buildAtStart: string[];
}

const CHOICES: GeneratorChoice[] = ['auto', 'markdown', 'mkdocs'];

export function readSettings(config: Config): Settings {
  const given = config.getOptionalString('socle.techdocs.generator') ?? 'auto';
  const generator = CHOICES.find(choice => choice === given);
  if (!generator) {
    throw new InputError(
      `socle.techdocs.generator must be one of ${CHOICES.join(
        ', ',
      )}, not ${given}`,
    );
  }
  return {
    generator,
    buildAtStart: config.getOptionalStringArray(
      'socle.techdocs.buildAtStart',
    ) ?? [
      config.getOptionalString('socle.runbooks.entityRef') ??
        'component:default/socle',
    ],
  };
}
