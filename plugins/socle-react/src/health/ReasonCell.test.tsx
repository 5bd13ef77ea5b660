import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { socleApiRef } from '../api/api-ref';
import { FakeSocleApi } from '../testing/FakeSocleApi';
import { ReasonCell } from './ReasonCell';

function inLanguage(language: string) {
  return {
    getAvailableLanguages: () => ({ languages: ['en', 'fr'] }),
    setLanguage: () => {},
    getLanguage: () => ({ language }),
    language$: () =>
      ({ subscribe: () => ({ unsubscribe: () => {} }) } as never),
  };
}

function show(
  props: { reason: string; message?: string },
  options: { language?: string; api?: FakeSocleApi } = {},
) {
  const { language = 'en', api = new FakeSocleApi() } = options;
  renderInTestApp(<ReasonCell {...props} />, {
    apis: [
      [socleApiRef, api],
      [appLanguageApiRef, inLanguage(language)],
    ],
  });
}

const down = { reason: 'LonghornNodeDown', message: 'Node oak-3 is silent.' };

describe('ReasonCell', () => {
  it('says the code, what it means, and what the engine says of this object', async () => {
    show(down);
    expect(
      await screen.findByText('The node does not answer Longhorn.'),
    ).toBeVisible();
    expect(screen.getByText('LonghornNodeDown')).toBeVisible();
    expect(screen.getByText('Node oak-3 is silent.')).toBeVisible();
  });

  it('says it in French, and marks what stays English', async () => {
    show(down, { language: 'fr' });
    const cause = await screen.findByText('Le nœud ne répond pas à Longhorn.');
    expect(cause).toHaveAttribute('lang', 'fr');
    expect(screen.getByText('Node oak-3 is silent.')).toHaveAttribute(
      'lang',
      'en',
    );
    expect(screen.getByText('LonghornNodeDown')).toHaveAttribute('lang', 'en');
  });

  it('marks a cause that nobody has translated as English', async () => {
    const api = new FakeSocleApi();
    api.getReasons = async () => ({
      items: [
        {
          code: 'KilnCold',
          system: 'pottery',
          area: 'application',
          cause: 'The kiln is cold.',
        },
      ],
      total: 1,
      sources: [],
      language: 'fr',
    });
    show({ reason: 'KilnCold' }, { language: 'fr', api });
    expect(await screen.findByText('The kiln is cold.')).toHaveAttribute(
      'lang',
      'en',
    );
  });

  it('says the same once', async () => {
    show({
      reason: 'LonghornNodeDown',
      message: 'The node does not answer Longhorn',
    });
    expect(
      await screen.findAllByText(/The node does not answer Longhorn/),
    ).toHaveLength(1);
  });

  it('shows what it has where the backend tells no causes', async () => {
    const api = new FakeSocleApi();
    api.getReasons = async () => {
      throw new Error('404');
    };
    show(down, { api });
    expect(await screen.findByText('LonghornNodeDown')).toBeVisible();
    expect(screen.getByText('Node oak-3 is silent.')).toBeVisible();
  });
});
