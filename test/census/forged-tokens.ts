import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';

type Part = Record<string, unknown>;

const encoded = (part: Part | Buffer): string =>
  Buffer.from(part instanceof Buffer ? part : JSON.stringify(part)).toString('base64url');
const decoded = (part = ''): Part => JSON.parse(Buffer.from(part, 'base64url').toString()) as Part;

/** Signed by hand: a library would refuse to make most of what a forger makes. */
const signed = (header: Part, claims: Part, key: KeyObject | null): string => {
  const text = `${encoded(header)}.${encoded(claims)}`;
  return `${text}.${key === null ? '' : encoded(sign(null, Buffer.from(text), key))}`;
};
const hmac = (algorithm: 'HS256' | 'HS512', header: Part, claims: Part, secret: string | Buffer): string => {
  const text = `${encoded({ ...header, alg: algorithm })}.${encoded(claims)}`;
  const hash = algorithm === 'HS256' ? 'sha256' : 'sha512';
  return `${text}.${encoded(createHmac(hash, secret).update(text).digest())}`;
};

/**
 * What must not get anybody in, made of a token that does. `privateKey` is the installation's own: with it are made
 * those that only an issuer gone wrong, or another service with the same key, could have made.
 */
export function forgedTokens(genuine: string, privateKey: string): Record<string, string> {
  const [head, body, signature] = genuine.split('.');
  const header = decoded(head);
  const claims = decoded(body);
  const ours = createPrivateKey(privateKey);
  const theirs = generateKeyPairSync('ed25519').privateKey;
  const known = createPublicKey(ours);
  const pem = known.export({ type: 'spki', format: 'pem' });
  const der = known.export({ type: 'spki', format: 'der' });
  const now = Math.floor(Date.now() / 1000);
  const without = (claim: string): Part => ({ ...claims, [claim]: undefined });
  const administrator = { ...claims, roles: ['platform-administrator', 'employer-administrator'] };

  return {
    'alg none': signed({ ...header, alg: 'none' }, claims, null),
    'alg None, our signature kept': `${encoded({ ...header, alg: 'None' })}.${body}.${signature}`,
    'HS256 by the public key as PEM': hmac('HS256', header, claims, pem),
    'HS256 by the public key as PEM without its last line': hmac(
      'HS256',
      header,
      claims,
      pem.toString().trim(),
    ),
    'HS256 by the public key as DER': hmac('HS256', header, claims, der),
    'HS256 by the 32 bytes of the public key': hmac('HS256', header, claims, der.subarray(-32)),
    'HS512 by the public key as PEM': hmac('HS512', header, claims, pem),
    'HS256 by nothing': hmac('HS256', header, claims, ''),
    'another key under our kid': signed(header, claims, theirs),
    'a kid that is not ours': signed({ ...header, kid: 'other' }, claims, ours),
    'a kid that is a path': signed({ ...header, kid: '../../dev/null' }, claims, theirs),
    'a kid of every object': signed({ ...header, kid: 'constructor' }, claims, theirs),
    'no kid': signed({ ...header, kid: undefined }, claims, ours),
    'its own key in the header': signed(
      { ...header, jwk: createPublicKey(theirs).export({ format: 'jwk' }) },
      claims,
      theirs,
    ),
    'more roles under the same signature': `${head}.${encoded(administrator)}.${signature}`,
    'ended a second ago': signed(header, { ...claims, exp: now - 1 }, ours),
    'begins in an hour': signed(header, { ...claims, nbf: now + 3600 }, ours),
    'another issuer': signed(header, { ...claims, iss: 'somebody-else' }, ours),
    'another audience': signed(header, { ...claims, aud: 'something-else' }, ours),
    ...Object.fromEntries(
      ['exp', 'iss', 'aud', 'sub', 'tid', 'sid', 'roles'].map((claim) => [
        `no ${claim}`,
        signed(header, without(claim), ours),
      ]),
    ),
    'two signatures': `${genuine}.${signature}`,
    'no token at all': 'undefined',
  };
}

/** The same claims signed in the same way: shows that the forger's tools are sound. */
export function resigned(genuine: string, privateKey: string): string {
  const [head, body] = genuine.split('.');
  return signed(decoded(head), decoded(body), createPrivateKey(privateKey));
}
