import { which } from "@actions/io";
import type { SharedFiles } from "../io/shared-files.ts";
import type { Distribution } from "./anchors.ts";

const ANCHORS = "/etc/pki/ca-trust/source/anchors";

/**
 * RHEL, Fedora and their kin (update-ca-trust(8)): makes the bundles of OpenSSL, GnuTLS and Java anew from the anchors,
 * so that they come out as before once an anchor is gone. Written from its manual page: it was not run by the tests of
 * this repository.
 */
export const fedora: Distribution = {
  store: "fedora",
  anchors: ANCHORS,
  bundle: "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
  ending: ".pem",
  publish: (_anchors, shared) => extract(shared),
  withdraw: (_anchors, _certificates, shared) => extract(shared),
  tidy: async () => undefined,
};

async function extract(shared: SharedFiles): Promise<void> {
  await shared.run(ANCHORS, await which("update-ca-trust", true), ["extract"]);
}
