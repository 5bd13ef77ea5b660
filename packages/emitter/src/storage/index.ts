import { volumeFields } from '../apps/app-schema';
import { VolumeInput } from '../apps/app-input';
import {
  companionFile,
  CompanionInput,
  companionRefusals,
  companionSchema,
} from '../companion/folder';
import { define } from '../emission/definition';
import { claim, claimName } from './claim';

/** @public A volume that is added to an app. */
export interface AddVolumeInput
  extends CompanionInput,
    Omit<VolumeInput, 'mountPath'> {}

/** A claim for a volume that stays when its file is deleted. */
export const volumeFile = define<AddVolumeInput>({
  title: 'PersistentVolumeClaim',
  schema: companionSchema('PersistentVolumeClaim', volumeFields, [
    'name',
    'size',
  ]),
  refuse: companionRefusals,
  build: (input, conventions) => ({
    files: [
      companionFile(
        input,
        `pvc-${input.name}`,
        claim(input.app, input.namespace ?? input.app, input, conventions),
        'A volume that stays even when its file is deleted.',
        conventions,
      ),
    ],
    order: [
      `The claim ${claimName(
        input.app,
        input.name,
      )} is bound when the first pod names it.`,
    ],
  }),
});
