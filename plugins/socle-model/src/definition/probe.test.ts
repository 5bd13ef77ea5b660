import { endpointKey, endpointOf } from './probe';

describe('endpointOf', () => {
  it.each([
    ['http://vault.vault.svc:8200', 'vault.vault.svc:8200'],
    ['https://Vault.example.org/v1', 'vault.example.org:443'],
    ['http://reader@minio.lab', 'minio.lab:80'],
    ['https://[fd00::1]:8200/', '[fd00::1]:8200'],
    ['vault.vault.svc:8200', undefined],
    ['', undefined],
  ])('%s is %s', (address, endpoint) => {
    expect(endpointOf(address)).toBe(endpoint);
  });

  it('makes one key of one endpoint, however it is spelled', () => {
    expect(endpointKey('Vault:8200')).toBe(endpointKey('vault:8200'));
  });
});
