import type { StampRequest } from "../http.ts";
import type { BlobService } from "../stamp/blob-service.ts";

/** One request to a blob service, after it was authorized. */
export interface BlobCall {
  readonly request: StampRequest;
  readonly service: BlobService;
  readonly now: number;
}
