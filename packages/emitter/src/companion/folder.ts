import { record } from '../apps/app-schema';
import { nameRefusals } from '../apps/app-checks';
import { Conventions } from '../conventions/conventions';
import { layoutOf, Pattern } from '../conventions/layout';
import { EmittedFile, Refusal } from '../emission/emission';
import { Manifest, yamlText } from '../emission/manifest';
import { appName, namespaceName } from '../input/fields';
import { JsonSchema } from '../input/json-schema';

/** @public To which app of the repository an object is added. */
export interface CompanionInput {
  app: string;
  namespace?: string;
  /** The pattern of the app says in which of its folders the file goes. */
  pattern: Pattern;
}

const fields: Record<string, JsonSchema> = {
  app: { ...appName, title: 'App' },
  namespace: namespaceName,
  pattern: {
    type: 'string',
    title: 'Pattern',
    enum: ['A', 'B', 'C', 'D'],
  },
};

/** The schema of an object that is added to an app. */
export function companionSchema(
  title: string,
  more: Record<string, JsonSchema>,
  required: string[],
): JsonSchema {
  return record({ ...fields, ...more }, ['app', 'pattern', ...required], {
    title,
  });
}

export function companionRefusals(
  input: CompanionInput,
  conventions: Conventions,
): Refusal[] {
  return nameRefusals(
    { app: input.app, namespace: input.namespace },
    conventions,
  );
}

/** The file of an object in the folder of its app. */
export function companionFile(
  input: CompanionInput,
  name: string,
  manifest: Manifest,
  why: string,
  conventions: Conventions,
): EmittedFile {
  const { companions } = layoutOf(input.app, input.pattern, conventions);
  return {
    path: `${companions}/${name}.yaml`,
    content: yamlText(manifest, why),
    why,
  };
}
