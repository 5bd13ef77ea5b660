import { Conventions } from '../../conventions/conventions';
import { secretName, vaultPath } from '../external-secret';
import type { VaultPathInput } from './index';

/** Who writes the values and how. The commands read them from a file that is removed, not from the command line. */
export function handOver(
  { app, purpose, keys, owner }: VaultPathInput,
  { vault }: Conventions,
): string {
  const path = vaultPath(app, purpose);
  const fields = keys.map(key => `  "${key}": ""`).join(',\n');
  return `# Hand-over: ${vault.mount}/${path}

| | |
|---|---|
| Written by | ${owner} |
| Read by | ${app}, through the Secret \`${secretName(app, purpose)}\` |
| Properties | ${keys.map(key => `\`${key}\``).join(', ')} |

The values are written by their owner and by nobody else. They do not go into Git, Terraform, a ticket or a chat.

1. Make a file that only you can read: \`install -m 600 /dev/null value.json\`
2. Fill it in an editor, with a value for each property:

   \`\`\`json
${`{\n${fields}\n}`
  .split('\n')
  .map(line => `   ${line}`)
  .join('\n')}
   \`\`\`

3. Write it and remove the file: \`vault kv put -mount=${
    vault.mount
  } ${path} @value.json && shred -u value.json\`
4. See that the names are there, without showing the values: \`vault read ${
    vault.mount
  }/subkeys/${path}\`
5. To change a value later, do the same with \`vault kv patch\`; the Secret follows within its refresh interval. What
   reads it as an environment variable needs a restart.
`;
}
