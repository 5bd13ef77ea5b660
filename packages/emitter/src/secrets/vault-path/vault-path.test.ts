import { defaultConventions, emit, emitKinds } from '../..';
import { plain } from '../../__testUtils__/plain-answers';

const input = plain['vault:path'];
const { files, order } = emit('vault:path', input);
const content = (end: string) =>
  files.find(({ path }) => path.endsWith(end))?.content ?? '';

describe('a path in Vault', () => {
  it('is a role of the app, the path, and a hand-over', () => {
    expect(files.map(({ path }) => path)).toEqual([
      'terraform/vault/app_ledger.tf',
      'terraform/vault/path_ledger_admin.tf',
      'terraform/vault/path_ledger_admin.md',
    ]);
  });

  it('may be read by the app alone, and written by none', () => {
    const role = content('app_ledger.tf');
    expect(role.match(/path +=.*/g)).toEqual([
      'path         = "secret/data/ledger/*"',
      'path         = "secret/metadata/ledger/*"',
    ]);
    expect(role.match(/capabilities = .*/g)).toEqual([
      'capabilities = ["read"]',
      'capabilities = ["read", "list"]',
    ]);
    expect(role).toMatch(/bound_service_account_names += \["ledger"\]/);
    expect(role).toMatch(/bound_service_account_namespaces = \["ledger"\]/);
    expect(role).not.toMatch(/\["?\*"?\]/);
  });

  it('states the names of the properties and no version', () => {
    const path = content('path_ledger_admin.tf');
    expect(path).toContain('"secret/metadata/ledger/admin"');
    expect(path).toContain('properties = "username,password"');
    expect(path).not.toMatch(/\/data\//);
    expect(path).not.toMatch(/random_password|data_json_wo/);
  });

  it('says who writes the values, and shows none', () => {
    const text = content('.md');
    expect(text).toContain('group:default/ledger');
    expect(text).toContain('vault kv put -mount=secret ledger/admin @');
    expect(text).toContain('"password": ""');
    expect(order.join('\n')).toContain('group:default/ledger writes username');
  });

  it('shares the role among the paths of an app', () => {
    const second = emit(
      'vault:path',
      { ...input, purpose: 'oidc' },
      defaultConventions,
      new Map(files.map(file => [file.path, file.content])),
    );
    expect(second.refusals).toEqual([]);
    expect(second.files[0]).toEqual(files[0]);
  });

  it('never is the path of another app', () => {
    const names = (app: string, purpose: string) =>
      emit('vault:path', { ...input, app, purpose }).files.flatMap(file => [
        file.path,
        ...(file.content.match(/^resource .*$/gm) ?? []),
      ]);
    const one = names('a-b', 'c-d').slice(3);
    const other = names('a-b-c', 'd').slice(3);
    expect(one.filter(name => other.includes(name))).toEqual([]);
  });
});

describe('every kind', () => {
  it.each(emitKinds)(
    '%s: says why each file is there, and what happens',
    kind => {
      const emission = emit(kind, plain[kind] as never);
      expect(emission.order.length).toBeGreaterThan(0);
      for (const { why, path, content: text } of emission.files) {
        expect(why).not.toBe('');
        expect(path).not.toMatch(/^\/|\.\.|\/\//);
        expect(text.endsWith('\n')).toBe(true);
      }
    },
  );
});
