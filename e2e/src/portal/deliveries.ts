import assert from 'node:assert/strict';
import { List } from './answers';
import { CLUSTER, Portal } from './portal';

/** Argo CD cannot compare it: the path that it names is not in Git. */
export const NOT_COMPARED = 'paperless-ngx';

/** What it should fetch from Vault is not there. */
export const NOT_FETCHED = { namespace: 'n8n', name: 'n8n-smtp' };

/** Something delivered that is broken: its page, its view, and the path of its ref. */
export interface BrokenDelivery {
  page: 'app' | 'secret';
  view: 'delivery' | 'secret';
  ref: string;
}

/** The application and the secret of the demo that do not arrive. */
export async function brokenDeliveries(
  portal: Portal,
): Promise<BrokenDelivery[]> {
  return [
    {
      page: 'app',
      view: 'delivery',
      ref: await refPathOf(portal, 'argoproj.io/Application', NOT_COMPARED),
    },
    {
      page: 'secret',
      view: 'secret',
      ref: await refPathOf(
        portal,
        'external-secrets.io/ExternalSecret',
        NOT_FETCHED.name,
      ),
    },
  ];
}

async function refPathOf(
  portal: Portal,
  kind: string,
  name: string,
): Promise<string> {
  const { items } = await portal.get<List>(
    `/api/socle/v1/resources?cluster=${CLUSTER}&kind=${kind}&q=${name}`,
  );
  const found = items.find(one => one.ref.name === name)?.ref;
  assert.ok(found, `${name} is not known`);
  return [
    CLUSTER,
    found.apiVersion,
    found.kind,
    found.namespace ?? '_',
    found.name,
  ].join('/');
}
