import { reasonOf } from './api-error';

/** What Node says of a certificate that no trusted authority vouches for. */
const NOT_TRUSTED = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
  'INVALID_CA',
]);

/** {@link reasonOf} of a connection that did not come about, with what can be done about it in the configuration. */
export function connectionReason(error: unknown): string {
  const said = reasonOf(error);
  const { code, host, cert } = error as {
    code?: unknown;
    host?: unknown;
    cert?: { subjectaltname?: unknown; subject?: { CN?: unknown } };
  };
  if (typeof code !== 'string') {
    return said;
  }
  if (NOT_TRUSTED.has(code)) {
    return `${said}: the authority that signed it has to be given as caFile or caData`;
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    const names = cert?.subjectaltname ?? cert?.subject?.CN ?? 'nobody';
    return `the certificate is for ${String(names).slice(
      0,
      200,
    )}, not for ${host}`;
  }
  if (/wrong version number|packet length too long/i.test(said)) {
    return 'the port does not speak TLS: is the address one of http://?';
  }
  return said;
}
