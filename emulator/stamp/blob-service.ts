/** The blob service of a storage account, as a stamp stores it. */

export interface Blob {
  readonly name: string;
  readonly bytes: Buffer;
  readonly type: string;
  readonly contentType: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly etag: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

export interface Container {
  readonly name: string;
  readonly etag: string;
  readonly modified: number;
  readonly access: string | undefined;
  metadata: Readonly<Record<string, string>>;
  /** By name. Names of blobs are case-sensitive. */
  readonly blobs: Map<string, Blob>;
  /** Blocks that are not part of a blob yet, by blob and block ID. */
  readonly blocks: Map<string, Buffer>;
}

export interface BlobService {
  readonly account: string;
  /** Base64, `key1` and `key2`. */
  readonly keys: Record<"key1" | "key2", string>;
  readonly containers: Map<string, Container>;
}
