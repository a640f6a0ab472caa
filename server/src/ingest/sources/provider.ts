/** One request of a provider, as it came. */
export interface Delivery {
  /** The very bytes, which a signature is about. */
  readonly body: Buffer;
  /** By name in small letters. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The address as the provider calls it, with its query. */
  readonly url: string;
  /** Arrival, epoch milliseconds. */
  readonly at: number;
}

/** What a connector may ask about the tenant. */
export interface Recipient {
  /** The keyed hash that stands for a telephone number or address, the same as in the tenant's other records. */
  readonly hashPersonal: (value: string) => string;
}

/**
 * Everything that is particular about one provider's webhooks: how they are signed, what they say, what they want to hear.
 * Plain functions, which know neither HTTP nor the database.
 */
export interface Provider {
  readonly name: string;
  /** What its secrets look like, for whoever gave another one: "must be …". */
  readonly secretForm: string;
  /** The key in a secret; nothing where it is none. */
  readonly readSecret: (secret: string) => Buffer | undefined;
  /** A new secret to be shown to the provider; missing where the provider itself hands out the secret. */
  readonly makeSecret?: () => string;
  /** Whether the delivery was signed with this key, and lately where the signature holds a time; in constant time. */
  readonly isAuthentic: (delivery: Delivery, key: Buffer) => boolean;
  /**
   * The delivery's records (records.md), in order; what is wrong with a single record is found later.
   * @throws Problem when the payload as a whole cannot be read
   */
  readonly toRecords: (delivery: Delivery, recipient: Recipient) => readonly unknown[];
  /** What it wants to hear once everything is stored; missing: the answer of POST /api/v1/records. */
  readonly answer?: { readonly type: string; readonly body: string };
}
