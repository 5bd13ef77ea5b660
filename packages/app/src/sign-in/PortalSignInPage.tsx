import { ProxiedSignInPage, SignInPage } from '@backstage/core-components';
import {
  configApiRef,
  githubAuthApiRef,
  gitlabAuthApiRef,
  googleAuthApiRef,
  microsoftAuthApiRef,
  oktaAuthApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';

const PROVIDERS = {
  github: { title: 'GitHub', apiRef: githubAuthApiRef },
  gitlab: { title: 'GitLab', apiRef: gitlabAuthApiRef },
  google: { title: 'Google', apiRef: googleAuthApiRef },
  microsoft: { title: 'Microsoft', apiRef: microsoftAuthApiRef },
  okta: { title: 'Okta', apiRef: oktaAuthApiRef },
};

function isKnown(id: string): id is keyof typeof PROVIDERS {
  return id in PROVIDERS;
}

/**
 * Signs in by the providers that `app.signIn.providers` lists. Where guest is the only one, as on the demo platform,
 * there is nothing to choose and nobody is asked.
 */
export function PortalSignInPage(props: SignInPageProps) {
  const listed = useApi(configApiRef).getOptionalStringArray(
    'app.signIn.providers',
  ) ?? ['guest'];
  if (listed.length === 1 && listed[0] === 'guest') {
    return <ProxiedSignInPage {...props} provider="guest" />;
  }
  const known = listed.filter(isKnown).map(id => ({
    id: `${id}-auth-provider`,
    message: PROVIDERS[id].title,
    ...PROVIDERS[id],
  }));
  return (
    <SignInPage
      {...props}
      providers={[
        ...(listed.includes('guest') ? ['guest' as const] : []),
        ...known,
      ]}
    />
  );
}
