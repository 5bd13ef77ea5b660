import { renderInTestApp } from '@backstage/frontend-test-utils';
import { JsonObject } from '@backstage/types';
import { socleApiRef } from '@socle/backstage-plugin-socle-react';
import { FakeSocleApi } from '@socle/backstage-plugin-socle-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ComponentType, useState } from 'react';
import { FakeScaffolderApi } from './api/FakeScaffolderApi';
import { socleScaffolderApiRef } from './api/socle-scaffolder-api';
import { SocleCluster } from './cluster/SocleCluster';
import { SocleHost } from './host/SocleHost';
import { SocleName } from './name/SocleName';
import { SocleNamespace } from './namespace/SocleNamespace';
import { SoclePreview } from './preview/SoclePreview';
import { SocleProject } from './project/SocleProject';
import { SocleStorageClass } from './storage-class/SocleStorageClass';
import { SocleValues } from './values/SocleValues';

interface Shown {
  title?: string;
  value?: unknown;
  form?: JsonObject;
  options?: JsonObject;
  api?: FakeScaffolderApi;
}

/** What the form keeps of the field, as the scaffolder would. */
let kept: unknown;

function show<Props extends object>(
  field: ComponentType<Props>,
  {
    title = 'Field',
    value,
    form = {},
    options,
    api = new FakeScaffolderApi(),
  }: Shown = {},
) {
  const Field = field as ComponentType<object>;
  function Form() {
    const [formData, setFormData] = useState(value);
    kept = formData;
    const props = {
      formData,
      formContext: { formData: { ...form, field: formData } },
      schema: { title, maxLength: 53, minLength: 2 },
      uiSchema: { 'ui:options': options },
      onChange: setFormData,
    };
    return <Field {...props} />;
  }
  renderInTestApp(<Form />, {
    apis: [
      [socleApiRef, new FakeSocleApi()],
      [socleScaffolderApiRef, api],
    ],
  });
  return api;
}

async function type(text: string) {
  const input = await screen.findByRole('textbox');
  await userEvent.type(input, text);
  return input;
}

describe('SocleName', () => {
  it.each([
    ['Lantern', 'Lower-case letters only.'],
    ['9lives', 'It begins with a letter.'],
    ['lan_tern', 'Only letters a to z, digits and hyphens.'],
    ['lan--tern', 'Hyphens stand alone, and not at the end.'],
    ['l', 'A little longer.'],
    ['argocd', 'The platform keeps this name for itself.'],
    ['kube-lantern', 'The platform keeps this name for itself.'],
    ['beacon', 'There is an app of this name already.'],
    ['lantern', 'This name is free.'],
  ])('says of %s: %s', async (name, words) => {
    show(SocleName);
    await type(name);
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(kept).toBe(name);
  });

  it('offers the apps that are there, where one of them is meant', async () => {
    show(SocleName, { options: { of: 'existingApp' } });
    expect(await screen.findByText('Apps: beacon, bell.')).toBeInTheDocument();
    await type('be');
    expect(
      await screen.findByText('There is no such app. Apps: beacon, bell.'),
    ).toBeInTheDocument();
    await type('ll');
    expect(await screen.findByText('This app is there.')).toBeInTheDocument();
  });

  it('claims no name to be free where the repository was not read', async () => {
    const api = new FakeScaffolderApi();
    api.choices = {
      ...api.choices,
      apps: undefined,
      repository: { ...api.choices.repository, state: 'notRead' },
    };
    show(SocleName, { api });
    await type('lantern');
    expect(
      await screen.findByText(/could not be read: whether the name is free/),
    ).toBeInTheDocument();
  });
});

