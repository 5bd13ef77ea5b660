import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * The words of the fields.
 * @public
 */
export const socleScaffolderFieldsTranslationRef = createTranslationRef({
  id: 'plugin.socle-scaffolder-fields',
  messages: {
    notRead: 'The clusters could not be asked: type a name that you know.',
    name: {
      label: 'Name',
      upperCase: 'Lower-case letters only.',
      characters: 'Only letters a to z, digits and hyphens.',
      firstLetter: 'It begins with a letter.',
      hyphens: 'Hyphens stand alone, and not at the end.',
      short: 'A little longer.',
      long: 'A little shorter.',
      reserved: 'The platform keeps this name for itself.',
      taken: 'There is an app of this name already.',
      unknown: 'There is no such app.',
      free: 'This name is free.',
      there: 'This app is there.',
      offered: 'Apps: {{names}}.',
      notCompared:
        'The GitOps repository could not be read: whether the name is free is seen later.',
    },
    cluster: {
      label: 'Cluster',
      default: 'As agreed for all clusters',
      stale: 'This cluster cannot be read at the moment.',
    },
    namespace: {
      label: 'Namespace',
      made: 'The namespace {{name}} is made.',
      there: 'The namespace {{name}} is there and is shared.',
      thereOwn:
        'The namespace {{name}} is there: if something else made it, say that this app does not.',
      missing: 'There is no namespace {{name}} yet; nothing here makes it.',
    },
    project: { label: 'Project', default: 'The default one ({{name}})' },
    host: {
      label: 'Host',
      means: 'Reached at https://{{host}}',
      form: 'Letters a to z, digits and hyphens; dots between them.',
      domain: 'One word under {{domains}}.',
      taken: '{{host}} is taken by {{by}}.',
    },
    storageClass: {
      label: 'Storage class',
      default: 'As agreed ({{name}})',
      isDefault: 'default',
      deletes: 'deletes data with its claim',
      keeps: 'keeps data',
      missing: 'The cluster has no such class.',
    },
    values: {
      label: 'Values',
      unreadable: 'This is no YAML of keys and values yet (line {{problem}}).',
    },
    preview: {
      asking: 'The files are being put together',
      unavailable: 'The files cannot be shown now',
      outdated: 'These may be the files of earlier answers',
      refused: 'These answers are refused',
      notCompared:
        'The GitOps repository could not be read: what is there already was not compared',
      order: 'What happens, in this order',
      files: 'Files',
      same: 'there already',
      count_one:
        '{{count}} file is proposed. Nothing is written before you create it.',
      count_other:
        '{{count}} files are proposed. Nothing is written before you create them.',
    },
  },
  translations: { fr: () => import('./fr') },
});
