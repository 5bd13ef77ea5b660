import { imagePullCause } from './image-pull-cause';

it.each([
  [
    'failed to resolve reference "reg.example.org/shop/till:9": reg.example.org/shop/till:9: not found',
    'the registry does not have this image or tag',
  ],
  [
    'failed to pull and unpack image: failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized',
    'the registry refuses access: a pull secret is missing or wrong, or the repository does not exist',
  ],
  [
    'pull access denied, repository does not exist or may require authorization',
    'the registry refuses access: a pull secret is missing or wrong, or the repository does not exist',
  ],
  [
    'dial tcp: lookup reg.example.org on 10.96.0.10:53: no such host',
    'the registry is not reached',
  ],
  [
    'toomanyrequests: You have reached your pull rate limit',
    'the registry allows no more pulls for now',
  ],
  [
    'tls: failed to verify certificate: x509: certificate signed by unknown authority',
    'the certificate of the registry is not trusted',
  ],
  [
    'no match for platform in manifest: not found',
    'the image is not made for the processor of the node',
  ],
  [
    'write /var/lib/containerd: no space left on device',
    'the disk of the node is full',
  ],
  [
    'unexpected status from HEAD request: 502 Bad Gateway',
    'the registry has an error',
  ],
  ['Back-off pulling image "reg.example.org/shop/till:9"', undefined],
  ['Back-off pulling image "ghcr.io/policy/x509:404"', undefined],
  [undefined, undefined],
])('%s', (message, cause) => {
  expect(imagePullCause(message)).toBe(cause);
});
