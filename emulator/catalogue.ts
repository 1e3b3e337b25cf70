/** The rooms of the resource providers, each with the kinds that it keeps and what else it answers. */
export * as COMPUTE from "./compute/compute.ts";
export * as NETWORK from "./network/network.ts";
export * as BLOB_KINDS from "./storage/accounts.ts";
