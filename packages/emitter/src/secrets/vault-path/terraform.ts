import { Conventions } from '../../conventions/conventions';
import { vaultPath } from '../external-secret';
import type { VaultPathInput } from './index';

/** A name as Terraform's resources have it; two hyphens never follow each other in a name, so none becomes another's. */
function identifier(...parts: string[]): string {
  return parts.map(part => part.replace(/-/g, '_')).join('__');
}

/** A text of HCL: what is a template there is none. */
function text(value: string): string {
  return JSON.stringify(value).replace(/[$%]\{/g, match => match[0] + match);
}

/** Reads the app's own paths and nothing else, as its own ServiceAccount in its own namespace and as nobody else. */
export function roleTerraform(
  input: VaultPathInput,
  { vault }: Conventions,
): string {
  const { app } = input;
  const name = identifier(app);
  const namespace = input.namespace ?? app;
  const account = input.serviceAccount ?? app;
  return `# What ${app} may read in Vault, and as whom.

data "vault_policy_document" "${name}" {
  rule {
    description  = "Values of ${app}"
    path         = ${text(`${vault.mount}/data/${app}/*`)}
    capabilities = ["read"]
  }

  rule {
    description  = "Versions of the values of ${app}"
    path         = ${text(`${vault.mount}/metadata/${app}/*`)}
    capabilities = ["read", "list"]
  }
}

resource "vault_policy" "${name}" {
  name   = ${text(`app-${app}`)}
  policy = data.vault_policy_document.${name}.hcl
}

resource "vault_kubernetes_auth_backend_role" "${name}" {
  backend                          = ${text(vault.authMount)}
  role_name                        = ${text(`app-${app}`)}
  bound_service_account_names      = [${text(account)}]
  bound_service_account_namespaces = [${text(namespace)}]
  token_policies                   = [vault_policy.${name}.name]
  token_ttl                        = ${vault.tokenTtlSeconds}
}
`;
}

/**
 * The path without a version: KV v2 keeps metadata of its own, so that the path, its owner and the names of its
 * properties can be stated while no value passes through Terraform or its state.
 */
export function pathTerraform(
  { app, purpose, keys, owner }: VaultPathInput,
  { vault }: Conventions,
): string {
  return `# The path ${vault.mount}/${vaultPath(
    app,
    purpose,
  )}. Its values are written by its owner and never stand here.

resource "vault_generic_endpoint" "${identifier(app, purpose)}" {
  path                 = ${text(
    `${vault.mount}/metadata/${vaultPath(app, purpose)}`,
  )}
  ignore_absent_fields = true
  disable_delete       = true

  data_json = jsonencode({
    max_versions = 10
    custom_metadata = {
      app        = ${text(app)}
      owner      = ${text(owner)}
      properties = ${text(keys.join(','))}
    }
  })
}
`;
}
