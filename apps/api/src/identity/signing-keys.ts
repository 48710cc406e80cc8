import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config/config';
import { UnitOfWork, type Statement } from '#platform/database/unit-of-work';

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: string;
  readonly publicKey: string;
}

const READ: Statement = {
  name: 'signing_keys',
  text: `select private_key as "privateKey", retired_at is null as current from signing_key`,
};

const KEEP_FIRST: Statement = {
  name: 'signing_key_first',
  text: 'insert into signing_key (kid, private_key, created_at) values ($1, $2, now()) on conflict do nothing',
};

/**
 * All processes of an installation sign with one key. It comes from JWT_PRIVATE_KEY, or the first process that starts
 * makes it and keeps it in the database .
 */
@Injectable()
export class SigningKeys {
  private keys: readonly SigningKey[] = [];
  private current!: SigningKey;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async load(): Promise<void> {
    if (this.config.jwtPrivateKey !== null) {
      this.current = signingKey(createPrivateKey(this.config.jwtPrivateKey));
      this.keys = [this.current];
      return;
    }
    const made = signingKey(generateKeyPairSync('ed25519').privateKey);
    let rows = await this.unitOfWork.readShared<{ privateKey: string; current: boolean }>(READ, []);
    if (!rows.some((row) => row.current)) {
      await this.unitOfWork.readShared(KEEP_FIRST, [made.kid, made.privateKey]);
      rows = await this.unitOfWork.readShared(READ, []);
    }
    this.keys = rows.map((row) => signingKey(createPrivateKey(row.privateKey)));
    const current = this.keys[rows.findIndex((row) => row.current)];
    if (current === undefined) throw new Error('The installation’s signing key cannot be read.');
    this.current = current;
  }

  inUse(): SigningKey {
    return this.current;
  }

  /** Also of keys that are retired: what they have signed holds until it expires. */
  byId(kid: string): SigningKey | undefined {
    return this.keys.find((key) => key.kid === kid);
  }

  /** A secret for another purpose, bound to it by name. */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.current.privateKey, '', purpose, 32));
  }
}

function signingKey(privateKey: KeyObject): SigningKey {
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('JWT_PRIVATE_KEY must be an Ed25519 key.');
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }) as string;
  return {
    kid: createHash('sha256').update(publicKey).digest('base64url').slice(0, 16),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    publicKey,
  };
}