describe('SocleHost', () => {
  it('shows the address that is meant, from the name alone', async () => {
    show(SocleHost, { form: { name: 'lantern' } });
    expect(
      await screen.findByText('Reached at https://lantern.quay.example.org'),
    ).toBeInTheDocument();
  });

  it.each([
    [
      'beacon',
      'beacon.quay.example.org is taken by apps/beacon/http-route.yaml.',
    ],
    ['a.example.com', 'One word under quay.example.org, dock.example.org.'],
    [
      'a.b.quay.example.org',
      'One word under quay.example.org, dock.example.org.',
    ],
    ['no_host', 'Letters a to z, digits and hyphens; dots between them.'],
    ['beacon.dock.example.org', 'Reached at https://beacon.dock.example.org'],
  ])('says of %s: %s', async (host, words) => {
    show(SocleHost);
    await type(host);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});

describe('choices from what is there', () => {
  it('storage classes of the cluster', async () => {
    show(SocleStorageClass, { title: 'Storage class' });
    const button = await screen.findByRole('button', { name: /Storage class/ });
    await userEvent.click(button);
    const options = await screen.findAllByRole('option');
    expect(options.length).toBeGreaterThan(1);
    await userEvent.click(options[1]);
    expect(typeof kept).toBe('string');
  });

  it('clusters', async () => {
    show(SocleCluster, { title: 'Cluster' });
    await userEvent.click(
      await screen.findByRole('button', { name: /Cluster/ }),
    );
    await userEvent.click(await screen.findByRole('option', { name: /Atlas/ }));
    expect(kept).toBe('atlas');
  });

  it('projects that may be asked for', async () => {
    show(SocleProject, { title: 'Project' });
    await userEvent.click(
      await screen.findByRole('button', { name: /Project/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'workloads' }),
    );
    expect(kept).toBe('workloads');
  });

  it('a namespace that the platform keeps', async () => {
    show(SocleNamespace);
    await type('kube-lights');
    expect(
      await screen.findByText('The platform keeps this name for itself.'),
    ).toBeInTheDocument();
  });
});

describe('SocleValues', () => {
  it('keeps what YAML says', async () => {
    show(SocleValues);
    await type('image:\n  tag: "1.10"');
    expect(kept).toEqual({ image: { tag: '1.10' } });
  });

  it('keeps text that is no YAML as text, which the form refuses', async () => {
    show(SocleValues);
    await type('a: "b');
    expect(kept).toBe('a: "b');
    expect(
      await screen.findByText(/no YAML of keys and values/),
    ).toBeInTheDocument();
  });
});

describe('SoclePreview', () => {
  const options = { kinds: ['app:helm-configs'] };

  it('shows every file, why it is there, and what happens', async () => {
    const api = show(SoclePreview, { form: { name: 'lantern' }, options });
    expect(
      await screen.findByText('apps/lantern/application.yaml'),
    ).toBeInTheDocument();
    expect(screen.getByText('kind: Application')).toBeInTheDocument();
    expect(screen.getByText('Values of the chart.')).toBeInTheDocument();
    expect(screen.getByText('there already')).toBeInTheDocument();
    expect(screen.getByText('Argo CD follows.')).toBeInTheDocument();
    expect(api.asked[0]).toMatchObject({
      kinds: ['app:helm-configs'],
      answers: { name: 'lantern' },
    });
  });

  it('names what is refused', async () => {
    const api = new FakeScaffolderApi();
    api.answer = {
      files: [],
      order: [],
      refusals: [
        { field: 'name', problem: 'It is short.', allowed: 'Longer.' },
      ],
      repository: { state: 'notRead', message: 'It is away.' },
    };
    show(SoclePreview, { api, options });
    expect(await screen.findByText(/It is short. Longer./)).toBeInTheDocument();
    expect(screen.getByText('It is away.')).toBeInTheDocument();
  });

  it('says that it cannot be shown', async () => {
    const api = new FakeScaffolderApi();
    api.failure = new Error('The backend is away.');
    show(SoclePreview, { api, options });
    expect(await screen.findByText('The backend is away.')).toBeInTheDocument();
  });
});
