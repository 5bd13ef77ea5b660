import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { Credentials, CredentialSource } from '../reading/credentials';

/** Reaches a cluster through the proxy of Backstage's Kubernetes plugin, as Socle itself and not as a user. */
export class KubernetesPluginCredentials implements CredentialSource {
  constructor(
    private readonly cluster: string,
    private readonly auth: AuthService,
    private readonly discovery: DiscoveryService,
  ) {}

  async get(): Promise<Credentials> {
    const { token } = await this.auth.getPluginRequestToken({
      onBehalfOf: await this.auth.getOwnServiceCredentials(),
      targetPluginId: 'kubernetes',
    });
    return {
      url: `${await this.discovery.getBaseUrl('kubernetes')}/proxy`,
      headers: {
        Authorization: `Bearer ${token}`,
        'Backstage-Kubernetes-Cluster': this.cluster,
        // The proxy holds compressed watch events back until the stream ends.
        'Accept-Encoding': 'identity',
      },
      tls: {},
    };
  }

  refused(): boolean {
    return true;
  }
}
